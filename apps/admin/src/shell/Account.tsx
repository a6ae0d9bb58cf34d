import { AccountMenu } from "@kinward/ui/Menu";
import { LogOut, Monitor, Moon, Sun, Undo2 } from "lucide-react";
import { useState } from "react";
import { useMe } from "../features/shared/session.ts";
import { labelWords } from "../features/shared/words.ts";
import { paths } from "../paths.ts";
import { menu as m } from "./messages.ts";
import { chooseTheme, chosenTheme, THEMES, type Theme } from "./theme.ts";

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Who is signed in, the look of the screens, the way to the worker app, and out. */
export default function Account({ opensAtOnce }: { readonly opensAtOnce: boolean }) {
  const me = useMe();
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
    <AccountMenu
      name={me.name}
      opensAtOnce={opensAtOnce}
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
  );
}
