import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { UiProvider } from "@kinward/ui/UiProvider";
import { api } from "../api/client.ts";
import { renderLink } from "./AppLink.tsx";

/** Language, links and the server's today for all components; the date arrives with the person. */
export function Provider({ children }: { children: ReactNode }) {
  const today = useQuery({ ...api.session.me.queryOptions({}), enabled: false }).data?.today;
  return (
    <UiProvider locale="en-US" today={today} renderLink={renderLink}>
      {children}
    </UiProvider>
  );
}
