import type { AreaRotation } from "@kinward/db/rotation";
import { CLOCK_OF, type SettingChangeInput, settingSteps } from "@kinward/domain/approval";
import type { PolicyBook, SettingKey, SettingValue } from "@kinward/domain/policy";
import type { SettingPreview, SettingStepView } from "@kinward/domain/views";

/**
 * What a change of settings would do: each value before and after, the day of a duty or turn that decides which version
 * it follows, and how many areas keep their rule for the present pair of contracts. Without a book (the change is
 * decided already) only what it says.
 */
export function settingPreview(
  input: Pick<SettingChangeInput, "validFrom" | "values">,
  book: PolicyBook | undefined,
  areas: readonly AreaRotation[],
): SettingPreview {
  const said = (Object.entries(input.values) as [SettingKey, SettingValue][]).map(
    ([key, after]) => ({ key, after }),
  );
  const steps = (book === undefined ? said : settingSteps(input, book)).map(
    (step): SettingStepView => ({ ...step, clock: CLOCK_OF[step.key] }),
  );
  return {
    steps,
    ...(steps.some((step) => step.clock === "EPOCH")
      ? { areasInEpoch: areas.filter((area) => area.head.scope !== undefined).length }
      : {}),
  };
}
