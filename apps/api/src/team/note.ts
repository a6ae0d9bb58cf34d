import { findCaseFile } from "@kinward/db/cases";
import { type HandoverRow, loadHandoverRecord } from "@kinward/db/team";
import type { ReadTrx, Trx } from "@kinward/db";
import { evaluate } from "@kinward/domain/contacts";
import type { CaseId, OrganizationId, PersonId, PlainDate } from "@kinward/domain/kernel";
import { reportSchedule } from "@kinward/domain/reports";
import { fillHandover, type HandoverPart } from "@kinward/domain/team";
import type { HandoverView, NamedPart } from "@kinward/domain/views";
import type { SignedIn } from "../trpc/context.ts";
import { orNotFound } from "../trpc/failure.ts";

/** The note of a case as the record fills it today. */
export async function filledNote(
  trx: ReadTrx | Trx,
  caseId: CaseId,
  organizationId: OrganizationId | undefined,
  from: PlainDate,
  today: PlainDate,
): Promise<readonly HandoverPart[]> {
  const { file, book } = orNotFound(await findCaseFile(trx, caseId));
  const running = (file.episodes ?? []).findLast(
    (one) =>
      one.serviceType === "FSRP" &&
      one.effectiveDate <= today &&
      (one.lastServiceDay === undefined || one.lastServiceDay >= today),
  );
  const report =
    running &&
    reportSchedule(running.effectiveDate, running.lastServiceDay, book, today).find(
      (one) => one.dueOn >= today,
    );
  return fillHandover(
    {
      ...(await loadHandoverRecord(trx, caseId, organizationId)),
      file,
      duties: evaluate(file, book, today).duties,
      ...(report && { nextReportOn: report.dueOn }),
    },
    from,
    today,
  );
}

type Names = ReadonlyMap<PersonId, string>;

/** Parts speak of people by their ids; here they get their names. */
export const namedParts = (parts: readonly HandoverPart[], names: Names): readonly NamedPart[] =>
  parts.map((part) => ({
    ...part,
    names: ("people" in part ? part.people : []).flatMap((id) => names.get(id) ?? []),
  }));

/** A handover as its readers see it. */
export const handoverView = (
  { parts, episodeId: _, ...row }: HandoverRow,
  names: Names,
  { actor }: SignedIn,
): HandoverView => ({
  ...row,
  parts: namedParts(parts, names),
  mine: row.toStaffId === actor.staffId,
});
