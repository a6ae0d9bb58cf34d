import { loadPolicyBook } from "@kinward/db/admin";
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
import { query } from "../trpc/procedures.ts";

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

export const settingsRouter = router({ list });
