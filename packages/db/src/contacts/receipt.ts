import type { CaseFile } from "@kinward/domain/casefile";
import { type Duty, dutyId, type Evaluation, satisfiedBy } from "@kinward/domain/contacts";
import type { CaseId, ContactId } from "@kinward/domain/kernel";
import type { ContactReceipt } from "@kinward/domain/views";

interface Compared {
  readonly caseId: CaseId;
  readonly contactId: ContactId;
  readonly file: CaseFile;
  readonly before: Evaluation;
  readonly after: Evaluation;
  readonly warnings: ContactReceipt["warnings"];
}

const isOpen = (duty: Duty): boolean =>
  duty.settledOn === undefined && duty.cancelledOn === undefined;

/** What changed in the duties, with the names of those whom they are about. */
export function receiptOf(compared: Compared): ContactReceipt {
  const { caseId, contactId, file, before, after, warnings } = compared;
  const names = new Map(file.members.map((member) => [member.id as string, member.name ?? ""]));
  const shown = (duty: Duty) => ({
    key: duty.key,
    rule: duty.rule,
    subject: duty.subject,
    subjectName: names.get(duty.subject) ?? "",
  });
  const { settled, weeks } = satisfiedBy(before, after, contactId);
  const now = new Map(after.duties.map((duty) => [dutyId(duty), duty]));
  // Met before and asked for again; what followed from it alone is no longer listed at all.
  const reopened = before.duties.filter((duty) => {
    const later = now.get(dutyId(duty));
    return duty.settledOn !== undefined && later !== undefined && isOpen(later);
  });
  return {
    contactId,
    caseId,
    settled: settled.map((duty) => ({
      ...shown(duty),
      late: duty.dueOn !== undefined && (duty.settledOn ?? "") > duty.dueOn,
      ...(duty.dueOn !== undefined && { dueOn: duty.dueOn }),
    })),
    reopened: reopened.map(shown),
    ...(weeks && { weeks }),
    noticeReady: after.duties.some((duty) => duty.rule === "REP-2" && isOpen(duty)),
    warnings,
  };
}
