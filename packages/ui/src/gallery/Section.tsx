import type { ReactNode } from "react";

/** One part of the gallery; `id` is the hook of the browser tests. */
export function Section(props: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={props.id} className="stack" aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`} className="sub-title">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
