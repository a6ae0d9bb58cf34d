import { useQueryClient } from "@tanstack/react-query";
import { useRouteFocus } from "@kinward/ui/AppShell";
import * as search from "../../search.ts";
import { useGo, useSearchOf } from "../shared/go.tsx";
import { Plain } from "../shared/Plain.tsx";
import { shared } from "../shared/messages.ts";
import { signIn as m } from "./messages.ts";
import { safeNext } from "./present.ts";
import { SignInForm } from "./SignInForm.tsx";

export function SignInScreen() {
  const queryClient = useQueryClient();
  const go = useGo();
  const { next } = useSearchOf(search.signIn);
  useRouteFocus("sign-in", `${m.title} · ${shared.appName}`);
  return (
    <Plain title={m.title} lead={m.lead}>
      <SignInForm
        onDone={async () => {
          queryClient.clear();
          go(safeNext(next), { replace: true });
        }}
      />
    </Plain>
  );
}
