import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { useForm, useStore } from "@tanstack/react-form";
import { useRef, useState } from "react";
import type { Fault } from "../../../api/fault.ts";
import { fieldFaults, isStale } from "../faults.ts";
import type { Sent } from "../send.ts";

export interface RecordFormOptions<Values extends object, Output> {
  /** What the record says now, or nothing: no fact is preselected. */
  readonly defaults: Values;
  /** What the browser can see to be missing or wrong. The server judges again. */
  readonly check: (values: Values) => readonly FieldFault[];
  readonly send: (values: Values) => Promise<Sent<Output>>;
  readonly onDone: (output: Output, values: Values) => void;
  /** The field that a path of the input belongs to, where its first name is not the answer. */
  readonly nameOf?: (path: readonly (string | number)[]) => string | undefined;
}

/** One form: values, faults, sending. Content stays whatever the server answers. */
export interface RecordForm<Values extends object> {
  readonly useValue: <Name extends keyof Values & string>(
    name: Name,
  ) => readonly [Values[Name], (value: Values[Name]) => void];
  /** All values, for what follows from several of them. */
  readonly useAll: () => Values;
  /** The values at this moment, for an event. */
  readonly values: () => Values;
  readonly set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
  readonly faults: readonly FieldFault[];
  readonly errorOf: (name: keyof Values & string) => string | undefined;
  /** Somebody else changed what is edited here; the record must be looked at again. */
  readonly stale: boolean;
  /** Takes back what was said about the last attempt. */
  readonly forgetFaults: () => void;
  readonly isSending: boolean;
  /** Something was typed that is not saved. Read at the moment of leaving, so it is a function. */
  readonly isDirty: () => boolean;
  readonly submit: () => void;
}

export function useRecordForm<Values extends object, Output>(
  options: RecordFormOptions<Values, Output>,
): RecordForm<Values> {
  const form = useForm({ defaultValues: options.defaults });
  const start = useRef(JSON.stringify(options.defaults));
  const saved = useRef(false);
  const sending = useRef(false);
  const [isSending, setSending] = useState(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [fault, setFault] = useState<Fault | undefined>(undefined);

  const values = () => form.store.state.values;

  const submit = async () => {
    if (sending.current) return;
    const seen = options.check(values());
    // Always a new array: the summary takes focus again on each attempt.
    setFaults([...seen]);
    setFault(undefined);
    if (seen.length > 0) return;
    sending.current = true;
    setSending(true);
    const content = values();
    const answer = await options.send(content);
    sending.current = false;
    setSending(false);
    if (answer.ok) {
      saved.current = true;
      options.onDone(answer.output, content);
    } else {
      setFault(answer.fault);
      setFaults(fieldFaults(answer.fault, Object.keys(content), options.nameOf));
    }
  };

  const set = (name: string, value: unknown) => form.setFieldValue(name as never, value as never);

  return {
    useValue: (name) => {
      const value = useStore(form.store, (state) => state.values[name]);
      return [value, (next) => set(name, next)];
    },
    values,
    set,
    useAll: () => useStore(form.store, (state) => state.values),
    faults,
    errorOf: (name) => faults.find((entry) => entry.name === name)?.message,
    stale: fault !== undefined && isStale(fault),
    forgetFaults: () => {
      setFaults([]);
      setFault(undefined);
    },
    isSending,
    isDirty: () => !saved.current && JSON.stringify(values()) !== start.current,
    submit: () => void submit(),
  };
}
