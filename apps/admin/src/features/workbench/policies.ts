import { defaultPolicyBook, type PolicyBook } from "@kinward/domain/policy";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../shared/session.ts";
import { type AgainstChoice, bookNumberOf, type PolicyChoice, policyChoices } from "./present.ts";
import { useBooks, useNumberedBook } from "./queries.ts";

export const TEXTS = defaultPolicyBook("IA_FSRP");

/** One of the two policies that a case is counted with. */
export interface PolicySide<Choice extends AgainstChoice> {
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
  /** Absent while a chosen book is on its way, and where nothing or other values are chosen. */
  readonly book: PolicyBook | undefined;
  /** The chosen book where it has to be fetched. */
  readonly fetched: UseQueryResult<PolicyBook, unknown> | undefined;
}

export interface Policies {
  readonly choices: ReturnType<typeof policyChoices>;
  readonly first: PolicySide<PolicyChoice>;
  readonly second: PolicySide<AgainstChoice>;
}

/** The policies to count with and to compare with: in force, the texts, those of the case, and every published book. */
export function usePolicies(inForce: PolicyBook, own: PolicyBook | undefined): Policies {
  const { today } = useMe();
  const books = useBooks();
  const known: Readonly<Partial<Record<string, PolicyBook>>> = {
    IN_FORCE: inForce,
    TEXTS,
    ...(own && { CASE: own }),
  };
  return {
    choices: policyChoices(inForce.number, books.data ?? [], own !== undefined, today),
    first: useSide<PolicyChoice>(own === undefined ? "IN_FORCE" : "CASE", known),
    second: useSide<AgainstChoice>("NONE", known),
  };
}

function useSide<Choice extends AgainstChoice>(
  start: Choice,
  known: Readonly<Partial<Record<string, PolicyBook>>>,
): PolicySide<Choice> {
  const [choice, choose] = useState(start);
  const number = bookNumberOf(choice);
  const query = useNumberedBook(number);
  return {
    choice,
    choose,
    book: known[choice] ?? (number === undefined ? undefined : query.data),
    fetched: number === undefined ? undefined : query,
  };
}
