import { CircleUser } from "lucide-react";
import { type ComponentType, type LazyExoticComponent, Suspense, useEffect, useState } from "react";
import { useUi } from "../lib/ui-context.ts";

export interface AccountSlotProps {
  name: string;
  /** An `AccountMenu`, loaded on demand. */
  menu: LazyExoticComponent<ComponentType<{ opensAtOnce: boolean }>>;
}

/** After the first paint. */
const LOAD_MS = 400;

/**
 * The account button of the top bar. Its menu is loaded after the first rows, since overlays bring much code along; asked
 * for earlier, it opens as soon as it is there.
 */
export function AccountSlot({ name, menu: Menu }: AccountSlotProps) {
  const { messages } = useUi();
  const [isDue, setDue] = useState(false);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), LOAD_MS);
    return () => clearTimeout(timer);
  }, []);
  const mark = (
    <button
      type="button"
      className="account"
      aria-label={`${messages.account}: ${name}`}
      onClick={() => setAsked(true)}
    >
      <CircleUser size={25} strokeWidth={1.8} aria-hidden />
    </button>
  );
  if (!isDue && !asked) return mark;
  return (
    <Suspense fallback={mark}>
      <Menu opensAtOnce={asked} />
    </Suspense>
  );
}
