import { lazy, Suspense, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { Tag } from "@kinward/ui/Tag";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
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
import { languagesOf } from "../present.ts";
import {
  interpreterText,
  needsText,
  type NeedsValues,
  openingText,
  type OpeningValues,
} from "./about.ts";

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

function NeedsCard({ caseId, about }: AboutProps) {
  const [isOpen, setOpen] = useState(false);
  // Kept here, so that closing the dialog loses nothing.
  const [typed, setTyped] = useState<NeedsValues>();
  const { needs, formerNeeds, needsConfirmed, can } = about;
  const { languages, interpreterNeeded, culturalNotes } = needs.value;
  return (
    <Card
      title={words.needs.title}
      actions={
        can.needs && (
          <Button size="small" aria-label={words.needs.correct} onPress={() => setOpen(true)}>
            {words.short}
          </Button>
        )
      }
    >
      <div className="stack-small">
        {!needsConfirmed && (
          <span className="row">
            <Tag wrap>{words.needs.unconfirmed}</Tag>
            {can.confirmNeeds && <Confirm caseId={caseId} about={about} />}
          </span>
        )}
        <KeyValue
          layout="list"
          facts={[
            {
              label: words.needs.languages,
              value: languages.length === 0 ? words.needs.nothing : languagesOf(languages),
            },
            {
              label: words.needs.interpreter,
              value: interpreterText(interpreterNeeded),
            },
            { label: words.needs.culture, value: culturalNotes ?? words.needs.nothing },
          ]}
        />
        <Sources now={needs} former={formerNeeds} say={needsText} />
      </div>
      <Suspense fallback={null}>
        {isOpen && (
          <NeedsDialog
            caseId={caseId}
            about={about}
            typed={typed}
            onType={setTyped}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </Card>
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
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<OpeningValues>();
  const { opening, formerOpenings, can } = about;
  return (
    <Card
      title={words.opening.title}
      actions={
        can.opening && (
          <Button
            size="small"
            aria-label={opening === undefined ? undefined : words.opening.correct}
            onPress={() => setOpen(true)}
          >
            {opening === undefined ? words.opening.record : words.short}
          </Button>
        )
      }
    >
      {opening === undefined ? (
        <p className="muted">{words.opening.none}</p>
      ) : (
        <div className="stack-small">
          <KeyValue
            layout="list"
            facts={[
              {
                label: words.opening.on,
                value: dates.date(opening.value.openedOn, { today, style: "day" }),
              },
              {
                label: words.opening.basis,
                value: labels.openingBasis[opening.value.openingBasis],
              },
            ]}
          />
          <Sources
            now={opening}
            former={formerOpenings}
            say={(value) => openingText(value, today)}
          />
        </div>
      )}
      <Suspense fallback={null}>
        {isOpen && (
          <OpeningDialog
            caseId={caseId}
            about={about}
            typed={typed}
            onType={setTyped}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </Card>
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
