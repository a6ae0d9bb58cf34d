import { AppShell } from "@kinward/ui/AppShell";
import { Banner } from "@kinward/ui/Banner";
import { AccountMenu } from "@kinward/ui/Menu";
import { Outlet, useLocation } from "@tanstack/react-router";
import { LogOut, Monitor, Moon, Sun, Undo2, UserCog } from "lucide-react";
import { useState } from "react";
import { labelWords } from "../features/shared/words.ts";
import { mayEnter, useMe } from "../features/shared/session.ts";
import { paths } from "../paths.ts";
import { menu as m } from "./messages.ts";
import { navFor, phoneNavFor } from "./nav.ts";
import { NotAllowed } from "./NotAllowed.tsx";
import { SessionGuard } from "./SessionGuard.tsx";
import { chooseTheme, chosenTheme, THEMES, type Theme } from "./theme.ts";

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Bar, menu and account around every screen of someone who is signed in. */
export function AdminShell() {
  const me = useMe();
  const path = useLocation({ select: (location) => location.pathname });
  const [theme, setTheme] = useState<Theme>(chosenTheme);

  const onAction = (id: string) => {
    if (id === "out") {
      // Signing out is rare: its code is not part of the first screen.
      void import("../api/auth.ts")
        .then((auth) => auth.signOut())
        .then(() => location.assign(paths.signIn()));
      return;
    }
    if (id === "web") {
      location.assign(paths.web());
      return;
    }
    const next = THEMES.find((entry) => entry === id);
    if (next !== undefined) {
      chooseTheme(next);
      setTheme(next);
    }
  };

  return (
    <AppShell
      brand={{ name: m.brand, href: paths.home(), icon: UserCog }}
      nav={mayEnter(me) ? navFor(path) : []}
      phoneNav={mayEnter(me) ? phoneNavFor(path) : undefined}
      account={
        <AccountMenu
          name={me.name}
          detail={me.roles.map((role) => labelWords.role[role]).join(", ")}
          entries={[
            ...THEMES.map((entry) => ({
              id: entry,
              label: m.themes[entry],
              icon: THEME_ICONS[entry],
              detail: entry === theme ? m.themeChosen : undefined,
            })),
            { id: "web", label: m.toWeb, icon: Undo2 },
            { id: "out", label: m.signOut, icon: LogOut },
          ]}
          onAction={onAction}
        />
      }
      banners={me.sampleData && <Banner kind="sample">{m.sample}</Banner>}
    >
      {mayEnter(me) ? <Outlet /> : <NotAllowed />}
      <SessionGuard />
    </AppShell>
  );
}
