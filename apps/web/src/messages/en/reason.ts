/** What is asked, and what is said when it is not answered; without the second it may stay open. */
export interface ReasonWords {
  readonly label: string;
  readonly missing?: string;
}

/** The question for a reason, where acts ask alike; an act with a question of its own has it among its words. */
export const reasons = {
  why: { label: "Why", missing: "Enter the reason" },
  correction: { label: "Why it is corrected", missing: "Enter why it is corrected" },
} as const satisfies Readonly<Record<string, ReasonWords>>;
