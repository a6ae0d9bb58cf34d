import { useId, type ReactNode, type Ref } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { buttonClass, type ButtonLook } from "../lib/button-class.ts";
import { defined } from "../lib/defined.ts";

export { buttonClass, type ButtonLook };

export interface ButtonProps extends ButtonLook {
  children?: ReactNode;
  /** An icon before the words, `<Plus aria-hidden />`. */
  icon?: ReactNode;
  onPress?: AriaButtonProps["onPress"] | undefined;
  type?: "button" | "submit" | undefined;
  form?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Why it cannot be used now: disables the button and stands beside it in words. */
  disabledReason?: string | undefined;
  /** While true the button keeps its focus, takes no press, and shows `pendingText`. */
  isPending?: boolean | undefined;
  pendingText?: string | undefined;
  autoFocus?: boolean | undefined;
  /** Slot of a surrounding react-aria part, for example `close`; null to stay out of it. */
  slot?: string | null | undefined;
  id?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  "aria-label"?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-expanded"?: boolean | undefined;
  "aria-controls"?: string | undefined;
}

/** A button with a verb. One primary button on a screen; danger is outlined, because solid red means late. */
export function Button(props: ButtonProps) {
  const { children, icon, kind, size, wide, iconOnly, disabledReason, pendingText, ...rest } =
    props;
  const reasonId = useId();
  const button = (
    <AriaButton
      {...defined(rest)}
      {...defined({
        isDisabled: disabledReason !== undefined || rest.isDisabled,
        "aria-describedby": disabledReason === undefined ? rest["aria-describedby"] : reasonId,
      })}
      className={buttonClass({ kind, size, wide, iconOnly })}
    >
      {icon}
      {rest.isPending && pendingText ? pendingText : children}
    </AriaButton>
  );
  if (disabledReason === undefined) return button;
  return (
    <span className="btn-why">
      {button}
      <span id={reasonId} className="muted small">
        {disabledReason}
      </span>
    </span>
  );
}
