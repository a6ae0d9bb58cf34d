import { useState } from "react";
import { Plus, Settings, LogOut } from "lucide-react";
import { Button } from "../components/Button.tsx";
import { Card } from "../components/Card.tsx";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import { DateText } from "../components/DateText.tsx";
import { Dialog } from "../components/Dialog.tsx";
import { DueTag } from "../components/DueTag.tsx";
import { LinkButton } from "../components/LinkButton.tsx";
import { Menu } from "../components/Menu.tsx";
import { PersonName } from "../components/PersonName.tsx";
import { SessionWarning } from "../components/SessionWarning.tsx";
import { Tag } from "../components/Tag.tsx";
import { TextField } from "../components/TextField.tsx";
import { showToast } from "../components/Toast.tsx";
import { DUE_STATES } from "../lib/state.ts";
import { Section } from "./Section.tsx";

/** Buttons, tags and everything that opens over the page. */
export function ActionParts() {
  return (
    <>
      <Section id="buttons" title="Buttons">
        <Card>
          <div className="row">
            <Button kind="primary" icon={<Plus size={17} aria-hidden />}>
              Log contact
            </Button>
            <Button>Record why</Button>
            <Button kind="quiet">Change</Button>
            <Button kind="danger">Send back</Button>
            <LinkButton href="#buttons">Open draft</LinkButton>
            <Button isPending pendingText="Saving">
              Save
            </Button>
          </div>
          <div className="row">
            <Button size="small">Log contact</Button>
            <Button size="small" kind="quiet">
              Insert
            </Button>
            <Button size="small" iconOnly aria-label="Add" icon={<Plus size={16} aria-hidden />} />
            <Button isDisabled>Approve plan</Button>
            <Button disabledReason="Only a supervisor can approve a plan.">Approve plan</Button>
          </div>
        </Card>
      </Section>
      <Section id="tags" title="Due states, tags and names">
        <Card>
          <div className="row">
            {DUE_STATES.map((state) => (
              <DueTag key={state} state={state} />
            ))}
          </div>
          <div className="row">
            <DueTag state="late" days={3} date="2026-11-17" />
            <DueTag state="today" date="2026-11-20" />
            <DueTag state="week" days={3} date="2026-11-23" />
            <DueTag state="later" days={52} date="2027-01-11" />
            <DueTag state="waiting" days={6} />
          </div>
          <div className="row">
            <Tag>CR-26-01482</Tag>
            <Tag strong>CINA</Tag>
            <Tag>Interpreter: Spanish</Tag>
            <Tag state="done">In force since Jul 1, 2025</Tag>
            <Tag state="waiting">Needs second approval</Tag>
            <DateText date="2026-11-20" style="long" />
          </div>
          <div className="row">
            <PersonName name="Marisol Alvarez" detail="Mother, 31. Home" showInitials />
            <PersonName name="Dana Whitfield" href="#tags" detail="Care coordinator" />
            <PersonName name={undefined} />
          </div>
        </Card>
      </Section>
      <Overlays />
    </>
  );
}

function Overlays() {
  const [open, setOpen] = useState<"dialog" | "confirm" | "session" | undefined>();
  const [reason, setReason] = useState("");
  const close = () => setOpen(undefined);
  return (
    <Section id="overlays" title="Dialogs, menus, messages">
      <Card>
        <div className="row">
          <Button onPress={() => setOpen("dialog")}>Open dialog</Button>
          <Button onPress={() => setOpen("confirm")}>Ask to confirm</Button>
          <Button onPress={() => setOpen("session")}>Show time-out warning</Button>
          <Menu
            label="More"
            entries={[
              { id: "settings", label: "Settings", icon: Settings },
              { id: "out", label: "Sign out", icon: LogOut },
            ]}
            onAction={(id) => showToast(`Chosen: ${id}`)}
          />
          <Button
            onPress={() =>
              showToast("Contact saved. Notice sent to Pilar Moreau.", {
                onUndo: () => showToast("Contact taken back."),
              })
            }
          >
            Show message
          </Button>
        </div>
      </Card>
      <Dialog
        isOpen={open === "dialog"}
        onOpenChange={close}
        title="Record why it is late"
        actions={
          <>
            <Button kind="primary" onPress={close}>
              Save reason
            </Button>
            <Button onPress={close}>Back</Button>
          </>
        }
      >
        <TextField
          label="Reason"
          name="dialog.reason"
          hint="The Department worker sees these words."
          value={reason}
          onChange={setReason}
          width="full"
        />
      </Dialog>
      <ConfirmDialog
        isOpen={open === "confirm"}
        onOpenChange={close}
        title="Discard this draft?"
        confirmText="Discard draft"
        isDanger
        onConfirm={close}
      >
        <p>You can undo this for 60 seconds.</p>
      </ConfirmDialog>
      <SessionWarning
        isOpen={open === "session"}
        secondsLeft={118}
        onStay={close}
        onSignOut={close}
      />
    </Section>
  );
}
