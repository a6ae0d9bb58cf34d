import { Button } from "@kinward/ui/Button";
import { TextField } from "@kinward/ui/TextField";
import { showToast } from "@kinward/ui/Toast";
import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { people as m } from "./messages.ts";

interface InvitationLinkProps {
  readonly name: string;
  readonly link: string;
  /** Another button beside Copy. */
  readonly after?: ReactNode;
}

/** The one-time link of an invitation, for an agency without a mail server. */
export function InvitationLink({ name, link, after }: InvitationLinkProps) {
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => showToast(m.link.copied),
      () => showToast(m.link.notCopied),
    );
  return (
    <div className="stack-small">
      <p>{m.link.text(name)}</p>
      <TextField
        name="link"
        label={m.link.label}
        width="full"
        value={link}
        onChange={() => undefined}
        isReadOnly
      />
      <div className="row">
        <Button icon={<Copy size={16} aria-hidden />} onPress={() => void copy()}>
          {m.link.copy}
        </Button>
        {after}
      </div>
    </div>
  );
}
