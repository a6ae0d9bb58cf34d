import { reportYears } from "@kinward/domain/fairness";
import { type ContractAreaId, yearOf } from "@kinward/domain/kernel";
import { Empty } from "@kinward/ui/Empty";
import { Select } from "@kinward/ui/Select";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import * as search from "../../search.ts";
import { useGo, useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { useOrderAreas } from "../shared/order-areas.ts";
import { useMe } from "../shared/session.ts";
import { fairness as m } from "./messages.ts";

interface Report<View> {
  readonly useView: (contractAreaId: ContractAreaId, year: number) => UseQueryResult<View, unknown>;
  readonly children: (view: View) => ReactNode;
}

interface AreaYearProps<View> extends Report<View> {
  /** The address of a report. */
  readonly hrefOf: (asked: { area?: ContractAreaId; year?: number }) => string;
}

/** Choice of area and year above a report; both stand in the address. */
export function AreaYear<View>({ hrefOf, ...report }: AreaYearProps<View>) {
  const { today } = useMe();
  const go = useGo();
  const { area, year = yearOf(today) } = useSearchOf(search.fairness);
  const query = useOrderAreas();
  return (
    <Loaded query={query}>
      {({ areas }) => {
        const chosen = areas.find((one) => one.contractAreaId === area)?.contractAreaId;
        if (areas.length === 0)
          return (
            <Empty kind="start" title={m.noAreas}>
              {m.noAreasText}
            </Empty>
          );
        return (
          <>
            <div className="filters">
              <Select
                name="area"
                label={m.area}
                choices={areas.map((one) => ({ id: one.contractAreaId, label: one.name }))}
                value={chosen}
                onChange={(next) => go(hrefOf({ area: next, year }), { replace: true })}
              />
              <Select
                name="year"
                label={m.year}
                choices={reportYears(today).map((one) => ({ id: String(one), label: String(one) }))}
                value={String(year)}
                onChange={(next) =>
                  go(hrefOf({ ...(chosen && { area: chosen }), year: Number(next) }), {
                    replace: true,
                  })
                }
              />
            </div>
            {chosen === undefined ? (
              <Empty kind="start" title={m.choose}>
                {m.chooseText}
              </Empty>
            ) : (
              <Chosen contractAreaId={chosen} year={year} {...report} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

interface ChosenProps<View> extends Report<View> {
  readonly contractAreaId: ContractAreaId;
  readonly year: number;
}

/** The report; the one before stays, greyed, until the next is there. */
function Chosen<View>({ contractAreaId, year, useView, children }: ChosenProps<View>) {
  const query = useView(contractAreaId, year);
  return (
    <Loaded query={query}>
      {(view) => (
        <div className={query.isPlaceholderData ? "stack table-stale" : "stack"}>
          {children(view)}
        </div>
      )}
    </Loaded>
  );
}
