import { useState } from "react";
import { useRouter } from "@tanstack/react-router";
import {
  Bell,
  Keyboard,
  LogOut,
  Moon,
  ShieldCheck,
  Sun,
  SunMoon,
  type LucideIcon,
} from "lucide-react";
import { AccountMenu } from "@kinward/ui/Menu";
import { trpcClient } from "../api/client.ts";
import { useCommand } from "../api/command.ts";
import { failureOf } from "../api/failure.ts";
import { failureText } from "../app/failure-text.ts";
import { useMe } from "../app/me.ts";
import { paths } from "../app/paths.ts";
import { signOut } from "../app/sign-out.ts";
import { currentTheme, setTheme, THEMES, type Theme } from "../app/theme.ts";
import { toast } from "../app/toast.ts";
import { app } from "../messages/en/app.ts";
import { accountDetail } from "./present.ts";

const THEME_ICONS: Record<Theme, LucideIcon> = { system: SunMoon, light: Sun, dark: Moon };

/** The account menu of the top bar. */
export default function Account({ opensAtOnce }: { opensAtOnce: boolean }) {
  const me = useMe();
  const router = useRouter();
  const [theme, choose] = useState(currentTheme);
  const everywhere = useCommand(trpcClient.session.signOutEverywhere.mutate, {
    onSuccess: () => signOut("signed-out"),
  });

  const act: Record<string, () => void> = {
    twoFactor: () => router.history.push(paths.twoFactor()),
    notices: () => router.history.push(paths.noticeChoices()),
    shortcuts: () => router.history.push(paths.shortcuts()),
    signOut: () => signOut("signed-out"),
    everywhere: () =>
      everywhere.mutate({}, { onError: (error) => toast(failureText(failureOf(error))) }),
  };
  return (
    <AccountMenu
      name={me.name}
      detail={accountDetail(me)}
      opensAtOnce={opensAtOnce}
      entries={[
        ...THEMES.map((each) => ({
          id: each,
          label: app.account.theme[each],
          icon: THEME_ICONS[each],
          detail: each === theme ? app.account.themeNow : undefined,
        })),
        { id: "twoFactor", label: app.account.twoFactor, icon: ShieldCheck },
        { id: "notices", label: app.account.notices, icon: Bell },
        { id: "shortcuts", label: app.account.shortcuts, icon: Keyboard },
        { id: "signOut", label: app.account.signOut, icon: LogOut },
        { id: "everywhere", label: app.account.signOutEverywhere, icon: LogOut },
      ]}
      onAction={(id) => {
        if ((THEMES as readonly string[]).includes(id)) {
          setTheme(id as Theme);
          choose(id as Theme);
        } else act[id]?.();
      }}
    />
  );
}
