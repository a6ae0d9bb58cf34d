import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Button } from "@kinward/ui/Button";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { Select } from "@kinward/ui/Select";
import { WORK_WITHIN } from "@kinward/domain/views";
import { duties } from "@kinward/wording/en/duties";
import { api } from "../../api/client.ts";
import { paths } from "../../app/paths.ts";
import { usesWorkFilter, type WorkSearch } from "../../app/search.ts";
import { listTools as words } from "../../messages/en/work-tools.ts";

const ALL = "all";
type Choices = readonly { readonly id: string; readonly label: string }[];
const named = (list: readonly { readonly id: string; readonly name: string }[] = []): Choices =>
  list.map(({ id, name }) => ({ id, label: name }));

/** The filters of the work list, each in the address. */
export default function WorkFilters({ search }: { search: WorkSearch }) {
  const router = useRouter();
  const { staffId } = search;
  const options = useQuery({
    ...api.work.options.queryOptions(staffId === undefined ? {} : { staffId: staffId as never }),
    staleTime: 60_000,
  }).data;
  const refine = (next: { readonly [K in keyof WorkSearch]?: WorkSearch[K] | undefined }) =>
    router.history.push(paths.work({ ...search, view: search.view ?? ALL, ...next }));
  return (
    <div className="filters">
      <OneOf
        name="within"
        label={words.within}
        value={search.within === undefined ? undefined : String(search.within)}
        choices={WORK_WITHIN.map((n) => ({ id: String(n), label: words.days(n) }))}
        onChange={(id) => refine({ within: WORK_WITHIN.find((n) => String(n) === id) })}
      />
      <OneOf
        name="rule"
        label={words.rule}
        value={search.rule}
        choices={(options?.rules ?? []).map((id) => ({ id, label: duties.rule(id) }))}
        onChange={(rule) => refine({ rule })}
      />
      <OneOf
        name="family"
        label={words.family}
        value={search.family}
        choices={named(options?.families)}
        onChange={(family) => refine({ family })}
        isLong
      />
      <OneOf
        name="contractor"
        label={words.contractor}
        value={search.contractor}
        choices={named(options?.contractors)}
        onChange={(contractor) => refine({ contractor })}
      />
      <OneOf
        name="worker"
        label={words.worker}
        value={search.worker}
        choices={named(options?.workers)}
        onChange={(worker) => refine({ worker })}
      />
      {usesWorkFilter(search) && (
        <Button
          kind="quiet"
          onPress={() =>
            refine({
              within: undefined,
              rule: undefined,
              family: undefined,
              contractor: undefined,
              worker: undefined,
            })
          }
        >
          {words.clear}
        </Button>
      )}
    </div>
  );
}

/** One value of a filter or all; no list box where there is nothing to choose from. */
function OneOf(props: {
  name: string;
  label: string;
  value: string | undefined;
  choices: Choices;
  onChange: (id: string | undefined) => void;
  isLong?: boolean;
}) {
  const { name, label, value, choices, onChange } = props;
  if (choices.length <= 1 && value === undefined) return null;
  const Field = props.isLong ? SearchSelect : Select;
  return (
    <Field
      name={name}
      label={label}
      value={value ?? ALL}
      onChange={(id) => onChange(id === ALL ? undefined : id)}
      choices={[{ id: ALL, label: words.any }, ...choices]}
    />
  );
}
