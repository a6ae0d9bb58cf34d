import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { CircleCheck } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { LinkButton } from "@kinward/ui/LinkButton";
import { warningText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import type { EpisodeId } from "@kinward/domain/kernel";
import type { ContactReceipt } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { contacts as words } from "../../messages/en/contacts.ts";
import { presentReceipt } from "./present.ts";

const SendNotice = lazy(() => import("../shared/notice/SendNotice.tsx"));

export interface ContactSavedProps {
  receipt: ContactReceipt;
  title: string;
  episodeId?: EpisodeId | undefined;
  /** The next form stands below: no link to log another. */
  compact?: boolean | undefined;
  onAnother?: (() => void) | undefined;
}

/** What the contact did, said at once; the first-meeting notice is one press away. */
export function ContactSaved({ receipt, title, episodeId, compact, onAnother }: ContactSavedProps) {
  const me = useMe();
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [receipt]);
  const canSend = receipt.noticeReady && episodeId !== undefined && !sent;
  return (
    <section className="card done-card" aria-labelledby="saved">
      <div className="card-body stack">
        <h2 id="saved" ref={heading} tabIndex={-1} className="row">
          <CircleCheck size={22} aria-hidden /> {title}
        </h2>
        <ul className="stack-small">
          {presentReceipt(receipt, me.today, me.organization === undefined).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {receipt.warnings.map((warning) => (
            <li key={warning.code} className="muted">
              {warningText(codes, warning)}
            </li>
          ))}
          {sent && <li role="status">{words.receipt.noticeSent}</li>}
        </ul>
        <div className="row">
          {canSend && (
            <Button kind="primary" onPress={() => setSending(true)}>
              {words.receipt.sendNotice}
            </Button>
          )}
          <LinkButton
            kind={canSend || compact ? "default" : "primary"}
            href={paths.case(receipt.caseId)}
          >
            {words.receipt.openCase}
          </LinkButton>
          {onAnother && <Button onPress={onAnother}>{words.receipt.another}</Button>}
          {!compact && <LinkButton href={paths.work()}>{words.receipt.work}</LinkButton>}
        </div>
      </div>
      <Suspense fallback={null}>
        {sending && episodeId && (
          <SendNotice
            caseId={receipt.caseId}
            episodeId={episodeId}
            onClose={() => setSending(false)}
            onSent={() => setSent(true)}
          />
        )}
      </Suspense>
    </section>
  );
}
