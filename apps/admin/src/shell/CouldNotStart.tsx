import { ErrorPanel } from "@kinward/ui/ErrorPanel";
import { Skeleton } from "@kinward/ui/Skeleton";
import { useRouter } from "@tanstack/react-router";
import { faultOf } from "../api/fault.ts";
import { faultWords } from "../features/shared/faults.ts";
import { shared as m } from "../features/shared/messages.ts";
import { Plain } from "../features/shared/Plain.tsx";

/** Nothing could be loaded at all. */
export function CouldNotStart({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return (
    <Plain title={m.appName}>
      <ErrorPanel title={m.page.loadFailed} onRetry={() => void router.invalidate()}>
        {faultWords(faultOf(error))}
      </ErrorPanel>
    </Plain>
  );
}

/** Before it is known who is signed in. */
export function Waiting() {
  return (
    <div className="page">
      <Skeleton count={8} />
    </div>
  );
}
