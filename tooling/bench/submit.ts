import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import type { Draft } from "./drafts.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Submits a draft through the API, as a browser does. @throws when it is not taken */
export function submit(origin: string, { draftId, worker }: Draft): Promise<string> {
  const body = JSON.stringify({
    commandId: randomUUID(),
    draftId,
    expectedVersion: 1,
    acceptWarnings: [],
  });
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}/api/trpc/referrals.submit`,
      {
        method: "POST",
        agent,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          cookie: worker.cookie,
        },
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => (text += part));
        answer.on("end", () =>
          answer.statusCode === 200
            ? resolve(text)
            : reject(new Error(`referrals.submit: ${answer.statusCode} ${text}`)),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
