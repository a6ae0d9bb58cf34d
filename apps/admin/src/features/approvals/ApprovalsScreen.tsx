import type { ProposalLists, ProposalView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { Tag } from "@kinward/ui/Tag";
import { momentIn } from "../shared/changes-present.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { useProposals } from "../shared/proposals.ts";
import { useMe } from "../shared/session.ts";
import { dateWords } from "../shared/words.ts";
import { approvals as m } from "./messages.ts";
import { DECISION_LOOK, proposalTitle } from "./present.ts";
import { ProposalCard } from "./ProposalCard.tsx";

/** What waits for a second person: for the reader, from the reader, and what was answered. */
export function ApprovalsScreen() {
  const { agency } = useMe();
  const query = useProposals();
  const checkedAt = dateWords.time(new Date(query.dataUpdatedAt).toISOString(), agency.timeZone);
  return (
    <Page title={m.title} lead={m.lead}>
      <Loaded query={query}>
        {({ waiting, mine, decided }) => (
          <>
            <Section title={m.waiting} proposals={waiting} empty={m.waitingEmpty} at={checkedAt} />
            <Section title={m.mine} proposals={mine} empty={m.mineEmpty} />
            <Decided decided={decided} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface SectionProps {
  readonly title: string;
  readonly proposals: readonly ProposalView[];
  readonly empty: string;
  /** When the list was read, where an empty one is good news. */
  readonly at?: string;
}

function Section({ title, proposals, empty, at }: SectionProps) {
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {proposals.length === 0 &&
        (at === undefined ? (
          <p className="muted">{empty}</p>
        ) : (
          <Card label={title} flush>
            <Empty kind="allDone" title={empty} checkedAt={at} />
          </Card>
        ))}
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.proposalId} proposal={proposal} />
      ))}
    </section>
  );
}

function Decided({ decided }: Pick<ProposalLists, "decided">) {
  const { agency } = useMe();
  const moment = momentIn(agency.timeZone);
  return (
    <Card title={m.decided} flush>
      <DataTable<ProposalView>
        caption={m.decidedCaption}
        rows={decided}
        rowKey={(proposal) => proposal.proposalId}
        empty={<p className="card-body muted">{m.decidedEmpty}</p>}
        columns={[
          {
            id: "what",
            header: m.columns.what,
            isRowHeader: true,
            cell: (proposal) => (
              <>
                <div>{proposalTitle(proposal)}</div>
                <div className="muted small plain-weight">{m.kinds[proposal.kind]}</div>
              </>
            ),
          },
          {
            id: "proposed",
            header: m.columns.proposed,
            cell: ({ proposedBy, proposedAt }) => m.by(proposedBy.name, moment(proposedAt)),
          },
          {
            id: "by",
            header: m.columns.by,
            cell: ({ answer }) => answer && m.by(answer.by, moment(answer.at)),
          },
          {
            id: "why",
            header: m.columns.why,
            cell: ({ answer, reason }) => answer?.note ?? reason,
          },
          {
            id: "decision",
            header: m.columns.decision,
            fit: true,
            card: "top",
            cell: ({ answer }) =>
              answer && (
                <Tag state={DECISION_LOOK[answer.decision]}>{m.decisions[answer.decision]}</Tag>
              ),
          },
        ]}
      />
    </Card>
  );
}
