import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { Tag } from "@kinward/ui/Tag";
import type { CaseId } from "@kinward/domain/kernel";
import type { AboutCase, Stated } from "@kinward/domain/views";
import { api, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { done } from "../../../app/done.ts";
import { useMe } from "../../../app/me.ts";
import { toast } from "../../../app/toast.ts";
import { about as words } from "../../../messages/en/about.ts";
import { sentenceOf } from "../../shared/faults.ts";
import { Part } from "../../shared/Part.tsx";
import { sourceText } from "../marks/present.ts";
import { needsFacts, needsText, openingFacts, openingText } from "./about.ts";

const NeedsDialog = lazy(() => import("./NeedsDialog.tsx"));
const OpeningDialog = lazy(() => import("./OpeningDialog.tsx"));

export interface AboutProps {
  caseId: CaseId;
  about: AboutCase;
}

/** What the family needs and why the case was opened: what the referral said first, and how it is corrected. */
export default function AboutCards({ caseId }: { caseId: CaseId }) {
  const query = useQuery(api.cases.about.queryOptions({ caseId }));
  return (
    <Part query={query} skeleton="cards" count={2}>
      {(about) => (
        <>
          <NeedsCard caseId={caseId} about={about} />
          <OpeningCard caseId={caseId} about={about} />
        </>
      )}
    </Part>
  );
}

export interface CorrectionProps<T> extends AboutProps {
  /** Kept by the card, so that closing the dialog loses nothing. */
  typed: T | undefined;
  onType: (typed: T | undefined) => void;
  onClose: () => void;
}

interface CorrectedProps<T> extends AboutProps {
  title: string;
  /** What the button does; nothing for whoever may not. */
  act: { readonly text: string; readonly label?: string } | undefined;
  Dialog: ComponentType<CorrectionProps<T>>;
  children: ReactNode;
}

/** What is recorded, and the dialog in which it is corrected. */
function Corrected<T>({ title, act, Dialog, children, ...about }: CorrectedProps<T>) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<T>();
  return (
    <Card
      title={title}
      actions={
        act && (
          <Button size="small" aria-label={act.label} onPress={() => setOpen(true)}>
            {act.text}
          </Button>
        )
      }
    >
      {children}
      <Suspense fallback={null}>
        {isOpen && (
          <Dialog {...about} typed={typed} onType={setTyped} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </Card>
  );
}

function NeedsCard({ caseId, about }: AboutProps) {
  const { needs, formerNeeds, needsConfirmed, can } = about;
  return (
    <Corrected
      caseId={caseId}
      about={about}
      title={words.needs.title}
      act={can.needs ? { text: words.short, label: words.needs.correct } : undefined}
      Dialog={NeedsDialog}
    >
      <div className="stack-small">
        {!needsConfirmed && (
          <span className="row">
            <Tag wrap>{words.needs.unconfirmed}</Tag>
            {can.confirmNeeds && <Confirm caseId={caseId} about={about} />}
          </span>
        )}
        <KeyValue layout="list" facts={needsFacts(needs.value)} />
        <Sources now={needs} former={formerNeeds} say={needsText} />
      </div>
    </Corrected>
  );
}

function Confirm({ caseId, about }: AboutProps) {
  const confirm = useCommand(trpcClient.cases.confirmNeeds.mutate, {
    onSuccess: () => done(words.needs.confirmed),
  });
  return (
    <Button
      size="small"
      aria-label={words.needs.confirmLabel}
      isPending={confirm.isPending}
      onPress={() =>
        confirm.mutate(
          { caseId, revision: about.revision },
          { onError: (error) => toast(sentenceOf(failureOf(error))) },
        )
      }
    >
      {words.needs.confirm}
    </Button>
  );
}

function OpeningCard({ caseId, about }: AboutProps) {
  const { today } = useMe();
  const { opening, formerOpenings, can } = about;
  return (
    <Corrected
      caseId={caseId}
      about={about}
      title={words.opening.title}
      act={
        can.opening
          ? opening === undefined
            ? { text: words.opening.record }
            : { text: words.short, label: words.opening.correct }
          : undefined
      }
      Dialog={OpeningDialog}
    >
      {opening === undefined ? (
        <p className="muted">{words.opening.none}</p>
      ) : (
        <div className="stack-small">
          <KeyValue layout="list" facts={openingFacts(opening.value, today)} />
          <Sources
            now={opening}
            former={formerOpenings}
            say={(value) => openingText(value, today)}
          />
        </div>
      )}
    </Corrected>
  );
}

/** Who recorded it, why it was corrected, and what stood there before. */
function Sources<T>({
  now,
  former,
  say,
}: {
  now: Stated<T>;
  former: readonly Stated<T>[];
  say: (value: T) => string;
}) {
  const { today, agency } = useMe();
  const reader = { today, timeZone: agency.timeZone };
  return (
    <>
      <span className="muted small">{sourceText(now.source, reader)}</span>
      {former.length > 0 && now.source.reason !== undefined && (
        <span className="muted small">{words.because(now.source.reason)}</span>
      )}
      {former.length > 0 && (
        <details>
          <summary>{words.former(former.length)}</summary>
          <ul className="muted small">
            {former.map((one) => (
              <li key={one.source.at}>
                {say(one.value)}. {sourceText(one.source, reader)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
