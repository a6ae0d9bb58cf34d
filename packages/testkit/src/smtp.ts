import { createServer, type Socket } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

export interface TestMail {
  readonly to: string;
  /** Headers and text as they came. */
  readonly data: string;
}

export interface TestSmtp {
  readonly url: string;
  readonly mails: readonly TestMail[];
  /** Refuses every mail until set back. */
  isRefusing: boolean;
  stop(): Promise<void>;
}

/** A mail server that keeps what it gets: just enough of SMTP for a well-behaved sender. */
export async function startSmtp(): Promise<TestSmtp> {
  const mails: TestMail[] = [];
  const sockets = new Set<Socket>();
  const state = { isRefusing: false };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    converse(socket, mails, () => state.isRefusing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    get isRefusing() {
      return state.isRefusing;
    },
    set isRefusing(value: boolean) {
      state.isRefusing = value;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function converse(socket: Socket, mails: TestMail[], isRefusing: () => boolean): void {
  let pending = "";
  let to = "";
  let data: string[] | undefined;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say("220 test");
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    pending += chunk;
    for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      if (data !== undefined) {
        if (line === ".") {
          mails.push({ to, data: data.join("\n") });
          data = undefined;
          say("250 kept");
        } else data.push(line);
        continue;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "RCPT") {
        to = /<(.*)>/.exec(line)?.[1] ?? "";
        say(isRefusing() ? "450 not now" : "250 ok");
      } else if (verb === "DATA") {
        data = [];
        say("354 go on");
      } else if (verb === "QUIT") socket.end("221 bye\r\n");
      else say("250 ok");
    }
  });
}
