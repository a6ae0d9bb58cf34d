import { useState } from "react";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { CaseHeader } from "@kinward/domain/views";
import { queryClient } from "../../../api/client.ts";
import { type InputOf, useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { toast } from "../../../app/toast.ts";
import { faultsOfFailure } from "../../shared/faults.ts";

type Sent<T> = Omit<InputOf<T>, "caseId" | "revision">;

interface Options {
  readonly header: Pick<CaseHeader, "caseId" | "revision">;
  readonly fields: readonly string[];
  /** Said when it is done. */
  readonly done: string;
  readonly onDone: () => void;
}

/** Sends a change of the people of a case. What was typed stays until the server has taken it. */
export function useRosterCommand<T extends { readonly commandId: string }>(
  run: (input: T) => Promise<unknown>,
  { header, fields, done, onDone }: Options,
): {
  readonly faults: readonly FieldFault[];
  readonly isSaving: boolean;
  send(input: Sent<T>): void;
} {
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const command = useCommand(run);
  async function send(input: Sent<T>): Promise<void> {
    setFaults([]);
    const { caseId, revision } = header;
    try {
      await command.mutateAsync({ ...input, caseId, revision } as unknown as InputOf<T>);
      toast(done);
      await queryClient.invalidateQueries();
      onDone();
    } catch (error) {
      const failure = failureOf(error);
      setFaults(faultsOfFailure(failure, fields));
      // The page behind shows what is there now, and the next try is about that.
      if (failure.kind === "CONFLICT") await queryClient.invalidateQueries();
    }
  }
  return { faults, isSaving: command.isPending, send: (input) => void send(input) };
}
