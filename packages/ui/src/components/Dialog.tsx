import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { X } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";
import { Button } from "./Button.tsx";

export interface DialogProps {
  isOpen: boolean;
  /** Called with false by Escape, the close button and, when dismissable, a press outside. */
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  children: ReactNode;
  /** Buttons below the content, the main one first. */
  actions?: ReactNode;
  wide?: boolean | undefined;
  /** A question that must be answered: no close button, no press outside. */
  isAlert?: boolean | undefined;
  /** Something is typed here: a press outside does not throw it away. */
  isForm?: boolean | undefined;
}

/** A modal dialog. Focus stays inside and returns to the opener when it closes. */
export function Dialog(props: DialogProps) {
  const { messages } = useUi();
  const { isOpen, onOpenChange, isAlert = false } = props;
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert && !props.isForm}
    >
      <Modal className={props.wide ? "modal modal-wide" : "modal"}>
        <AriaDialog className="dialog" role={isAlert ? "alertdialog" : "dialog"}>
          <div className="dialog-head">
            <Heading slot="title" level={2} className="dialog-title">
              {props.title}
            </Heading>
            {!isAlert && (
              <Button
                slot="close"
                kind="quiet"
                size="small"
                iconOnly
                aria-label={messages.close}
                icon={<X size={18} aria-hidden />}
              />
            )}
          </div>
          <div className="stack">{props.children}</div>
          {props.actions !== undefined && <div className="dialog-actions">{props.actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
