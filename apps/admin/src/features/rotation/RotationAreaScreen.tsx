import type { ContractAreaId } from "@kinward/domain/kernel";
import type { RotationArea } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { momentIn } from "../shared/changes-present.ts";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { refusalWords } from "../shared/refusal-words.ts";
import { useMe } from "../shared/session.ts";
import { EpochsCard } from "./EpochsCard.tsx";
import { LedgerCard } from "./LedgerCard.tsx";
import { order as orderMessages } from "../shared/order/messages.ts";
import { rotation as m } from "./messages.ts";
import { MismatchBanner } from "../shared/order/MismatchBanner.tsx";
import { PausesCard } from "./PausesCard.tsx";
import { laneWords, nameOf } from "../shared/order/words.ts";
import { areaState, balanceOf, pairWords } from "./present.ts";
import { QueueCard } from "./QueueCard.tsx";
import { useReplay } from "../shared/order/use-replay.ts";
import { useRotation } from "./queries.ts";

/** The order of turns of one contract area. */
export function RotationAreaScreen() {
  const { contractAreaId } = useParams({ strict: false }) as { contractAreaId: ContractAreaId };
  const [page, setPage] = useState(1);
  const query = useRotation(contractAreaId, page);
  if (query.data)
    return <AreaPage area={query.data} isStale={query.isPlaceholderData} onPage={setPage} />;
  return (
    <Page title={m.title}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

interface AreaPageProps {
  readonly area: RotationArea;
  readonly isStale: boolean;
  readonly onPage: (page: number) => void;
}

function AreaPage({ area, isStale, onPage }: AreaPageProps) {
  const { today } = useMe();
  const { area: row, organizations: names } = area;
  const replay = useReplay(row.contractAreaId);
  const { look, word } = areaState(row, today);
  const lanesOf = (words: (lane: (typeof row.lanes)[number]) => string) =>
    row.lanes.map((lane) => (
      <div key={lane.lane}>
        {row.lanes.length > 1 && `${laneWords(lane.lane)}: `}
        {words(lane)}
      </div>
    ));
  return (
    <Page title={row.name} lead={m.title} tags={<Tag state={look}>{word}</Tag>}>
      <div className="row">
        <LinkButton size="small" href={paths.rotations()}>
          {m.back}
        </LinkButton>
      </div>
      <MismatchBanner check={replay.data} withLink={false} />
      {row.refusals.length > 0 && (
        <p className="strong">
          {m.stoppedNow}: {row.refusals.map(refusalWords).join(". ")}
        </p>
      )}
      {row.epoch !== undefined && (
        <KeyValue
          facts={[
            {
              label: m.facts.balance,
              value: lanesOf((lane) => balanceOf(names, row.epoch?.pair, lane.balance)),
            },
            {
              label: m.facts.next,
              value: lanesOf((lane) =>
                lane.next === undefined ? m.noNext : nameOf(names, lane.next),
              ),
            },
            { label: m.facts.pair, value: pairWords(names, row.epoch.pair) },
            {
              label: m.facts.turns,
              value: lanesOf((lane) =>
                m.turns(
                  nameOf(names, row.epoch?.pair[0]),
                  lane.turns[0],
                  nameOf(names, row.epoch?.pair[1]),
                  lane.turns[1],
                ),
              ),
            },
            {
              label: m.facts.epoch,
              value: m.epochOf(row.epoch.number, dayWords(row.epoch.from, today)),
            },
          ]}
        />
      )}
      <div className="cols">
        <div className="stack">
          <QueueCard row={row} names={names} />
          <EpochsCard epochs={area.epochs} names={names} />
        </div>
        <div className="stack">
          <PausesCard row={row} />
          <ReplayCard query={replay} />
        </div>
      </div>
      <LedgerCard area={area} isStale={isStale} onPage={onPage} />
      <ChangeLog kind="CONTRACT_AREA" id={row.contractAreaId} />
    </Page>
  );
}

function ReplayCard({ query }: { readonly query: ReturnType<typeof useReplay> }) {
  const { agency } = useMe();
  return (
    <Card
      title={m.replay.title}
      actions={
        <Button
          size="small"
          isPending={query.isFetching}
          pendingText={m.replay.running}
          onPress={() => void query.refetch()}
        >
          {m.replay.verb}
        </Button>
      }
    >
      <p className="muted">{m.replay.lead}</p>
      <Loaded query={query} skeleton="text">
        {({ areas, checkedAt }) => (
          <div role="status">
            {areas.map(({ contractAreaId, name, verdict }) => (
              <p key={contractAreaId}>
                {!verdict.ok
                  ? orderMessages.replay.mismatch(name)
                  : verdict.lines === 0
                    ? m.replay.noLines(momentIn(agency.timeZone)(checkedAt))
                    : m.replay.good(verdict.lines, momentIn(agency.timeZone)(checkedAt))}
              </p>
            ))}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
