import { z } from "zod";
import { PublishHolidaysInput } from "../agency/agency.schema.ts";
import { SettingContent } from "../approval/proposal.schema.ts";
import type { CaseId } from "../kernel/ids.ts";
import { id } from "../kernel/values.schema.ts";

/** An effect is worked out part by part: each answer says where the next part begins. */
const Part = { after: z.exactOptional(id<CaseId>()) };

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
