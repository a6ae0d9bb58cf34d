import { loadPolicyBook } from "@kinward/db/admin";
import { listProposals, propose } from "@kinward/db/proposals";
import { listRotations } from "@kinward/db/rotation";
import { decideSettingChange, ProposeSettingInput, SettingContent } from "@kinward/domain/approval";
import {
  CASE_PROFILES,
  findSettingVersion,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
  type SettingSpec,
} from "@kinward/domain/policy";
import type { SettingView } from "@kinward/domain/views";
import { z } from "zod";
import { router } from "../trpc/base.ts";
import { decided, refused } from "../trpc/failure.ts";
import { command, query } from "../trpc/procedures.ts";
import { settingPreview } from "./preview.ts";

/** Every setting of a profile with its versions and where it comes from. */
const list = query(
  "settings.list",
  z.strictObject({ profile: z.enum(CASE_PROFILES) }),
  async ({ trx, today }, { profile }) => {
    const book = await loadPolicyBook(trx, profile);
    const viewOf = (key: SettingKey): SettingView => {
      const { decision, cites, shape }: SettingSpec = SETTINGS[key];
      const inForce = findSettingVersion(book, key, today);
      return {
        key,
        profile,
        decision,
        cites: cites.map((cite) => `${cite.text} ${cite.lines}`),
        ...(shape.kind === "whole" ? { unit: shape.unit } : {}),
        versions: book.settings
          .filter((version) => version.key === key)
          .map(({ key: _, ...version }) => ({
            ...version,
            inForce:
              inForce !== undefined &&
              inForce.validFrom === version.validFrom &&
              inForce.publishedAt === version.publishedAt,
          })),
      };
    };
    const keys = SETTING_KEYS.filter((key) => SETTINGS[key].profile === profile);
    return { settings: keys.map(viewOf), bookNumber: book.number };
  },
);

/** What a change would do, in values and days; asked while it is filled in, so nothing is refused here. */
const preview = query("settings.preview", SettingContent, async ({ trx }, input) =>
  settingPreview(input, await loadPolicyBook(trx, input.profile), await listRotations(trx)),
);

/** Proposes new versions of settings; a second administrator publishes them (DEC-48). */
const proposeChange = command("settings.propose", ProposeSettingInput, async (tools, input) => {
  const { trx, today, who } = tools;
  const { profile, validFrom, values, source, reason } = input;
  const { value } = decided(
    decideSettingChange({ validFrom, values, source }, await loadPolicyBook(trx, profile), today),
  );
  const keys = value.steps.map((step) => step.key);
  const open = await listProposals(trx, { kinds: ["SETTING"], state: "OPEN" });
  // Two changes of one setting would each be judged without the other.
  const both = keys.find((key) =>
    open.some((one) => key in SettingContent.parse(one.content).values),
  );
  if (both !== undefined)
    throw refused({ code: "PROPOSAL_OPEN", path: ["values", both], params: { of: both } });
  const made = decided(
    await propose(tools, {
      kind: "SETTING",
      subject: { kind: "SETTING", id: keys.join() },
      content: { profile, validFrom, values },
      reason,
      source,
      by: who.actor.staffId,
    }),
  );
  return {
    result: made.value,
    subject: { kind: "SETTING", id: keys.join() },
    params: { profile, validFrom, keys },
  };
});

export const settingsRouter = router({ list, preview, propose: proposeChange });
