import { Empty } from "@kinward/ui/Empty";
import { paths, type SimulationSearch } from "../../paths.ts";
import * as search from "../../search.ts";
import { useGo, useSearchOf } from "../shared/go.tsx";
import { FairnessTabs } from "../shared/FairnessTabs.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { simulation as m } from "./messages.ts";
import { inputOf } from "./present.ts";
import { useSimulation } from "./queries.ts";
import { Results } from "./Results.tsx";
import { SimulationForm } from "./SimulationForm.tsx";

/** The order of turns under other rules, over the referrals of an area or invented ones. */
export function SimulationScreen() {
  const go = useGo();
  const asked = useSearchOf(search.simulation);
  const input = inputOf(asked);
  const query = useSimulation(input);
  return (
    <Page title={m.title} lead={m.lead}>
      <FairnessTabs current="simulation" />
      <div className="simulation">
        <SimulationForm
          key={JSON.stringify(asked)}
          asked={asked}
          isRunning={query.isFetching}
          onRun={(next: SimulationSearch) => go(paths.simulation(next))}
        />
        <div className="stack">
          {input === undefined ? (
            <Empty kind="start" title={m.start}>
              {m.startText}
            </Empty>
          ) : (
            <Loaded query={query} skeleton="cards">
              {(view) => (
                <div className={query.isPlaceholderData ? "stack table-stale" : "stack"}>
                  <Results view={view} />
                </div>
              )}
            </Loaded>
          )}
        </div>
      </div>
    </Page>
  );
}
