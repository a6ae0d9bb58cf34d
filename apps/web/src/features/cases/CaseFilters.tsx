import { useEffect, useState } from "react";
import { Button } from "@kinward/ui/Button";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { SearchField } from "@kinward/ui/SearchField";
import { Select } from "@kinward/ui/Select";
import { labels } from "@kinward/wording/en/labels";
import { DUE_FILTERS, SEEN_FILTERS, type CaseFilterOptions } from "@kinward/domain/views";
import { STAGES, type CaseSearch } from "../../app/search.ts";
import { cases as words } from "../../messages/en/cases.ts";
import { usesMoreFilters } from "./present.ts";

const ALL = "all";
type Refine = (
  next: Partial<{ [K in keyof CaseSearch]: CaseSearch[K] | undefined }>,
  replace?: boolean,
) => void;
type Choices = readonly { readonly id: string; readonly label: string }[];

/** The filters of the list, each in the address. */
export function CaseFilters(props: {
  search: CaseSearch;
  areas: Choices;
  options: CaseFilterOptions | undefined;
  refine: Refine;
}) {
  const { search, areas, refine } = props;
  const [asked, setAsked] = useState(false);
  const isUsed = usesMoreFilters(search);
  const more = asked || isUsed;
  return (
    <div className="filters">
      <TextFilter
        value={search.text ?? ""}
        onChange={(text) => refine({ text: text === "" ? undefined : text }, true)}
      />
      <OneOf
        name="stage"
        label={words.filter.stage}
        value={search.stage}
        choices={STAGES.map((id) => ({ id, label: labels.stage[id] }))}
        onChange={(stage) => refine({ stage: STAGES.find((each) => each === stage) })}
      />
      <OneOf
        name="area"
        label={words.filter.area}
        value={search.area}
        choices={areas}
        onChange={(area) => refine({ area })}
      />
      <CheckboxField
        name="late"
        label={words.filter.late}
        value={search.late === true}
        onChange={(on) => refine({ late: on ? true : undefined })}
      />
      {!isUsed && (
        <Button kind="quiet" aria-expanded={more} onPress={() => setAsked(!asked)}>
          {more ? words.filter.fewer : words.filter.more}
        </Button>
      )}
      {more && <MoreFilters {...props} />}
    </div>
  );
}

function MoreFilters({
  search,
  options,
  refine,
}: {
  search: CaseSearch;
  options: CaseFilterOptions | undefined;
  refine: Refine;
}) {
  const named = (list: readonly { readonly id: string; readonly name: string }[] = []): Choices =>
    list.map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <OneOf
        name="due"
        label={words.filter.due}
        value={search.due}
        choices={DUE_FILTERS.map((id) => ({ id, label: words.due[id] }))}
        onChange={(due) => refine({ due: DUE_FILTERS.find((each) => each === due) })}
      />
      <OneOf
        name="seen"
        label={words.filter.seen}
        value={search.seen}
        choices={SEEN_FILTERS.map((id) => ({ id, label: words.seen[id] }))}
        onChange={(seen) => refine({ seen: SEEN_FILTERS.find((each) => each === seen) })}
      />
      <OneOf
        name="contractor"
        label={words.filter.contractor}
        value={search.contractor}
        choices={named(options?.contractors)}
        onChange={(contractor) => refine({ contractor })}
      />
      <OneOf
        name="worker"
        label={words.filter.worker}
        value={search.worker}
        choices={named(options?.workers)}
        onChange={(worker) => refine({ worker })}
      />
      <OneOf
        name="coordinator"
        label={words.filter.coordinator}
        value={search.coordinator}
        choices={named(options?.coordinators)}
        onChange={(coordinator) => refine({ coordinator })}
      />
    </>
  );
}

/** One value of a filter or all; no list box where there is nothing to choose from. */
function OneOf(props: {
  name: string;
  label: string;
  value: string | undefined;
  choices: Choices;
  onChange: (id: string | undefined) => void;
}) {
  const { name, label, value, choices, onChange } = props;
  if (choices.length === 0 || (choices.length === 1 && value === undefined)) return null;
  return (
    <Select
      name={name}
      label={label}
      value={value ?? ALL}
      onChange={(id) => onChange(id === ALL ? undefined : id)}
      choices={[{ id: ALL, label: words.filter.any }, ...choices]}
    />
  );
}

/** Asks once somebody stops typing, and replaces the address instead of filling the history. */
function TextFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 300);
    return () => clearTimeout(timer);
  });
  return (
    <SearchField
      label={words.filter.text}
      showLabel
      value={typed}
      onChange={setTyped}
      onSubmit={(text) => onChange(text.trim())}
    />
  );
}
