import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** One origin serves both apps, so the API is never configured here; `npm run dev` proxies to the one it started. */
const api = process.env["KINWARD_API_URL"] ?? "http://127.0.0.1:4600";

export default defineConfig({
  base: "/admin/",
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ["en-US", "es-US"] }), enforce: "pre" as const },
  ],
  build: { outDir: "dist", emptyOutDir: true, target: "es2023" },
  server: { proxy: { "/api": api } },
});
