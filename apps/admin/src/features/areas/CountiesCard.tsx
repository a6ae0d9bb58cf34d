import { inForceOn } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Plus } from "lucide-react";
import { useState } from "react";
import { periodWords } from "../shared/periods.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { AddCountyDialog, EndCountyDialog } from "./CountyDialogs.tsx";
import { areas as m } from "./messages.ts";
import { type ContractAreaView, type CountyPeriod, countyRows } from "./present.ts";

/** The counties of an area with their days. */
export function CountiesCard({ area }: { readonly area: ContractAreaView }) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const [open, setOpen] = useState<"ADD" | CountyPeriod | undefined>(undefined);
  const close = () => setOpen(undefined);
  return (
    <Card
      title={m.counties.title}
      flush
      actions={
        mayChange && (
          <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={() => setOpen("ADD")}>
            {m.counties.add}
          </Button>
        )
      }
    >
      <DataTable<CountyPeriod>
        caption={m.counties.caption}
        rows={countyRows(area, today)}
        rowKey={(county) => `${county.county} ${county.from}`}
        cardsUnder={420}
        empty={<p className="card-body muted">{m.counties.empty}</p>}
        columns={[
          {
            id: "county",
            header: m.counties.columns.county,
            isRowHeader: true,
            cell: (county) => (
              <span className={inForceOn(county, today) ? undefined : "muted"}>
                {county.county}
              </span>
            ),
          },
          {
            id: "period",
            header: m.counties.columns.period,
            cell: (county) => periodWords(county, today),
          },
          ...(mayChange
            ? [
                {
                  id: "action",
                  header: m.counties.columns.action,
                  hideHeader: true,
                  fit: true,
                  cell: (county: CountyPeriod) =>
                    county.to === undefined && (
                      <Button
                        size="small"
                        aria-label={m.counties.end(county.county)}
                        onPress={() => setOpen(county)}
                      >
                        {m.counties.endShort}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {open === "ADD" && <AddCountyDialog area={area} onClose={close} />}
      {open !== undefined && open !== "ADD" && (
        <EndCountyDialog area={area} county={open} onClose={close} />
      )}
    </Card>
  );
}
