import { useEffect, useRef } from "react";
import { UiLink } from "./UiLink.tsx";

export interface TabItem {
  href: string;
  label: string;
  count?: number | undefined;
  isCurrent?: boolean | undefined;
}

/** Pages of one record as links. Scrolls sideways on a phone, with the current one in view. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  const nav = useRef<HTMLElement>(null);
  const current = items.find((item) => item.isCurrent)?.href;
  useEffect(() => {
    const strip = nav.current;
    const tab = strip?.querySelector<HTMLElement>("[aria-current]");
    // Not scrollIntoView, which would also move the page.
    if (strip && tab) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={nav} className="tabs" aria-label={label}>
      {items.map((item) => (
        <UiLink
          key={item.href}
          href={item.href}
          className="tab"
          aria-current={item.isCurrent ? "page" : undefined}
        >
          {item.label}
          {item.count !== undefined && <span className="muted"> {item.count}</span>}
        </UiLink>
      ))}
    </nav>
  );
}
