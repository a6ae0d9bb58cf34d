import type { CommandId, StaffId } from "@kinward/domain/kernel";
import { type Database, json, newId, system, type Trx, writeAs } from "@kinward/db";
import { createTransport } from "nodemailer";
import { seal } from "../auth/tokens.ts";
import type { Config } from "../config.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { bugFields, type Log } from "../log.ts";
import { renderMail, type Template } from "./render.ts";

/** One mail to be sent: a template with its parameters, so that it is put into words only when it leaves. */
export interface Mail {
  readonly to: string;
  readonly staffId?: StaffId;
  readonly template: Template;
  readonly language?: "en-US" | "es-US";
  readonly params: Readonly<Record<string, string>>;
  readonly commandId?: CommandId;
}

export interface Outbox {
  /** Whether a mail server is set up; without one mail waits, and administrators see that it does. */
  readonly isConnected: boolean;
  /** Puts a mail into the outbox, in the transaction of what it is about. */
  readonly put: (trx: Trx, mail: Mail) => Promise<void>;
  readonly sendPasswordReset: (email: string, token: string) => Promise<void>;
  /** Sends one waiting mail; a failure is noted and thrown, so that the queue tries again. */
  readonly send: (mailId: string) => Promise<void>;
  /** Puts what waited for a mail server into the queue. */
  readonly sendWaiting: () => Promise<void>;
  readonly stop: () => void;
}

/** What the mail server may take before a try counts as failed. */
const TIMEOUT_MS = 20_000;

interface OutboxOptions {
  readonly config: Pick<Config, "smtpUrl" | "mailFrom" | "publicUrl" | "secret">;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly log: Log;
}

export function createOutbox({ config, db, jobs, log }: OutboxOptions): Outbox {
  const transport =
    config.smtpUrl === undefined
      ? undefined
      : createTransport({
          url: config.smtpUrl,
          connectionTimeout: TIMEOUT_MS,
          greetingTimeout: TIMEOUT_MS,
          socketTimeout: TIMEOUT_MS,
        } as { url: string });

  async function put(trx: Trx, mail: Mail): Promise<void> {
    const mailId = newId();
    await trx
      .insertInto("mail")
      .values({
        mailId,
        toAddress: mail.to,
        toStaffId: mail.staffId ?? null,
        template: mail.template,
        language: mail.language ?? "en-US",
        params: json(mail.params),
        commandId: mail.commandId ?? null,
      })
      .execute();
    if (transport !== undefined) await jobs.enqueue(trx, "mail", { mailId });
  }

  return {
    isConnected: transport !== undefined,
    put,
    sendPasswordReset: (email, token) =>
      writeAs(db, system("mail"), (trx) =>
        put(trx, {
          to: email,
          template: "PASSWORD_RESET",
          // The database must not hold what opens an account.
          params: { sealedToken: seal(config.secret, "mail", token) },
        }),
      ),

    send: async (mailId) => {
      if (transport === undefined) return;
      const mail = await db
        .updateTable("mail")
        .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
        .where("mailId", "=", mailId)
        .where("status", "<>", "SENT")
        .returning(["toAddress", "template", "language", "params"])
        .executeTakeFirst();
      if (mail === undefined) return;
      try {
        const words = renderMail(
          mail.template as Template,
          mail.params as Record<string, string>,
          config,
        );
        await transport.sendMail({ from: config.mailFrom, to: mail.toAddress, ...words });
      } catch (error) {
        log.warn("mail-failed", { mailId, ...bugFields(error) });
        await db
          .updateTable("mail")
          .set({ status: "FAILED", lastError: reasonOf(error) })
          .where("mailId", "=", mailId)
          .execute();
        throw error;
      }
      await db
        .updateTable("mail")
        .set({
          status: "SENT",
          sentAt: new Date().toISOString() as never,
          lastError: null,
          params: json(withoutSecrets(mail.params)),
        })
        .where("mailId", "=", mailId)
        .execute();
    },

    sendWaiting: async () => {
      if (transport === undefined) return;
      const waiting = await db
        .selectFrom("mail")
        .select("mailId")
        .where("status", "<>", "SENT")
        .orderBy("createdAt")
        .execute();
      for (const { mailId } of waiting) await jobs.add("mail", { mailId });
    },

    stop: () => transport?.close(),
  };
}

/** A code such as ECONNREFUSED or an SMTP status: never the server's text, which may quote an address. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter((part) => part !== undefined).join(" ") || "UNKNOWN";
}

const withoutSecrets = (params: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !name.startsWith("sealed")));
