import "@kinward/ui/styles.css";
import "./admin.css";
import { UiProvider } from "@kinward/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/client.ts";
import { router } from "./routes.tsx";
import { applyTheme } from "./shell/theme.ts";

// After the first screen: nothing is said before something was done.
const ToastRegion = lazy(async () => ({
  default: (await import("@kinward/ui/Toast")).ToastRegion,
}));

applyTheme();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <UiProvider>
        <Suspense>
          <ToastRegion />
        </Suspense>
      </UiProvider>
    </QueryClientProvider>
  </StrictMode>,
);
