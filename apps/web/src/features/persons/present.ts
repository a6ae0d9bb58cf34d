import type { FoundPerson, Me, MergeProposal, MergeProposalRow } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { paths } from "../../app/paths.ts";
import { persons as words } from "../../messages/en/persons.ts";

type FoundCase = FoundPerson["cases"][number];

export const nameOf = ({ name }: { readonly name: string }): string =>
  name === "" ? words.unnamed : name;

export const bornText = (birthDate: FoundPerson["birthDate"], today: string): string =>
  birthDate === undefined ? words.birthUnknown : dates.date(birthDate, { today, style: "day" });

/** Opening the case of another team leads past the page that asks for the reason. */
export const caseHref = ({ caseId, mayOpen }: Pick<FoundCase, "caseId" | "mayOpen">): string =>
  mayOpen ? paths.case(caseId) : paths.caseReason(caseId);

/** What somebody is in a case, and whose case it is: "Child, open, Wanda Worker, Ames". */
export const caseText = (one: FoundCase): string =>
  [
    labels.memberRole[one.role],
    one.open ? words.open : words.ended,
    one.workerName,
    one.officeName,
    one.mayOpen ? undefined : words.asksReason,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");

type Reader = Pick<Me, "today" | "agency">;
const momentOf = (at: MergeProposal["at"], { today, agency }: Reader): string =>
  dates.moment(at, agency.timeZone, { today });

/** "Wanda Worker proposed on Nov 20 that these are one person: The same birth certificate" */
export const proposedText = ({ own, by, at, reason }: MergeProposal, me: Reader): string =>
  [words.proposals.by(own ? words.proposals.you : by, momentOf(at, me)), reason]
    .filter((part) => part !== undefined)
    .join(": ");

/** What became of a proposal; undefined while it waits. */
export const answerText = ({ a, b, answer }: MergeProposalRow, me: Reader): string | undefined => {
  if (answer === undefined) return a.personId === b.personId ? words.proposals.isOne : undefined;
  const { decision, by, at, note } = answer;
  const said = words.proposals.answer[decision](by, momentOf(at, me));
  return [said, note].filter((part) => part !== undefined).join(": ");
};
