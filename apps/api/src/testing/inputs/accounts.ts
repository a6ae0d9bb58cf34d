import { newId } from "@kinward/db";
import type { ACCOUNT_ROUTES } from "../../routes/accounts.ts";
import type { Inputs } from "./inputs.ts";

const PASSWORD = "a long enough password";

export const ACCOUNT_INPUTS: Inputs<keyof typeof ACCOUNT_ROUTES> = {
  "session.me": () => ({}),
  "session.signOutEverywhere": () => ({ commandId: newId() }),
  "setup.status": () => ({}),
  "setup.create": () => ({
    agencyName: "Agency",
    timeZone: "America/Chicago",
    name: "First Administrator",
    email: "first@kinward.test",
    password: PASSWORD,
    token: "not the token",
  }),
  "invitations.find": () => ({ token: "no such token" }),
  "invitations.accept": () => ({ token: "no such token", password: PASSWORD }),
};
