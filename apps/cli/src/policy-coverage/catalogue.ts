import type { PolicyText } from "@kinward/domain/kernel";
import catalogue from "@kinward/domain/requirements/catalogue.json" with { type: "json" };

/** One requirement of the catalogue: what the policy says, where, and whether a program can decide it. */
export interface Requirement {
  readonly id: string;
  readonly title: string;
  /** Absent where a requirement follows from no single text. */
  readonly text?: PolicyText;
  readonly lines?: string;
  /** Our paraphrase. */
  readonly says: string;
  readonly kind: "AUTOMATED" | "JUDGEMENT";
  /** Follows from a sentence without being one. */
  readonly derived?: boolean;
}

/** A question that the texts leave open, settled by the decision register. */
export interface Decision {
  readonly id: string;
  readonly question: string;
}

export interface Catalogue {
  readonly requirements: readonly Requirement[];
  readonly decisions: readonly Decision[];
}

export const CATALOGUE = catalogue as Catalogue;
