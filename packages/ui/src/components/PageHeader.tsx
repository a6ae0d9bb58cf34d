import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: string;
  /** One sentence below the title. */
  lead?: ReactNode;
  /** Tags beside the title. */
  tags?: ReactNode;
  /** Buttons at the end of the line, the main one last. */
  actions?: ReactNode;
  /** 2 below a `RecordHeader`, which has the page's only `h1`. */
  level?: 1 | 2 | undefined;
}

/** Title of a page with its actions. */
export function PageHeader({ title, lead, tags, actions, level }: PageHeaderProps) {
  const Heading = level === 2 ? "h2" : "h1";
  return (
    <div className="page-head">
      <div>
        <div className="row">
          <Heading className={level === 2 ? "sub-title" : undefined}>{title}</Heading>
          {tags}
        </div>
        {lead !== undefined && <p className="muted">{lead}</p>}
      </div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}
