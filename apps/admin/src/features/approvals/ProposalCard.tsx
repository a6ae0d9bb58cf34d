import type { ProposalView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { EffectPanel } from "../shared/effect/EffectPanel.tsx";
import { effect } from "../shared/effect/messages.ts";
import { CorrectionEffect } from "../shared/order/CorrectionEffect.tsx";
import { SettingSteps } from "../shared/setting/SettingSteps.tsx";
import { momentIn } from "../shared/changes-present.ts";
import { GapWords } from "../shared/GapWords.tsx";
import { dayWords } from "../shared/periods.ts";
import { refusalWords } from "../shared/refusal-words.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { type Answering, AnswerDialog } from "./AnswerDialog.tsx";
import { approvals as m } from "./messages.ts";
import { proposalTitle } from "./present.ts";

/** One proposal that waits: what it would do, who asked and why, and the answers open to the reader. */
export function ProposalCard({ proposal }: { readonly proposal: ProposalView }) {
  const { agency } = useMe();
  const mayChange = useMayChange();
  const [answering, setAnswering] = useState<Answering | undefined>(undefined);
  const title = proposalTitle(proposal);
  const moment = momentIn(agency.timeZone);
  return (
    <Card
      title={title}
      headingLevel={3}
      actions={<Tag state="waiting">{m.kinds[proposal.kind]}</Tag>}
    >
      <Content proposal={proposal} />
      {proposal.refusals.length > 0 && (
        <div>
          <p className="strong">{m.blocked}</p>
          <GapWords words={proposal.refusals.map(refusalWords)} />
        </div>
      )}
      <KeyValue
        layout="list"
        facts={[
          { label: m.facts.why, value: proposal.reason },
          ...(proposal.source === undefined
            ? []
            : [{ label: m.facts.source, value: proposal.source }]),
          {
            label: m.facts.proposed,
            value: m.by(proposal.proposedBy.name, moment(proposal.proposedAt)),
          },
        ]}
      />
      {proposal.mayAnswer && (
        <div className="row">
          <Button
            kind="primary"
            aria-label={m.approveOf(title)}
            isDisabled={proposal.refusals.length > 0}
            onPress={() => setAnswering("APPROVED")}
          >
            {m.approve}
          </Button>
          <Button
            kind="danger"
            aria-label={m.rejectOf(title)}
            onPress={() => setAnswering("REJECTED")}
          >
            {m.reject}
          </Button>
        </div>
      )}
      {proposal.own && mayChange && (
        <div className="row">
          <Button aria-label={m.withdrawOf(title)} onPress={() => setAnswering("WITHDRAWN")}>
            {m.withdraw}
          </Button>
        </div>
      )}
      {answering && (
        <AnswerDialog
          proposal={proposal}
          answering={answering}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </Card>
  );
}

/** What was proposed, as it is asked about anew: cases have gone on since. */
const contentOf = ({ profile, validFrom, steps }: Extract<ProposalView, { kind: "SETTING" }>) => ({
  profile,
  validFrom,
  values: Object.fromEntries(steps.map(({ key, after }) => [key, after])),
});

function Content({ proposal }: { readonly proposal: ProposalView }) {
  const { today, agency } = useMe();
  switch (proposal.kind) {
    case "SETTING":
      return (
        <>
          <SettingSteps preview={proposal} validFrom={proposal.validFrom} />
          {proposal.mayAnswer && proposal.refusals.length === 0 && (
            <section className="effect-again" aria-label={effect.title}>
              <EffectPanel candidate={{ kind: "SETTINGS", content: contentOf(proposal) }} />
            </section>
          )}
        </>
      );
    case "LEDGER_CORRECTION": {
      const { preview } = proposal;
      return (
        <div className="stack-small">
          <p>
            <UiLink href={paths.rotation(proposal.contractAreaId)}>{proposal.areaName}</UiLink>
          </p>
          {preview && (
            <p>
              {m.wasGiven(
                proposal.seq,
                preview.line.contractorName,
                momentIn(agency.timeZone)(preview.line.at),
              )}
            </p>
          )}
          <p>{proposal.counted ? m.counts(proposal.contractorName) : m.countsNot}</p>
          {preview && <CorrectionEffect preview={preview} />}
        </div>
      );
    }
    case "CASE_MOVE": {
      const left = proposal.proposed - proposal.cases.length;
      return (
        <div className="stack-small">
          <p>
            {m.moveText(proposal.cases.length, proposal.areaName, dayWords(proposal.endsOn, today))}{" "}
            {proposal.servesFrom !== undefined &&
              m.servesFrom(proposal.successorName, dayWords(proposal.servesFrom, today))}{" "}
            {m.moveBalance}
          </p>
          {left > 0 && <p>{m.leftOut(left)}</p>}
          <details>
            <summary>{m.numbers}</summary>
            <p className="small">{proposal.cases.join(", ")}</p>
          </details>
        </div>
      );
    }
  }
}
