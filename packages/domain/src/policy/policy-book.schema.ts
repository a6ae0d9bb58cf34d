import { z } from "zod";
import { InstantSchema, PlainDateSchema, text } from "../kernel/values.schema.ts";
import type { PolicyBook } from "./policy-book.ts";
import { CASE_PROFILES, type SettingKey, SETTINGS } from "./settings.ts";

const optional = z.exactOptional;

/** A policy book as JSON: all versions of all settings, and the lists of holidays. */
export const PolicyBookSchema = z
  .looseObject({
    profile: z.enum(CASE_PROFILES),
    number: z.int().min(0),
    publishedAt: optional(InstantSchema),
    settings: z.array(
      z.looseObject({
        key: z.enum(Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]]),
        validFrom: optional(PlainDateSchema),
        value: z.union([z.number(), z.boolean(), text(200), z.null(), z.array(text(200))]),
        source: text(2_000),
        publishedAt: optional(InstantSchema),
        publishedBy: optional(text(200)),
      }),
    ),
    holidayYears: z.array(
      z.looseObject({
        year: z.int().min(1900).max(2200),
        holidays: z.array(
          z.looseObject({
            date: PlainDateSchema,
            name: text(200),
            actual: optional(PlainDateSchema),
          }),
        ),
        source: text(2_000),
      }),
    ),
  })
  .meta({
    title: "Kinward policy book",
    description: "All policy of one profile as published at one moment.",
  }) as unknown as z.ZodType<PolicyBook, PolicyBook>;
