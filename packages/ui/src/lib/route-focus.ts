import { useEffect, useRef } from "react";

export const MAIN_ID = "main";
export const ANNOUNCER_ID = "route-announcer";

/**
 * After a change of route: sets the window title, moves focus to `main`, scrolls up and lets screen readers say the
 * new title. Not on the first page, where the browser does it. `title` must not hold a family's name (it stays in
 * the history of a shared computer): say "Case".
 */
export function useRouteFocus(routeKey: string, title: string): void {
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const isFirst = shown.current === undefined;
    const isSame = shown.current === routeKey;
    shown.current = routeKey;
    if (isFirst || isSame) return;
    document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    const announcer = document.getElementById(ANNOUNCER_ID);
    if (announcer) announcer.textContent = title;
  }, [routeKey, title]);
}
