import { useRef } from "react";
import { v7 } from "uuid";
import { queryClient } from "../../api/client.ts";
import { type Fault, faultOf } from "../../api/fault.ts";
import { isStale } from "./faults.ts";
import { noteSignedOut } from "../../api/session-watch.ts";

/** Part of every command. Ids and dates are plain text on the way: the server reads them into its own types. */
interface Envelope {
  commandId?: string;
  recordedAt?: string;
}
/** What a screen gives; the envelope is ours. A union stays a union. */
export type Content<Input> = Input extends unknown ? Omit<Input, keyof Envelope> : never;

export type Sent<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Sends commands of one kind. The same content keeps its command id, so that pressing again after a lost answer is the
 * same command and not a second one. Afterwards every list is read again: one change may touch gaps, counts, home and
 * the record of changes alike.
 */
export function useSend<Input extends Envelope, Output>(
  mutate: (input: Input) => Promise<Output>,
): (content: Content<Input>) => Promise<Sent<Output>> {
  const last = useRef<{ content: string; commandId: string } | undefined>(undefined);
  return async (content) => {
    const text = JSON.stringify(content);
    if (last.current?.content !== text) last.current = { content: text, commandId: v7() };
    try {
      const output = await mutate({
        ...content,
        commandId: last.current.commandId,
      } as unknown as Input);
      last.current = undefined;
      await queryClient.invalidateQueries();
      return { ok: true, output };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === "SIGNED_OUT") noteSignedOut();
      // What the screen compares with is old: read it again, the form keeps what was entered.
      if (isStale(fault)) await queryClient.invalidateQueries();
      return { ok: false, fault };
    }
  };
}
