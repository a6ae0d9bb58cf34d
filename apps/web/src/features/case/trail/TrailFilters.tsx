import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import { DateField } from "@kinward/ui/DateField";
import { Select } from "@kinward/ui/Select";
import type { TrailSearch } from "../../../app/search.ts";
import { trail } from "../../../messages/en/trail.ts";

const words = trail.filter;
const ALL = "all";

export type Choices = readonly { readonly id: string; readonly label: string }[];
export type Refined = { [K in keyof TrailSearch]?: TrailSearch[K] | undefined };

export const named = (
  list: readonly { readonly id: string; readonly name: string }[] = [],
): Choices => list.map(({ id, name }) => ({ id, label: name }));

/** What is looked for, each part in the address; another filter begins on its first page. */
export function TrailFilters({
  search,
  kinds,
  any = words.any,
  people,
  staff,
  byLabel = words.by,
  today,
  onChange,
}: {
  search: TrailSearch;
  kinds: Choices;
  /** What no choice of a kind means. */
  any?: string;
  people?: Choices;
  staff: Choices;
  byLabel?: string;
  today: string;
  /** @param replace the address changes without a new step back */
  onChange: (next: Refined, replace?: boolean) => void;
}) {
  const refine = (next: Refined, replace?: boolean) =>
    onChange({ ...search, ...next, page: undefined }, replace);
  const [asked, setAsked] = useState(false);
  const isUsed = ["by", "from", "to"].some((key) => key in search);
  const more = asked || isUsed;
  const isOutOfOrder =
    search.from !== undefined && search.to !== undefined && search.to < search.from;
  return (
    <div className="filters" role="search" aria-label={words.label}>
      <OneOf
        name="kind"
        label={words.what}
        any={any}
        value={search.kind}
        choices={kinds}
        onChange={(kind) => refine({ kind })}
      />
      {people !== undefined && (
        <OneOf
          name="person"
          label={words.person}
          value={search.person}
          choices={people}
          onChange={(person) => refine({ person })}
        />
      )}
      {!isUsed && (
        <Button kind="quiet" aria-expanded={more} onPress={() => setAsked(!asked)}>
          {more ? words.fewer : words.more}
        </Button>
      )}
      {more && (
        <>
          <OneOf
            name="by"
            label={byLabel}
            value={search.by}
            choices={staff}
            onChange={(by) => refine({ by })}
          />
          <DateField
            name="from"
            label={words.from}
            value={search.from}
            maxValue={today}
            onChange={(from) => from !== search.from && refine({ from }, from === undefined)}
          />
          <DateField
            name="to"
            label={words.to}
            value={search.to}
            maxValue={today}
            error={isOutOfOrder ? words.order : undefined}
            onChange={(to) => to !== search.to && refine({ to }, to === undefined)}
          />
        </>
      )}
      {isFiltered(search) && <Button onPress={() => onChange({})}>{words.clear}</Button>}
    </div>
  );
}

export const isFiltered = ({ page: _, ...search }: TrailSearch): boolean =>
  Object.keys(search).length > 0;

function OneOf({
  any = words.any,
  ...props
}: {
  name: string;
  label: string;
  any?: string;
  value: string | undefined;
  choices: Choices;
  onChange: (id: string | undefined) => void;
}) {
  const { name, label, value, choices, onChange } = props;
  return (
    <Select
      name={name}
      label={label}
      // A choice that is not there is no choice: the address may be old.
      value={choices.some(({ id }) => id === value) ? (value ?? ALL) : ALL}
      onChange={(id) => onChange(id === ALL ? undefined : id)}
      choices={[{ id: ALL, label: any }, ...choices]}
    />
  );
}
