import type { FoundPerson } from "@kinward/domain/views";
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
