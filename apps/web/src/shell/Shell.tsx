import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { Outlet, useRouterState } from "@tanstack/react-router";
import {
  FolderOpen,
  Home,
  Inbox,
  ListTodo,
  Plus,
  Scale,
  Settings,
  Split,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { AccountSlot } from "@kinward/ui/AccountSlot";
import { AppShell, useRouteFocus, type NavItem } from "@kinward/ui/AppShell";
import { Banner } from "@kinward/ui/Banner";
import { useOnline } from "../app/use-online.ts";
import { mayRecordContacts, useMe } from "../app/me.ts";
import { paths } from "../app/paths.ts";
import { useShortcuts } from "../app/shortcuts.ts";
import { app } from "../messages/en/app.ts";
import { currentEntry, phoneLinks, topLinks, type ShellLink } from "./present.ts";
import { Bell } from "./Bell.tsx";
import { QuickHide } from "./QuickHide.tsx";
import { SessionWatch } from "./SessionWatch.tsx";

// Overlays bring half of the component library along; the first rows do not wait for them.
const FindOrDo = lazy(() => import("./FindOrDo.tsx"));
const Account = lazy(() => import("./Account.tsx"));
const Toasts = lazy(() => import("./Toasts.tsx"));

const ICONS: Record<ShellLink["id"], LucideIcon> = {
  WORK: ListTodo,
  TEAM: UsersRound,
  CASES: FolderOpen,
  REFERRALS: Split,
  ORDER: Scale,
  INTAKE: Inbox,
  STATE: ListTodo,
  ADMIN: Settings,
  LOG: Plus,
};
const BRAND = { name: app.name, href: paths.work(), icon: Home };

/** Everything around the pages of someone who is signed in. */
export default function Shell() {
  const me = useMe();
  const [finding, setFinding] = useState(false);
  const [ready, setReady] = useState(false);
  const online = useOnline();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const title = useRouterState({
    select: (state) => state.matches.at(-1)?.staticData.title ?? app.name,
  });
  const isBusy = useRouterState({ select: (state) => state.isLoading });
  const find = useCallback(() => setFinding(true), []);
  useShortcuts(find);
  useRouteFocus(pathname, app.title(title));
  // After the first paint: what is needed only once somebody presses something.
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), 400);
    return () => clearTimeout(timer);
  }, []);

  const entry = currentEntry(pathname);
  const item = (link: ShellLink): NavItem => ({
    href: link.href,
    label: link.label,
    icon: ICONS[link.id],
    isCurrent: link.id === entry,
    isPrimary: link.id === "LOG",
  });
  return (
    <QuickHide>
      <AppShell
        brand={BRAND}
        isBusy={isBusy}
        nav={topLinks(me.menu).map(item)}
        phoneNav={phoneLinks(me.menu, mayRecordContacts(me)).map(item)}
        onFind={find}
        account={
          <>
            <Bell isReady={ready} />
            <AccountSlot name={me.name} menu={Account} />
          </>
        }
        banners={
          <>
            {!online && <Banner kind="offline">{app.offline}</Banner>}
            {me.sampleData && <Banner kind="sample">{app.sample}</Banner>}
          </>
        }
      >
        <Outlet />
      </AppShell>
      <Suspense fallback={null}>
        {finding && <FindOrDo onClose={() => setFinding(false)} />}
        {ready && <Toasts />}
      </Suspense>
      <SessionWatch />
    </QuickHide>
  );
}
