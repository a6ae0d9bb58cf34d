import { useEffect } from "react";
import { useRouter } from "@tanstack/react-router";
import { paths } from "./paths.ts";

const KEY = "kinward.shortcuts";

/** Single letters are off until somebody switches them on: they trip up speech input (WCAG 2.1.4). */
export function lettersAreOn(): boolean {
  try {
    return localStorage.getItem(KEY) === "on";
  } catch {
    return false;
  }
}

export function switchLetters(on: boolean): void {
  try {
    if (on) localStorage.setItem(KEY, "on");
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage they stay off.
  }
}

export type ShortcutAction = "find" | "log" | "help" | "next" | "previous";

/** What a key press asks for; nothing while somebody types or a dialog is open. */
export function shortcutOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  context: { typing: boolean; overlay: boolean; letters: boolean },
): ShortcutAction | undefined {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey && key === "k") return "find";
  if (event.ctrlKey || event.metaKey || event.altKey || context.typing || context.overlay)
    return undefined;
  if (event.key === "?") return "help";
  if (!context.letters) return undefined;
  return ({ c: "log", j: "next", k: "previous" } as const)[key as "c" | "j" | "k"];
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(input|textarea|select)$/i.test(target.tagName) ||
    target.role === "spinbutton");

/** Moves the focus to the next or previous row that marks itself with `data-row`. */
function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const now = rows.findIndex((row) => row === document.activeElement);
  rows[Math.max(0, Math.min(rows.length - 1, now < 0 ? 0 : now + step))]?.focus();
}

export function useShortcuts(find: () => void): void {
  const router = useRouter();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = shortcutOf(event, {
        typing: isTyping(event.target),
        overlay: document.querySelector("[role=dialog], [role=alertdialog]") !== null,
        letters: lettersAreOn(),
      });
      if (action === undefined) return;
      event.preventDefault();
      if (action === "find") find();
      else if (action === "help") router.history.push(paths.shortcuts());
      else if (action === "log") router.history.push(paths.logContact());
      else moveRow(action === "next" ? 1 : -1);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [find, router]);
}
