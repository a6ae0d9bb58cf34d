import type { CorrectedLine } from "@kinward/db/rotation";
import type { OrganizationId } from "@kinward/domain/kernel";
import type { CorrectionPreview } from "@kinward/domain/views";

/** What a correction would make of the balance. */
export function correctionPreview(
  { about, standing, decision }: CorrectedLine,
  names: ReadonlyMap<OrganizationId, string>,
): CorrectionPreview {
  const { line, head } = decision;
  const nameOf = (id: OrganizationId | undefined) => (id && names.get(id)) ?? "";
  return {
    lane: line.lane,
    before: line.before,
    after: line.after,
    pair: [nameOf(head.epoch?.contractors[0]), nameOf(head.epoch?.contractors[1])],
    line: { contractorName: nameOf(about.contractor), method: about.method, at: about.at },
    ...(standing && { standingName: nameOf(standing.contractor) }),
  };
}
