import type { Epoch } from "./ledger.ts";
import type { Rotation } from "./rotation.ts";
import type { Findings } from "./violation.ts";

/** Begins the epochs up to the one of a line, each as the register says it has to begin (DEC-36). */
export function enterEpochs(
  rotation: Rotation,
  epochs: readonly Epoch[],
  upTo: number,
  findings: Findings,
): void {
  for (let number = (rotation.epoch?.number ?? 0) + 1; number <= upTo; number += 1) {
    const epoch = epochs.find((one) => one.number === number);
    if (epoch === undefined) {
      findings.add("epoch", `epoch ${number} is not recorded`);
      return;
    }
    const wrong = problemOf(rotation, epoch);
    if (wrong !== undefined) findings.add("epoch", `epoch ${number} ${wrong}`);
    rotation.enter(epoch);
  }
}

function problemOf(rotation: Rotation, epoch: Epoch): string | undefined {
  const former = rotation.epoch;
  if (!epoch.contractors.includes(epoch.starter)) return "begins with someone outside its pair";
  if (former === undefined)
    return Object.values(epoch.opening).some((lane) => lane?.balance !== 0)
      ? "is the first and does not open at 0"
      : undefined;
  if (epoch.from < former.from) return "begins before the one before it";
  const staying = epoch.contractors.filter((one) => former.contractors.includes(one));
  return staying.length === 2
    ? renewal(rotation, former, epoch)
    : replacement(rotation, epoch, staying[0]);
}

/** The same two go on with their difference; its sign follows their positions. */
function renewal(rotation: Rotation, former: Epoch, epoch: Epoch): string | undefined {
  const carries = rotation.rules.carryBalanceOnRenewalOfSamePair;
  const sign = former.contractors[0] === epoch.contractors[0] ? 1 : -1;
  for (const lane of rotation.lanes) {
    const wanted = carries ? rotation.difference(lane) * sign : 0;
    const found = epoch.opening[lane]?.balance ?? 0;
    if (found !== wanted && !(found === 0 && wanted === 0))
      return `opens with ${found} where ${wanted} is carried over`;
  }
  return undefined;
}

/** A newcomer neither inherits nor owes, and begins if the one that stays had the last turn. */
function replacement(
  rotation: Rotation,
  epoch: Epoch,
  stays: string | undefined,
): string | undefined {
  if (Object.values(epoch.opening).some((lane) => lane !== undefined && lane.balance !== 0))
    return "has a new contractor and does not open at 0";
  const last = rotation.newest();
  if (stays === undefined || last === undefined) return undefined;
  const wanted = last === stays ? epoch.contractors.find((one) => one !== stays) : stays;
  return epoch.starter === wanted ? undefined : "begins with the wrong contractor";
}
