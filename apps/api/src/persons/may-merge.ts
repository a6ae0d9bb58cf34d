import { type Actor, may } from "@kinward/domain/access";

/** Whether somebody decides about who is who, asked with what the cases of a person have to do with them. */
export const merges =
  (actor: Actor) =>
  (relation: { readonly below: boolean }): boolean =>
    may(actor, "PERSON_MERGE", relation).allowed;
