import { useRef } from "react";
import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import { v7 as uuidv7 } from "uuid";

export interface Command {
  readonly commandId: string;
}

/** What a form hands over: the command without what is added here. */
export type InputOf<T> = T extends unknown ? Omit<T, "commandId" | "recordedAt"> : never;

/** Gives each new input a fresh id, and the same input tried again the same id: a retry is the same command. */
export function commandIds(make: () => string = uuidv7): {
  idFor(input: object): string;
  done(): void;
} {
  let last: { readonly input: string; readonly id: string } | undefined;
  return {
    idFor: (input) => {
      const text = JSON.stringify(input);
      if (last?.input !== text) last = { input: text, id: make() };
      return last.id;
    },
    done: () => void (last = undefined),
  };
}

/** A mutation of the API whose input gets its `commandId` here: `useCommand(trpcClient.intake.acknowledge.mutate)`. */
export function useCommand<T extends { readonly commandId: string }, Output>(
  run: (input: T) => Promise<Output>,
  options: { onSuccess?: (output: Output, input: InputOf<T>) => void | Promise<void> } = {},
): UseMutationResult<Output, Error, InputOf<T>> {
  const ids = useRef<ReturnType<typeof commandIds>>(undefined);
  ids.current ??= commandIds();
  const { current } = ids;
  return useMutation({
    mutationFn: (input: InputOf<T>) =>
      run({ ...input, commandId: current.idFor(input as object) } as unknown as T),
    onSuccess: async (output, input) => {
      current.done();
      await options.onSuccess?.(output, input);
    },
  });
}
