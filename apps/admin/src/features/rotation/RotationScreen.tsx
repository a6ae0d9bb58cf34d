import type { RotationList, RotationRow } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import type { ReactNode } from "react";
import { paths } from "../../paths.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { EndingContractsCard } from "./EndingContractsCard.tsx";
import { rotation as m } from "./messages.ts";
import { MismatchBanner } from "../shared/order/MismatchBanner.tsx";
import { laneWords, nameOf } from "../shared/order/words.ts";
import { areaState, balanceOf, pairWords, pauseOf } from "./present.ts";
import { useReplay } from "../shared/order/use-replay.ts";
import { useRotations } from "./queries.ts";

/** Every contract area with its balance, next turn and debt. */
export function RotationScreen() {
  const query = useRotations();
  const replay = useReplay();
  return (
    <Page title={m.title} lead={m.lead}>
      <MismatchBanner check={replay.data} />
      <Card label={m.caption} flush>
        <Loaded query={query}>{(list) => <AreaTable list={list} />}</Loaded>
      </Card>
      <EndingContractsCard />
    </Page>
  );
}

function AreaTable({ list }: { readonly list: RotationList }) {
  const { today } = useMe();
  const names = list.organizations;
  /** One line for each order of turns; named only where there are two. */
  const lanes = (row: RotationRow, words: (lane: RotationRow["lanes"][number]) => ReactNode) =>
    row.lanes.map((lane) => (
      <div key={lane.lane}>
        {row.lanes.length > 1 && <span className="muted">{laneWords(lane.lane)}: </span>}
        {words(lane)}
      </div>
    ));
  return (
    <DataTable<RotationRow>
      caption={m.caption}
      rows={list.areas}
      rowKey={(row) => row.contractAreaId}
      empty={
        <Empty
          kind="start"
          title={m.empty}
          action={<LinkButton href={paths.areas()}>{m.toAreas}</LinkButton>}
        >
          {m.emptyText}
        </Empty>
      }
      columns={[
        {
          id: "area",
          header: m.columns.area,
          isRowHeader: true,
          cell: (row) => <UiLink href={paths.rotation(row.contractAreaId)}>{row.name}</UiLink>,
        },
        {
          id: "pair",
          header: m.columns.pair,
          cell: (row) =>
            row.epoch === undefined ? (
              m.noEpoch
            ) : (
              <>
                <div>{pairWords(names, row.epoch.pair)}</div>
                <div className="muted small">
                  {m.epochOf(row.epoch.number, dayWords(row.epoch.from, today))}
                </div>
              </>
            ),
        },
        {
          id: "balance",
          header: m.columns.balance,
          cell: (row) => lanes(row, (lane) => balanceOf(names, row.epoch?.pair, lane.balance)),
        },
        {
          id: "next",
          header: m.columns.next,
          cell: (row) =>
            row.lanes.length === 0
              ? m.noNext
              : lanes(row, (lane) =>
                  lane.next === undefined ? m.noNext : nameOf(names, lane.next),
                ),
        },
        {
          id: "repay",
          header: m.columns.repay,
          cell: (row) =>
            lanes(row, ({ debt }) =>
              debt === undefined || debt.causes.length === 0
                ? m.nothingToRepay
                : m.repays(nameOf(names, debt.to), debt.turns),
            ),
        },
        {
          id: "state",
          header: m.columns.state,
          fit: true,
          card: "top",
          cell: (row) => {
            const { look, word } = areaState(row, today);
            const again = pauseOf(row, today)?.resumesOn;
            return (
              <>
                <Tag state={look}>{word}</Tag>
                {again !== undefined && (
                  <div className="muted small">{m.pause.until(dayWords(again, today))}</div>
                )}
              </>
            );
          },
        },
      ]}
    />
  );
}
