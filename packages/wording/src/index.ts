export { HISTORY_PROCEDURES, isHistoryProcedure, type HistoryProcedure } from "./procedures.ts";
export { dutyOfRow } from "./lib/work-row.ts";
export { labelOf } from "./lib/params.ts";
export type { ExplainedExpected } from "./lib/expected.ts";
export type { Explained, ExplainContext, ExplainedDay, ExplainedRecord } from "./lib/explain.ts";
export { invalidText, refusalText, warningText } from "./sentences.ts";
export {
  LANGUAGE_CODES,
  type CodeSentence,
  type CodeWords,
  type CountUnit,
  type DateOptions,
  type DateWords,
  type DutyLike,
  type DutyWords,
  type HistoryWords,
  type InvalidKind,
  type LabelWords,
  type LanguageCode,
  type ListWords,
  type Locale,
  type ReceiptWords,
} from "./types.ts";
