import { labelOf } from "@kinward/wording";
import { labels } from "@kinward/wording/en/labels";
import { receipts } from "@kinward/wording/en/receipts";

/** How a case came to a contractor, in words. */
export const methodText = (method: string): string => labelOf(receipts.method, method);

/** `IA_TOPIC_6:34` in words. */
export const citeText = (cite: string): string => {
  const [text = "", lines = ""] = cite.split(":");
  return `${labelOf(labels.policyText, text)}, ${/[-,]/u.test(lines) ? "lines" : "line"} ${lines}`;
};
