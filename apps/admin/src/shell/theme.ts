export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Shared with the worker app: one origin, one choice. */
const KEY = "kinward.theme";

const isTheme = (value: string | null): value is Theme =>
  (THEMES as readonly (string | null)[]).includes(value);

export const chosenTheme = (): Theme => {
  const kept = localStorage.getItem(KEY);
  return isTheme(kept) ? kept : "system";
};

/** Shows the theme that was chosen on this device; the system's without a choice. */
export const applyTheme = (theme: Theme = chosenTheme()): void => {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
};

export const chooseTheme = (theme: Theme): void => {
  localStorage.setItem(KEY, theme);
  applyTheme(theme);
};
