import { useId, type ReactNode } from "react";

export interface CardProps {
  title?: string | undefined;
  /** Beside the title: a link, a small button, a tag. */
  actions?: ReactNode;
  children?: ReactNode;
  /** Below a line at the bottom. */
  footer?: ReactNode;
  /** The content reaches the edges, for tables and lists. */
  flush?: boolean | undefined;
  headingLevel?: 2 | 3 | undefined;
  /** Name of the section when there is no title. */
  label?: string | undefined;
}

/** A white surface with a heading; a named section of the page. */
export function Card(props: CardProps) {
  const id = useId();
  const Heading = props.headingLevel === 3 ? "h3" : "h2";
  return (
    <section
      className="card"
      aria-labelledby={props.title === undefined ? undefined : id}
      aria-label={props.title === undefined ? props.label : undefined}
    >
      {props.title !== undefined && (
        <header className="card-head">
          <Heading id={id}>{props.title}</Heading>
          {props.actions !== undefined && <div className="row">{props.actions}</div>}
        </header>
      )}
      {props.flush ? props.children : <div className="card-body">{props.children}</div>}
      {props.footer !== undefined && <footer className="card-foot">{props.footer}</footer>}
    </section>
  );
}
