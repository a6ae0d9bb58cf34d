import type { Services } from "../trpc/context.ts";
import { isSetupNeeded } from "@kinward/db/admin";

/** On an empty database: the one-time token, for whoever reads this process's output and nobody else. */
export async function announceSetup(
  services: Services,
  say: (line: string) => void,
): Promise<void> {
  if (!(await isSetupNeeded(services.db))) return;
  say(
    [
      "",
      "There is no agency yet. Create it and its first administrator at",
      `  ${services.config.publicUrl}/admin/setup`,
      "with this one-time token:",
      `  ${services.setupToken}`,
      "",
    ].join("\n"),
  );
}
