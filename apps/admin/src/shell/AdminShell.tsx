import { AccountSlot } from "@kinward/ui/AccountSlot";
import { AppShell } from "@kinward/ui/AppShell";
import { Banner } from "@kinward/ui/Banner";
import { Outlet, useLocation, useRouterState } from "@tanstack/react-router";
import { House, UserCog } from "lucide-react";
import { lazy } from "react";
import { mayEnter, useMe } from "../features/shared/session.ts";
import { paths } from "../paths.ts";
import { menu as m } from "./messages.ts";
import { guestNav, isForEveryone, navFor, phoneNavFor } from "./nav.ts";
import { NotAllowed } from "./NotAllowed.tsx";
import { SessionGuard } from "./SessionGuard.tsx";

const Account = lazy(() => import("./Account.tsx"));

/** Bar, menu and account around every screen of someone who is signed in. */
export function AdminShell() {
  const me = useMe();
  const path = useLocation({ select: (location) => location.pathname });
  const isBusy = useRouterState({ select: (state) => state.isLoading });
  const isOpen = mayEnter(me) || isForEveryone(path);
  return (
    <AppShell
      isBusy={isBusy}
      brand={
        mayEnter(me)
          ? { name: m.brand, href: paths.home(), icon: UserCog }
          : { name: m.guestBrand, href: paths.web(), icon: House }
      }
      nav={mayEnter(me) ? navFor(path) : guestNav(path)}
      phoneNav={mayEnter(me) ? phoneNavFor(path) : guestNav(path)}
      account={<AccountSlot name={me.name} menu={Account} />}
      banners={me.sampleData && <Banner kind="sample">{m.sample}</Banner>}
    >
      {isOpen ? <Outlet /> : <NotAllowed />}
      <SessionGuard />
    </AppShell>
  );
}
