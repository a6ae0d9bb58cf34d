import "./app/zod-config.ts";
import "@kinward/ui/styles.css";
import "./styles/screens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "./api/client.ts";
import { Provider } from "./app/Provider.tsx";
import { router } from "./routes.tsx";

const element = document.getElementById("root");
if (!element) throw new Error("the page has no #root");
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} InnerWrap={Provider} />
    </QueryClientProvider>
  </StrictMode>,
);
