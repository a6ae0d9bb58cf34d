import { z } from "zod";
import type { Brand } from "./brand.ts";
import { type Instant, isInstant } from "./instant.ts";
import { isPlainDate, type PlainDate } from "./plain-date.ts";

const date = z
  .string()
  .refine(isPlainDate, { message: "DATE_INVALID" })
  .meta({ format: "date", description: "Calendar date, yyyy-mm-dd" });
/** A calendar date. */
export const PlainDateSchema = date as unknown as z.ZodType<PlainDate, string>;

const moment = z
  .string()
  .refine(isInstant, { message: "INSTANT_INVALID" })
  .meta({ format: "date-time" });
/** A moment in UTC. */
export const InstantSchema = moment as unknown as z.ZodType<Instant, string>;

/** NUL does not fit into PostgreSQL text, lone surrogates are no Unicode: both are refused at the border. */
const isStorable = (value: string): boolean => !value.includes("\u0000") && value.isWellFormed();

/** Free text of at most `max` characters that the database can keep. The only text type of inputs. */
export const text = (max = 20_000) =>
  z
    .string()
    .max(max, { message: `TOO_LONG:${max}` })
    .refine(isStorable, { message: "TEXT_INVALID" });

/** Text that says something: not empty, not only blanks. */
export const requiredText = (max = 20_000) =>
  text(max).refine((value) => value.trim() !== "", { message: "FIELD_REQUIRED" });

/** A UUID of one entity's brand (UUIDv7 where we make it). */
export const id = <B extends Brand<string>>() => z.guid() as unknown as z.ZodType<B, string>;

/** An id inside a portable case file: any short text, since worked cases name people by words. */
export const fileId = <B extends Brand<string>>() =>
  text(100).min(1) as unknown as z.ZodType<B, string>;

/** What every mutation carries: made by the client once, so that a retry is the same command. */
export const CommandEnvelope = {
  commandId: id<Brand<"CommandId">>(),
  /** When the device recorded it, if that was earlier than sending. */
  recordedAt: z.exactOptional(InstantSchema),
};
