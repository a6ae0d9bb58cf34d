/** The two policy texts. */
export type PolicyText = "IA_TOPIC_6" | "KY_SOP_3_4";

/** A place in a policy text: line numbers of the text as archived with the requirements catalogue. */
export interface Citation {
  readonly text: PolicyText;
  readonly lines: string;
}

/** Iowa Topic 6, for example `ia("60-63")`. */
export const ia = (lines: string): Citation => ({ text: "IA_TOPIC_6", lines });
/** Kentucky SOP 3.4. */
export const ky = (lines: string): Citation => ({ text: "KY_SOP_3_4", lines });
