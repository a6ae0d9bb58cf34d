import { useRef, useState } from "react";

export interface Values<T> {
  readonly values: T;
  /** Answers one question; the whole form is handed to `onChange`, which keeps it as a draft. */
  set<K extends keyof T>(name: K, value: T[K]): void;
  /** Several answers that belong together. */
  merge(part: Partial<T>): void;
}

/** The state of a form whose fields are controlled. */
export function useValues<T extends object>(initial: T, onChange: (values: T) => void): Values<T> {
  const [values, setValues] = useState(initial);
  // Two answers in one event must not lose the first of them.
  const newest = useRef(initial);
  const merge = (part: Partial<T>): void => {
    newest.current = { ...newest.current, ...part };
    setValues(newest.current);
    onChange(newest.current);
  };
  return {
    values,
    merge,
    set: (name, value) => merge({ [name]: value } as unknown as Partial<T>),
  };
}
