import type { ReactNode } from "react";

export interface Fact {
  label: string;
  value: ReactNode;
}

export interface KeyValueProps {
  facts: readonly Fact[];
  /** `strip`: side by side, for headers. `list`: label and value in two columns, for details. */
  layout?: "strip" | "list" | undefined;
}

/** Facts with their labels. */
export function KeyValue({ facts, layout = "strip" }: KeyValueProps) {
  return (
    <dl className={layout === "strip" ? "facts" : "facts-list"}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
