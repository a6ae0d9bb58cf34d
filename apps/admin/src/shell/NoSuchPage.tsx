import { NotHere } from "../features/shared/NotHere.tsx";
import { shared as m } from "../features/shared/messages.ts";
import { Plain } from "../features/shared/Plain.tsx";

export function NoSuchPage() {
  return (
    <Plain title={m.appName}>
      <NotHere />
    </Plain>
  );
}
