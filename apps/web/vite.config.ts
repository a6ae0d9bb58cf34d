import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { oneCalendar } from "../../tooling/vite/one-calendar.ts";

/** The API that `npm run dev` of the whole project serves; the built app is served by it on the same origin. */
const API = process.env["KINWARD_API"] ?? "http://127.0.0.1:4600";

/** Every form needs them all: one file packs better than a dozen small ones. */
const PARTS_OF_FORMS =
  /ui.src.components.(Form|ErrorSummary|ChipGroup|SegmentedChoice|TextField|TextArea|Field|DraftStatus|Checkbox|RadioGroup)[.]tsx|ui.src.lib.field-props|shared.(drafts.DraftBar|use-error-title|use-values|faults)[.]/;

export default defineConfig({
  base: "/",
  plugins: [
    react(),
    oneCalendar(),
    // React Aria ships its words in thirty languages; the screens have two.
    { ...optimizeLocales.vite({ locales: ["en-US", "es-ES"] }), enforce: "pre" },
  ],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    // Maps are kept for reading a stack trace; the sixty files of a session do not name them, which saves two kilobytes.
    sourcemap: "hidden",
    // Inline modules would break the content security policy, inline images would hide their size from the budget.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: "form", test: PARTS_OF_FORMS }],
          // What the first rows need as well stays with them.
          includeDependenciesRecursively: false,
        },
      },
    },
  },
  server: { proxy: { "/api": API } },
});
