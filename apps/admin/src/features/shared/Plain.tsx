import type { ReactNode } from "react";

interface PlainProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A page without menu: for someone who is not signed in. */
export function Plain({ title, lead, children }: PlainProps) {
  return (
    <main id="main" tabIndex={-1} className="plain">
      <div className="card">
        <div className="card-body">
          <div>
            <h1>{title}</h1>
            {lead !== undefined && <p className="muted">{lead}</p>}
          </div>
          {children}
        </div>
      </div>
    </main>
  );
}
