import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { DialogTrigger } from "react-aria-components/Dialog";
import { CircleHelp } from "lucide-react";
import { buttonClass } from "../lib/button-class.ts";
import { useUi } from "../lib/ui-context.ts";
import { PopoverDialog } from "./PopoverDialog.tsx";

export interface WhyButtonProps {
  /** What it explains, for screen readers: "First face-to-face contact, Alvarez-Reed". */
  about: string;
  /** Usually `<Explain>`; rendered when opened. */
  children: ReactNode;
  /** Words on the button. Default "Why this date". */
  text?: string | undefined;
}

/** Stands beside every due date and opens its reason. */
export function WhyButton({ about, children, text }: WhyButtonProps) {
  const { messages } = useUi();
  const words = text ?? messages.whyThisDate;
  return (
    <DialogTrigger>
      <Button
        className={buttonClass({ kind: "quiet", size: "small" })}
        aria-label={`${words}: ${about}`}
      >
        <CircleHelp size={15} aria-hidden />
        {words}
      </Button>
      <PopoverDialog label={`${words}: ${about}`}>{children}</PopoverDialog>
    </DialogTrigger>
  );
}
