import type { FoundPerson } from "@kinward/domain/views";
import { UiLink } from "@kinward/ui/UiLink";
import { persons as words } from "../../messages/en/persons.ts";
import { caseHref, caseText } from "./present.ts";

/** The cases of a person, as far as the caller may know of them. */
export function CasesOf({ cases }: Pick<FoundPerson, "cases">) {
  if (cases.length === 0) return <span className="muted">{words.noCases}</span>;
  return (
    <ul className="stack-small">
      {cases.map((one) => (
        <li key={one.caseId}>
          <UiLink href={caseHref(one)}>{words.caseOf(one.caseNumber)}</UiLink>{" "}
          <span className="muted small">{caseText(one)}</span>
        </li>
      ))}
    </ul>
  );
}
