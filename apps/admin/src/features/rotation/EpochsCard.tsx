import type { RotationEpochView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { rotation as m } from "./messages.ts";
import { laneWords, nameOf, type Names } from "../shared/order/words.ts";
import { balanceOf, pairWords } from "./present.ts";

interface EpochsCardProps {
  readonly epochs: readonly RotationEpochView[];
  readonly names: Names;
}

/** The pairs of contracts that shared the turns, with what each began with. */
export function EpochsCard({ epochs, names }: EpochsCardProps) {
  const { today } = useMe();
  return (
    <Card title={m.epochs.title} flush footer={<p className="muted small">{m.epochs.lead}</p>}>
      <DataTable<RotationEpochView>
        caption={m.epochs.caption}
        rows={epochs}
        rowKey={(epoch) => String(epoch.number)}
        cardsUnder={620}
        empty={<p className="card-body muted">{m.epochs.empty}</p>}
        columns={[
          {
            id: "number",
            header: m.epochs.columns.number,
            isRowHeader: true,
            fit: true,
            cell: (epoch) => epoch.number,
          },
          {
            id: "from",
            header: m.epochs.columns.from,
            cell: (epoch) => dayWords(epoch.from, today),
          },
          {
            id: "pair",
            header: m.epochs.columns.pair,
            cell: (epoch) => pairWords(names, epoch.pair),
          },
          {
            id: "opening",
            header: m.epochs.columns.opening,
            cell: ({ opening, pair }) =>
              opening.length === 0
                ? m.epochs.atZero
                : opening.map((one) => (
                    <div key={one.lane}>
                      {opening.length > 1
                        ? m.epochs.opening(laneWords(one.lane), balanceOf(names, pair, one.balance))
                        : balanceOf(names, pair, one.balance)}
                    </div>
                  )),
          },
          {
            id: "starter",
            header: m.epochs.columns.starter,
            cell: (epoch) => nameOf(names, epoch.starter),
          },
        ]}
      />
    </Card>
  );
}
