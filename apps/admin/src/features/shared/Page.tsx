import { Banner } from "@kinward/ui/Banner";
import { PageHeader, type PageHeaderProps } from "@kinward/ui/PageHeader";
import { useRouteFocus } from "@kinward/ui/AppShell";
import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { shared as m } from "./messages.ts";
import { useMayChange } from "./session.ts";

interface PageProps extends PageHeaderProps {
  readonly children: ReactNode;
  /** For forms and short texts. */
  readonly narrow?: boolean;
}

/** A screen: title for the window and the reader's ear, header, content. */
export function Page({ children, narrow, actions, ...header }: PageProps) {
  const path = useLocation({ select: (location) => location.pathname });
  const mayChange = useMayChange();
  useRouteFocus(path, `${header.title} · ${m.appName}`);
  return (
    <div className={narrow ? "page page-narrow" : "page"}>
      <PageHeader {...header} actions={mayChange ? actions : undefined} />
      {!mayChange && <Banner kind="info">{m.page.readOnly}</Banner>}
      {children}
    </div>
  );
}
