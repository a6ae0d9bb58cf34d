import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { oneCalendar } from "../../tooling/vite/one-calendar.ts";

/** One origin serves both apps, so the API is never configured here; `npm run dev` proxies to the one it started. */
const api = process.env["KINWARD_API"] ?? "http://127.0.0.1:4600";

export default defineConfig({
  base: "/admin/",
  plugins: [
    react(),
    oneCalendar(),
    { ...optimizeLocales.vite({ locales: ["en-US", "es-ES"] }), enforce: "pre" as const },
  ],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    // Inline modules would break the content security policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { "/api": api } },
});
