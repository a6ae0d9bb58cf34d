import { UiProvider } from "@kinward/ui";
import type { ReactNode } from "react";
import { AppLink } from "../features/shared/go.tsx";
import { useMe } from "../features/shared/session.ts";

const renderLink = (props: Parameters<typeof AppLink>[0]) => <AppLink {...props} />;

/** The shared components with the server's today: a browser's own date is never shown. */
export function SignedInUi({ children }: { readonly children: ReactNode }) {
  const { today } = useMe();
  return (
    <UiProvider today={today} renderLink={renderLink}>
      {children}
    </UiProvider>
  );
}
