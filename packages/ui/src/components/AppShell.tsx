import type { ReactNode } from "react";
import { Search, type LucideIcon } from "lucide-react";
import { ANNOUNCER_ID, MAIN_ID, useRouteFocus } from "../lib/route-focus.ts";
import { useUi } from "../lib/ui-context.ts";
import { SkipLink } from "./SkipLink.tsx";
import { UiLink } from "./UiLink.tsx";

export { useRouteFocus };

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Work that waits there; not shown when 0. `countLabel` says what it counts ("4 need you"). */
  count?: number | undefined;
  countLabel?: string | undefined;
  isCurrent?: boolean | undefined;
  /** On the phone bar: the widest target, for the one thing done most. */
  isPrimary?: boolean | undefined;
}

export interface AppShellProps {
  /** Name and start page of the app. */
  brand: { name: string; href: string; icon: LucideIcon };
  nav: readonly NavItem[];
  /** At most five items for the bar at the bottom of a phone. Without it a phone scrolls the top bar. */
  phoneNav?: readonly NavItem[] | undefined;
  /** Opens "Find or do"; no button without it. */
  onFind?: (() => void) | undefined;
  /** An `AccountMenu`. */
  account?: ReactNode;
  /** Between bar and page: offline, sample data. */
  banners?: ReactNode;
  /** The next page is on its way; what stands in its place still belongs to the one before. */
  isBusy?: boolean | undefined;
  children: ReactNode;
}

/** Top bar, page and phone bar. Holds skip link, main landmark and the announcer of `useRouteFocus`. */
export function AppShell(props: AppShellProps) {
  const { messages } = useUi();
  const { brand, phoneNav } = props;
  return (
    <div className={phoneNav ? "shell" : "shell shell-no-phone-bar"}>
      <SkipLink />
      <header className="top">
        <UiLink href={brand.href} className="brand">
          <brand.icon size={19} aria-hidden />
          {brand.name}
        </UiLink>
        <nav className={phoneNav ? "nav nav-wide" : "nav"} aria-label={messages.mainNav}>
          {props.nav.map((item) => (
            <NavLink key={item.href} item={item} iconSize={17} />
          ))}
        </nav>
        {props.onFind && (
          <button
            type="button"
            className="find"
            onClick={props.onFind}
            aria-keyshortcuts="Control+K Meta+K"
          >
            <Search size={17} aria-hidden />
            <span>{messages.findOrDo}</span>
            <kbd aria-hidden>Ctrl K</kbd>
          </button>
        )}
        {props.account}
      </header>
      {props.banners}
      <main id={MAIN_ID} tabIndex={-1} aria-busy={props.isBusy || undefined}>
        {props.children}
      </main>
      <div id={ANNOUNCER_ID} className="sr" role="status" />
      {phoneNav && (
        <nav className="phone-bar" aria-label={messages.mainNavPhone}>
          {phoneNav.map((item) => (
            <NavLink key={item.href} item={item} iconSize={20} />
          ))}
        </nav>
      )}
    </div>
  );
}

function NavLink({ item, iconSize }: { item: NavItem; iconSize: number }) {
  const hasCount = item.count !== undefined && item.count > 0;
  return (
    <UiLink
      href={item.href}
      aria-current={item.isCurrent ? "page" : undefined}
      className={item.isPrimary ? "nav-link nav-primary" : "nav-link"}
    >
      <item.icon size={iconSize} aria-hidden />
      <span>{item.label}</span>
      {hasCount && (
        <span className="nav-count">
          <span aria-hidden={item.countLabel !== undefined || undefined}>{item.count}</span>
          {item.countLabel !== undefined && <span className="sr">{item.countLabel}</span>}
        </span>
      )}
    </UiLink>
  );
}
