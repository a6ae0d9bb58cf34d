import type { ReactNode } from "react";
import { TriangleAlert } from "lucide-react";

export interface StopBannerProps {
  /** "First face-to-face contact is 3 days late". */
  title: string;
  /** The reason in words. */
  children?: ReactNode;
  /** At most two verbs, the main one first. */
  actions?: ReactNode;
}

/** The one worst late thing of a page. Never more than one. */
export function StopBanner({ title, children, actions }: StopBannerProps) {
  return (
    <section className="stop" aria-label={title}>
      <TriangleAlert size={22} aria-hidden />
      <div>
        <p className="strong">{title}</p>
        {children !== undefined && <div className="small">{children}</div>}
      </div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </section>
  );
}
