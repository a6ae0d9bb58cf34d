import { useUi } from "../lib/ui-context.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

export interface SessionWarningProps {
  isOpen: boolean;
  /** Seconds until sign-out; the app counts them down from 120. */
  secondsLeft: number;
  onStay: () => void;
  onSignOut: () => void;
}

/** Two minutes before the session ends: stay, or sign out now. Escape stays. */
export function SessionWarning({ isOpen, secondsLeft, onStay, onSignOut }: SessionWarningProps) {
  const { messages } = useUi();
  const left = Math.max(0, Math.ceil(secondsLeft));
  const time = messages.minutesSeconds(Math.floor(left / 60), left % 60);
  return (
    <Dialog
      isAlert
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onStay();
      }}
      title={messages.stillThere}
      actions={
        <>
          <Button kind="primary" autoFocus onPress={onStay}>
            {messages.staySignedIn}
          </Button>
          <Button onPress={onSignOut}>{messages.signOut}</Button>
        </>
      }
    >
      <p>{messages.signOutIn(time)}</p>
    </Dialog>
  );
}
