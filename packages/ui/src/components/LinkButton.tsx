import type { ReactNode } from "react";
import { buttonClass, type ButtonLook } from "../lib/button-class.ts";
import { UiLink } from "./UiLink.tsx";

export interface LinkButtonProps extends ButtonLook {
  href: string;
  children?: ReactNode;
  icon?: ReactNode;
  "aria-label"?: string | undefined;
}

/** A link that looks like a button: for going somewhere, where `Button` is for doing something. */
export function LinkButton({
  href,
  children,
  icon,
  "aria-label": label,
  ...look
}: LinkButtonProps) {
  return (
    <UiLink href={href} className={buttonClass(look)} aria-label={label}>
      {icon}
      {children}
    </UiLink>
  );
}
