import type { ReactNode } from "react";
import { FlaskConical, Info, WifiOff, type LucideIcon } from "lucide-react";

export interface BannerProps {
  /** `offline` and `sample` run over the full width below the bar; `info` stands in the page. */
  kind: "info" | "offline" | "sample";
  children: ReactNode;
  /** A button or link at the end. */
  action?: ReactNode;
}

const ICONS: Record<BannerProps["kind"], LucideIcon> = {
  info: Info,
  offline: WifiOff,
  sample: FlaskConical,
};

/** A lasting message about the whole page. Read out when it appears. */
export function Banner({ kind, children, action }: BannerProps) {
  const Icon = ICONS[kind];
  return (
    <div role="status" className={`banner banner-${kind}`}>
      <Icon size={18} aria-hidden />
      <div>{children}</div>
      {action}
    </div>
  );
}
