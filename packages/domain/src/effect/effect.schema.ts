import { z } from "zod";
import { PublishHolidaysInput } from "../agency/agency.schema.ts";
import { SettingContent } from "../approval/proposal.schema.ts";
import type { CaseId } from "../kernel/ids.ts";
import { id } from "../kernel/values.schema.ts";
import { CASE_PROFILES, SETTING_KEYS, type SettingKey } from "../policy/settings.ts";

/** An effect is worked out part by part: each answer says where the next part begins. */
const Part = {
  after: z.exactOptional(id<CaseId>()),
  /** Counts only: whoever has listed enough changes asks for no more of them. */
  countsOnly: z.exactOptional(z.literal(true)),
};

/** What a change of settings would do to the next part of the cases. */
export const SettingsEffectInput = z.strictObject({ ...SettingContent.shape, ...Part });

const { profile, year, holidays, expectedBook } = PublishHolidaysInput.shape;
/** What another list of holidays would do to the next part of the cases. */
export const HolidaysEffectInput = z.strictObject({
  profile,
  year,
  holidays,
  expectedBook,
  ...Part,
});

const number = z.int().min(0).max(1_000_000);
const key = z.enum(SETTING_KEYS as unknown as readonly [SettingKey, ...SettingKey[]]);
/** Two states of the policy: books by their numbers, or versions of one setting in the order of the book in force. */
export const Comparison = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("BOOKS"),
    profile: z.enum(CASE_PROFILES),
    first: number,
    second: number,
  }),
  z.strictObject({ of: z.literal("VERSIONS"), key, first: number, second: number }),
]);
export type Comparison = z.output<typeof Comparison>;
/** What would differ in the next part of the cases, were the second in force instead of the first. */
export const ComparisonEffectInput = z.strictObject({ comparison: Comparison, ...Part });
