import { IOWA_SERVICE_AREAS } from "../agency/area.ts";
import { beginDueEpochs } from "../assignment/epochs.ts";
import { validateOverride } from "../assignment/override.ts";
import { rotationRulesOn } from "../assignment/rotation.ts";
import { addBusinessDays } from "../calendar/office-calendar.ts";
import { addDays, isPlainDate, plainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import { settingOn } from "../policy/policy-book.ts";
import { LedgerPlay } from "./assignment-events.ts";
import { referralSituation, refusalsOf } from "./assignment-referrals.ts";
import {
  type AreaSetting,
  AreaWorld,
  contractsOf,
  openedHead,
  org,
  overrideRequest,
} from "./assignment-world.ts";
import type { BlockChecker, CheckResult, Json, JsonObject, WorkedCase } from "./checker.ts";
import { Comparison, isObject, objects, strings, textOf } from "./compare.ts";

type Judge = (expected: Json, workedCase: WorkedCase, comparison: Comparison) => void;

/** Rows of a ledger, played in order; requests that the case expects to be refused are tried before their row. */
const judgeLedger = (
  rows: readonly JsonObject[],
  play: LedgerPlay,
  refused: readonly JsonObject[],
  comparison: Comparison,
): void => {
  rows.forEach((row, index) => {
    for (const entry of refused.filter((one) => one["referral"] === row["referral"]))
      comparison.equal(
        `.refused.${textOf(entry["referral"]) ?? ""}`,
        [entry["error"] ?? null],
        play.tryOverride(row, { to: entry["requestedOverrideTo"] ?? "" }) as readonly string[],
      );
    const played = play.play(row);
    comparison.fields(`[${index}]`, row, played.actual);
  });
};

const assignments: Judge = (expected, workedCase, comparison) =>
  judgeLedger(
    objects(expected),
    new LedgerPlay(workedCase),
    objects(workedCase.expect["refused"]),
    comparison,
  );

/** How many ordinary turns in a row go to the contractor behind after the last override. */
const consecutive: Judge = (expected, workedCase, comparison) => {
  const play = new LedgerPlay(workedCase);
  const rows = objects(workedCase.expect["assignments"]).map((row) => play.play(row).actual);
  const after = rows.slice(rows.findLastIndex((row) => row["method"] === "OVERRIDE") + 1);
  const [first] = after;
  const run = after.findIndex((row) => row["contractor"] !== first?.["contractor"]);
  comparison.equal("", expected, run < 0 ? after.length : run);
};

const clocks: Judge = (expected, { book }, comparison) => {
  if (!isObject(expected)) return;
  const effective = textOf(expected["effectiveDate"]);
  if (effective === undefined || !isPlainDate(effective)) return comparison.unsupported("");
  const days = settingOn(book, "initialContactBusinessDays", effective);
  comparison.fields("", expected, {
    effectiveDate: effective,
    initialContactDue: addBusinessDays(book, effective, days),
    day30: addDays(effective, settingOn(book, "firstPeriodDays", effective) - 1),
  });
};

const areaCount: Judge = (expected, _case, comparison) =>
  comparison.equal(
    "",
    expected,
    IOWA_SERVICE_AREAS.reduce((sum, area) => sum + Math.max(1, area.subareas), 0),
  );

const errors: Judge = (expected, { book }, comparison) => {
  for (const entry of objects(expected)) {
    const at = `.${textOf(entry["referral"]) ?? ""}`;
    const found = refusalsOf(textOf(entry["referral"]) ?? "", textOf(entry["error"]) ?? "", book);
    if (found === undefined) comparison.unsupported(at);
    else comparison.equal(at, [entry["error"] ?? null], found as readonly string[]);
  }
};

const referralValidation: Judge = (expected, { book }, comparison) => {
  for (const entry of objects(expected)) {
    const at = `.${textOf(entry["case"]) ?? ""}`;
    const found = referralSituation(textOf(entry["case"]) ?? "", book);
    if (found === undefined) comparison.unsupported(at);
    else comparison.equal(at, entry["error"] ? [entry["error"]] : [], found as readonly string[]);
  }
};

interface Renewal {
  readonly before: AreaSetting;
  readonly after: AreaSetting;
  readonly balance: number;
  readonly last: string | undefined;
}

/** The contracts of `given.before` and those that follow them; a newcomer takes the place of the one that leaves. */
const renewalOf = (given: JsonObject, newcomers: readonly string[]): Renewal => {
  const before = isObject(given["before"]) ? given["before"] : {};
  const pair = strings(before["contractors"]);
  const stays = pair.filter((name) => newcomers.includes(name));
  const arrived = newcomers.filter((name) => !pair.includes(name));
  const successors =
    arrived.length === 0
      ? pair
      : pair.map((name) => (stays.includes(name) ? name : (arrived.shift() ?? name)));
  const area = textOf(given["contractArea"]) ?? "area";
  const starter = textOf(given["starter"]);
  const named = starter === undefined ? {} : { starter };
  return {
    before: { area, pair, to: plainDate(textOf(before["contractEnd"]) ?? "") },
    after: {
      area,
      pair: successors,
      from: plainDate(textOf(given["newTermStart"]) ?? ""),
      ...named,
    },
    balance: typeof before["balance"] === "number" ? before["balance"] : 0,
    last: textOf(before["lastCounted"]),
  };
};

const renewal: Judge = (expected, workedCase, comparison) => {
  if (!isObject(expected)) return;
  const { given, book } = workedCase;
  const rows = objects(expected["assignments"]);
  const { before, after, balance, last } = renewalOf(given, [
    ...new Set(rows.map((row) => textOf(row["contractor"]) ?? "")),
  ]);
  const head = openedHead(before, balance, last);
  const on = plainDate(after.from ?? "");
  const world = new AreaWorld(after, book, head);
  const due = beginDueEpochs(
    head,
    [...contractsOf(before), ...world.contracts],
    [],
    on,
    rotationRulesOn(book, on),
  );
  if (due.ok) {
    const epoch = due.value.head.epoch;
    if ("balanceCarried" in expected)
      comparison.equal(
        ".balanceCarried",
        expected["balanceCarried"] as Json,
        epoch?.opening.COMBINED?.balance ?? 0,
      );
    if ("starter" in expected)
      comparison.equal(".starter", expected["starter"] as Json, epoch?.starter);
  }
  const play = new LedgerPlay(workedCase, new Map([[after.area, world]]));
  judgeLedger(
    rows.map((row) => ({ on, contractArea: after.area, ...row })),
    play,
    [],
    comparison,
  );
};

/** Requests after the replacement: the family was served by the contractor that left. */
const continuity: Judge = (expected, { given, expect, book }, comparison) => {
  const replaced = Object.values(expect).find(
    (block) => isObject(block) && block["balanceCarried"] === 0,
  );
  const rows = isObject(replaced) ? objects(replaced["assignments"]) : [];
  const names = [...new Set(rows.map((row) => textOf(row["contractor"]) ?? ""))];
  const { before, after } = renewalOf(given, names);
  const departed = before.pair.find((name) => !after.pair.includes(name)) ?? "";
  const known = [...before.pair, ...after.pair];
  const on = plainDate(after.from ?? "");
  for (const entry of objects(expected)) {
    const text = textOf(entry["request"]) ?? "";
    const target = known.find((name) => text.startsWith(`override to ${name.split(" ")[0]}`));
    const [, host] = /override to (\S+?),? whose active subcontractor/.exec(text) ?? [];
    const subcontractors =
      host === undefined ? {} : { [known.find((name) => name.startsWith(host)) ?? ""]: [departed] };
    const refusals = validateOverride(
      overrideRequest({
        to: target ?? "",
        priorService: [{ organization: departed, from: "2026-01-01" }],
      }),
      {
        contracts: contractsOf({ ...after, subcontractors }),
        on,
        rules: rotationRulesOn(book, on),
      },
    );
    const { then: _, ...rest } = entry;
    comparison.fields(`.${text}`, rest, {
      request: text,
      allowed: refusals.length === 0,
      error: refusals.map(codeText).join(" "),
      target: org(target ?? ""),
    });
  }
};

const BLOCKS: Readonly<Record<string, Judge>> = {
  assignments,
  consecutiveAssignmentsToTheOtherContractor: consecutive,
  clocksForK1: clocks,
  contractAreaCount: areaCount,
  errors,
  referralValidation,
  continuity,
  // Judged with the ledger, before the row that they concern.
  refused: () => {},
  balanceMeaning: () => {},
};

const judgeOf = (block: string, { given, expect }: WorkedCase): Judge | undefined => {
  const ofAssignment =
    "contractArea" in given || "contractAreas" in given || "contractors" in given;
  if (!ofAssignment) return undefined;
  const value = expect[block];
  if (isObject(value) && "assignments" in value && isObject(given["before"])) return renewal;
  return BLOCKS[block];
};

/** Judges whom referrals go to, epochs, overrides, and what a referral is refused for (S11 to S19). */
export const assignmentChecker: BlockChecker = {
  area: "assignment",
  takes: (block, workedCase) => judgeOf(block, workedCase) !== undefined,
  check: (block, expected, workedCase): CheckResult => {
    const comparison = new Comparison();
    judgeOf(block, workedCase)?.(expected, workedCase, comparison);
    return comparison.result();
  },
};
