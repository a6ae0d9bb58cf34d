import type { ContractAreaId } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { NumberField } from "@kinward/ui/NumberField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { Select } from "@kinward/ui/Select";
import { Play } from "lucide-react";
import { useState } from "react";
import type { SimulationSearch } from "../../paths.ts";
import { useOrderAreas } from "../shared/order-areas.ts";
import { simulation } from "./messages.ts";
import { GENERATED_DEFAULTS } from "./present.ts";

const m = simulation.form;

interface SimulationFormProps {
  /** What the address says. */
  readonly asked: SimulationSearch;
  readonly isRunning: boolean;
  readonly onRun: (asked: SimulationSearch) => void;
}

type Source = keyof typeof m.sources;
type Counts = "arrivals" | "days" | "safety" | "asked" | "lean" | "withdrawn";
/** Fields of invented arrivals with their range; shares are whole percent. */
const FIELDS: readonly {
  readonly name: Counts;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly isShare?: true;
}[] = [
  { name: "arrivals", label: m.perTenDays, min: 1, max: 500 },
  { name: "days", label: m.days, min: 1, max: 3_650 },
  { name: "safety", label: m.safety, min: 0, max: 100, isShare: true },
  { name: "asked", label: m.asked, min: 0, max: 100, isShare: true },
  { name: "withdrawn", label: m.withdrawn, min: 0, max: 100, isShare: true },
];
const AS_IN_FORCE = "AS_IN_FORCE";

/** Which referrals, and which rules are otherwise. The answer stands in the address, so that it can be passed on. */
export function SimulationForm({ asked, isRunning, onRun }: SimulationFormProps) {
  const areas = useOrderAreas();
  const [source, setSource] = useState<Source>(asked.arrivals === undefined ? "AREA" : "GENERATED");
  const [search, setSearch] = useState<SimulationSearch>({
    ...asked,
    ...(source === "GENERATED" && { ...GENERATED_DEFAULTS, ...asked }),
  });
  const [isTried, setTried] = useState(false);
  const set = (change: {
    readonly [K in keyof SimulationSearch]?: SimulationSearch[K] | undefined;
  }) => setSearch((before) => withoutMissing({ ...before, ...change }));

  const choose = (next: Source) => {
    setSource(next);
    setSearch((before) => (next === "GENERATED" ? { ...GENERATED_DEFAULTS, ...before } : before));
  };
  const isMissing = (name: Counts): boolean => isTried && search[name] === undefined;
  const run = () => {
    setTried(true);
    const { area, ...rest } = search;
    if (source === "GENERATED") {
      if (FIELDS.every(({ name }) => rest[name] !== undefined)) onRun(rest);
      return;
    }
    const { tie, scope, window, overrides, lean, seed } = search;
    if (area !== undefined)
      onRun(withoutMissing({ area, tie, scope, window, overrides, lean, seed }));
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <Card title={m.title}>
        <RadioGroup
          name="source"
          label={m.source}
          choices={(["AREA", "GENERATED"] as const).map((id) => ({ id, label: m.sources[id] }))}
          value={source}
          onChange={choose}
        />
        {source === "AREA" ? (
          <Select
            name="area"
            label={m.area}
            choices={(areas.data?.areas ?? []).map((one) => ({
              id: one.contractAreaId,
              label: one.name,
            }))}
            value={search.area}
            onChange={(area: ContractAreaId) => set({ area })}
            error={isTried && search.area === undefined ? m.areaMissing : undefined}
          />
        ) : (
          <>
            {FIELDS.map(({ name, label, min, max, isShare }) => (
              <NumberField
                key={name}
                name={name}
                label={label}
                value={search[name]}
                minValue={min}
                maxValue={max}
                unit={isShare ? m.percent : undefined}
                onChange={(value) => set({ [name]: value })}
                error={isMissing(name) ? m.numberMissing : undefined}
              />
            ))}
            <p className="muted">{m.generatedHint}</p>
          </>
        )}
        <h3>{m.rules}</h3>
        <p className="muted">{m.rulesHint}</p>
        <Select
          name="tie"
          label={m.tie}
          choices={[
            { id: AS_IN_FORCE, label: m.asInForce },
            { id: "ALTERNATE_FROM_LAST", label: m.tieBreak.ALTERNATE_FROM_LAST },
            { id: "STARTER_FIRST", label: m.tieBreak.STARTER_FIRST },
          ]}
          value={search.tie ?? AS_IN_FORCE}
          onChange={(tie) => set({ tie: tie === AS_IN_FORCE ? undefined : tie })}
        />
        <Select
          name="scope"
          label={m.scope}
          choices={[
            { id: AS_IN_FORCE, label: m.asInForce },
            { id: "COMBINED", label: m.rotationScope.COMBINED },
            { id: "PER_SERVICE_TYPE", label: m.rotationScope.PER_SERVICE_TYPE },
          ]}
          value={search.scope ?? AS_IN_FORCE}
          onChange={(scope) => set({ scope: scope === AS_IN_FORCE ? undefined : scope })}
        />
        <NumberField
          name="window"
          label={m.window}
          value={search.window}
          minValue={0}
          maxValue={366}
          onChange={(window) => set({ window })}
        />
        <NumberField
          name="overrides"
          label={m.overrides}
          hint={m.overridesHint}
          value={search.overrides}
          minValue={0}
          maxValue={100}
          unit={m.percent}
          onChange={(overrides) => set({ overrides })}
        />
        <NumberField
          name="lean"
          label={m.lean}
          hint={m.leanHint}
          value={search.lean}
          minValue={0}
          maxValue={100}
          unit={m.percent}
          onChange={(lean) => set({ lean })}
        />
        <NumberField
          name="seed"
          label={m.seed}
          hint={m.seedHint}
          value={search.seed}
          minValue={0}
          maxValue={999_999}
          onChange={(seed) => set({ seed })}
        />
        <div className="row">
          <Button
            kind="primary"
            type="submit"
            icon={<Play size={17} aria-hidden />}
            isPending={isRunning}
            pendingText={simulation.running}
          >
            {m.run}
          </Button>
        </div>
      </Card>
    </form>
  );
}

/** Drops keys without a value. */
const withoutMissing = <T extends object>(search: T): SimulationSearch =>
  Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  ) as SimulationSearch;
