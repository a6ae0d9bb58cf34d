import type { CaseFile } from "@kinward/domain/casefile";
import { type Duty, explain as explainDuty } from "@kinward/domain/contacts";
import type { PlainDate } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import { Explain } from "@kinward/ui/Explain";
import { explain } from "@kinward/wording/en/explain";
import { useMe } from "../shared/session.ts";
import { personName } from "./present.ts";

interface WhyDutyProps {
  readonly file: CaseFile;
  readonly book: PolicyBook;
  readonly asOf: PlainDate;
  readonly duty: Duty;
}

/** The reasoning behind one duty, as in the case itself. */
export function WhyDuty({ file, book, asOf, duty }: WhyDutyProps) {
  const { today } = useMe();
  const explanation = explainDuty(file, book, asOf, duty.episodeId, duty.key);
  if (explanation === undefined) return null;
  const words = explain(explanation, { nameOf: (id) => personName(file, id), today });
  return <Explain explanation={{ ...words, sources: words.sources.map((label) => ({ label })) }} />;
}
