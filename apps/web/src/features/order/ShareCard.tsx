import { BarChart, BarLegend, type BarSeries } from "@kinward/ui/BarChart";
import { Card } from "@kinward/ui/Card";
import type { OrderOverview } from "@kinward/domain/views";
import { order as words } from "../../messages/en/order.ts";
import { presentShares } from "./present.ts";

type Kind = ReturnType<typeof presentShares>["kinds"][number];
const STATES: Record<Kind, BarSeries["state"]> = {
  inTurn: "week",
  repaying: "done",
  overrides: "today",
  again: "waiting",
  uncounted: "later",
};

/** How many referrals each contractor got, and how they came. */
export function ShareCard({
  shares,
  contractors,
  now,
}: Pick<OrderOverview, "shares" | "contractors" | "now">) {
  const { kinds, rows } = presentShares(shares, contractors, now);
  const series = kinds.map((id) => ({ id, label: words.share.series[id], state: STATES[id] }));
  return (
    <Card title={words.share.title} actions={rows.length > 0 && <BarLegend series={series} />}>
      {rows.length === 0 ? (
        <p className="muted">{words.share.empty}</p>
      ) : (
        <BarChart
          label={words.share.label}
          rowHeader={words.share.contractor}
          series={series}
          rows={rows}
          extra={{
            header: words.share.total,
            cell: (row) => rows.find((one) => one.id === row.id)?.total,
          }}
        />
      )}
    </Card>
  );
}
