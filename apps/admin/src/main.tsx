import "@kinward/ui/styles.css";
import "./admin.css";
import { UiProvider } from "@kinward/ui";
import { ToastRegion } from "@kinward/ui/Toast";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/client.ts";
import { router } from "./routes.tsx";
import { applyTheme } from "./shell/theme.ts";

applyTheme();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <UiProvider>
        <ToastRegion />
      </UiProvider>
    </QueryClientProvider>
  </StrictMode>,
);
