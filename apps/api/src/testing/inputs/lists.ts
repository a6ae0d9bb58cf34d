import { newId } from "@kinward/db";
import type { LIST_ROUTES } from "../../routes/lists.ts";
import type { Inputs } from "./inputs.ts";

const command = () => ({ commandId: newId() });

export const LIST_INPUTS: Inputs<keyof typeof LIST_ROUTES> = {
  "views.list": () => ({ list: "CASES" }),
  "views.save": () => ({
    ...command(),
    viewId: newId(),
    list: "CASES",
    name: "Late ones",
    search: { late: "true" },
    isDefault: false,
  }),
  "views.remove": () => ({ ...command(), viewId: newId() }),
  "inbox.list": () => ({ page: 1 }),
  "inbox.count": () => ({}),
  "inbox.mark": () => ({ ...command(), ids: [newId()], isRead: true }),
  "inbox.choices": () => ({}),
  "inbox.choose": () => ({ ...command(), kind: "DUTY_SOON", channel: "INBOX" }),
  "state.view": () => ({}),
  "calendar.view": () => ({ from: "2026-11-01", to: "2026-11-30" }),
  "calendar.feed": () => ({}),
  "calendar.renewFeed": command,
  "calendar.revokeFeed": command,
  "cases.export": () => ({ format: "CSV", columns: ["family"] }),
  "work.export": () => ({ format: "CSV" }),
};
