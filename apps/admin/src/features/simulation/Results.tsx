import type { SimulationView } from "@kinward/domain/views";
import { Banner } from "@kinward/ui/Banner";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { BalanceCard } from "./BalanceCard.tsx";
import { simulation } from "./messages.ts";
import { type ComparedRow, comparedRows } from "./present.ts";

const m = simulation.result;

/** Both runs side by side: figures first, then the balance. */
export function Results({ view }: { readonly view: SimulationView }) {
  const { area, inForce, varied } = view;
  if (inForce.summary.referrals === 0 && varied.summary.referrals === 0)
    return <Empty kind="start" title={m.empty} />;
  return (
    <>
      {area !== undefined && (
        <Banner kind="info">
          {area.differsAt === undefined ? m.same(view.arrivals) : m.differs(area.differsAt)}
          {area.cut && ` ${m.cut}`}
        </Banner>
      )}
      {(inForce.stopped || varied.stopped) && <Banner kind="info">{m.stopped}</Banner>}
      <Card title={area === undefined ? m.compare : `${m.compare}: ${area.name}`} flush>
        <DataTable<ComparedRow>
          caption={m.compareCaption}
          rows={comparedRows(view)}
          rowKey={(row) => row.id}
          cardsUnder={520}
          columns={[
            { id: "figure", header: m.figure, isRowHeader: true, cell: (row) => row.figure },
            { id: "inForce", header: m.inForce, cell: (row) => row.inForce },
            {
              id: "varied",
              header: m.varied,
              cell: (row) =>
                row.varied === row.inForce ? row.varied : <strong>{row.varied}</strong>,
            },
          ]}
        />
        <p className="card-body muted">{m.leadWords}</p>
      </Card>
      <BalanceCard view={view} />
    </>
  );
}
