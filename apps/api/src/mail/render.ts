import { invitationToken, unseal } from "../auth/tokens.ts";
import type { Config } from "../config.ts";

/** LETTER: subject and text as someone has written and approved them. */
export type Template = "INVITATION" | "PASSWORD_RESET" | "LETTER" | "DIGEST";
export type MailParams = Readonly<Record<string, string>>;

export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

type Links = Pick<Config, "publicUrl" | "secret">;

/** Where an invitation is accepted. The token stands behind the #, so that no server or referrer sees it. */
export const invitationLink = ({ publicUrl, secret }: Links, invitationId: string): string =>
  `${publicUrl}/admin/invitation#${invitationToken(secret, invitationId)}`;

const resetLink = ({ publicUrl }: Links, token: string): string =>
  `${publicUrl}/reset-password#${token}`;

/** The words of one mail. */
export function renderMail(template: Template, params: MailParams, links: Links): MailWords {
  switch (template) {
    case "INVITATION":
      return {
        subject: `Your access to Kinward, ${need(params, "agencyName")}`,
        text: lines(
          `${need(params, "name")},`,
          `${need(params, "agencyName")} has set up access to Kinward for you. Choose your password here:`,
          invitationLink(links, need(params, "invitationId")),
          `The link works once, until ${need(params, "expiresOn")}. If you did not expect it, tell your supervisor.`,
        ),
      };
    case "PASSWORD_RESET":
      return {
        subject: "A new password for Kinward",
        text: lines(
          "Someone asked for a new password for this address. If it was you, choose one here:",
          resetLink(links, unseal(links.secret, "mail", need(params, "sealedToken"))),
          "The link works once, for one hour. If it was not you, leave it: your password stays as it is.",
        ),
      };
    case "DIGEST":
      return {
        subject: "Kinward: your notices of today",
        text: lines(
          "Since the last e-mail:",
          need(params, "counts"),
          `Read them in Kinward: ${links.publicUrl}/inbox`,
          `Choose what you get by e-mail: ${links.publicUrl}/account/notices`,
        ),
      };
    case "LETTER":
      return { subject: need(params, "subject"), text: need(params, "text") };
  }
}

const lines = (...paragraphs: readonly string[]): string => `${paragraphs.join("\n\n")}\n`;

function need(params: MailParams, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`the mail has no ${name}`);
  return value;
}
