import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { X } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";

export interface PopoverDialogProps {
  /** Name of the dialog for screen readers. */
  label: string;
  children: ReactNode;
}

/** A small dialog beside its button, inside a react-aria `DialogTrigger`. Closes by Escape, its cross, or a press outside. */
export function PopoverDialog({ label, children }: PopoverDialogProps) {
  const { messages } = useUi();
  return (
    <Popover className="popover popover-dialog">
      <Dialog aria-label={label}>
        <Button slot="close" className="box-button popover-close" aria-label={messages.close}>
          <X size={17} aria-hidden />
        </Button>
        {children}
      </Dialog>
    </Popover>
  );
}
