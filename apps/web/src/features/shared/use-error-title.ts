import { useEffect } from "react";

const PREFIX = "Error: ";

/** The window title begins with "Error: " while a form has faults: the first thing a screen reader says. */
export function useErrorTitle(hasFaults: boolean): void {
  useEffect(() => {
    if (!hasFaults) return;
    document.title = PREFIX + document.title.replace(PREFIX, "");
    return () => void (document.title = document.title.replace(PREFIX, ""));
  }, [hasFaults]);
}
