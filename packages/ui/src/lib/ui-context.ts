import { createContext, useContext, type ReactElement, type ReactNode } from "react";
import { en, type UiMessages } from "../messages/en.ts";
import type { UiLocale } from "./dates.ts";

/** What a link of this package hands to the app's router: spread it on the router's link. */
export interface UiLinkProps {
  href: string;
  children: ReactNode;
  className?: string | undefined;
  id?: string | undefined;
  "aria-current"?: "page" | "step" | undefined;
  "aria-label"?: string | undefined;
  "aria-describedby"?: string | undefined;
  "data-due"?: string | undefined;
  /** Also done when somebody follows the link, however it opens. */
  onClick?: (() => void) | undefined;
}

export interface UiSettings {
  locale: UiLocale;
  messages: UiMessages;
  /** The server's current date, `yyyy-mm-dd`: decides whether a date needs its year. */
  today?: string | undefined;
  /** Renders a link with the app's router; a plain anchor without it. */
  renderLink?: ((props: UiLinkProps) => ReactElement) | undefined;
}

export const UiContext = createContext<UiSettings>({ locale: "en-US", messages: en });

export function useUi(): UiSettings {
  return useContext(UiContext);
}
