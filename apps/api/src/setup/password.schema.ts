import { text } from "@kinward/domain/kernel";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../auth/auth.ts";

/** A password that someone chooses. Length is what protects it; nothing else is demanded. */
export const NewPassword = text(MAX_PASSWORD_LENGTH).refine(
  (value) => value.length >= MIN_PASSWORD_LENGTH,
  {
    message: "PASSWORD_TOO_SHORT",
  },
);
