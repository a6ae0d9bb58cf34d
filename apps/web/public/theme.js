// Runs before the first paint; the app itself writes this key (src/app/theme.ts).
try {
  const theme = localStorage.getItem("kinward.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off: the system decides.
}
