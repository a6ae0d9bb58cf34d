import type { OrganizationId } from "@kinward/domain/kernel";
import { ROLES, type Role, type StaffView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Pagination } from "@kinward/ui/Pagination";
import { SearchField } from "@kinward/ui/SearchField";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { Select } from "@kinward/ui/Select";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { Plus } from "lucide-react";
import { type PeopleFilter, paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { momentIn } from "../shared/changes-present.ts";
import { useGo, useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { Page } from "../shared/Page.tsx";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { people as m } from "./messages.ts";
import { NONE, personState, placeWords, roleWords } from "./present.ts";
import { useOrganizations, usePeople } from "./queries.ts";

/** Rows that the server answers at a time. */
const PAGE_SIZE = 50;

export function PeopleScreen() {
  const filter = useSearchOf(search.people) as PeopleFilter;
  const query = usePeople(filter);
  const go = useGo();
  const narrow = (next: { [K in keyof PeopleFilter]?: PeopleFilter[K] | undefined }) =>
    go(paths.people({ ...filter, page: undefined, ...next } as PeopleFilter), { replace: true });
  const isFiltered = Object.keys(filter).some((key) => key !== "page");
  const page = filter.page ?? 1;
  return (
    <Page
      title={m.title}
      lead={m.lead}
      actions={
        <LinkButton kind="primary" href={paths.invite()} icon={<Plus size={17} aria-hidden />}>
          {m.invite}
        </LinkButton>
      }
    >
      <SectionTabs section="people" />
      <Filters filter={filter} narrow={narrow} isFiltered={isFiltered} />
      <Card label={m.caption} flush>
        <Loaded query={query}>
          {({ staff, total }) => (
            <>
              <PeopleTable
                staff={staff}
                isStale={query.isPlaceholderData}
                isFiltered={isFiltered}
              />
              {total > PAGE_SIZE && (
                <Pagination
                  label={m.caption}
                  from={(page - 1) * PAGE_SIZE + 1}
                  to={Math.min(page * PAGE_SIZE, total)}
                  total={total}
                  onPrevious={page > 1 ? () => narrow({ page: page - 1 }) : undefined}
                  onNext={page * PAGE_SIZE < total ? () => narrow({ page: page + 1 }) : undefined}
                />
              )}
            </>
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

interface FiltersProps {
  readonly filter: PeopleFilter;
  readonly narrow: (next: { [K in keyof PeopleFilter]?: PeopleFilter[K] | undefined }) => void;
  readonly isFiltered: boolean;
}

function Filters({ filter, narrow, isFiltered }: FiltersProps) {
  const go = useGo();
  const organizations = useOrganizations();
  const chosen = (id: string) => (id === NONE ? undefined : id);
  const any = { id: NONE, label: m.filters.any };
  return (
    <div className="filters" role="group" aria-label={m.filters.label}>
      <SearchField
        label={m.filters.text}
        showLabel
        value={filter.text ?? ""}
        onChange={(text) => narrow({ text: text === "" ? undefined : text })}
      />
      <SearchSelect
        name="organizationId"
        label={m.filters.organization}
        value={filter.organizationId ?? NONE}
        onChange={(id) => narrow({ organizationId: chosen(id) as OrganizationId | undefined })}
        choices={[
          any,
          ...(organizations.data?.organizations ?? []).map((entry) => ({
            id: entry.organizationId as string,
            label: entry.name,
          })),
        ]}
      />
      <Select
        name="role"
        label={m.filters.role}
        value={filter.role ?? NONE}
        onChange={(id) => narrow({ role: chosen(id) as Role | undefined })}
        choices={[any, ...ROLES.map((role) => ({ id: role, label: labelWords.role[role] }))]}
      />
      <Select
        name="status"
        label={m.filters.status}
        value={filter.status ?? NONE}
        onChange={(id) => narrow({ status: chosen(id) as StaffView["status"] | undefined })}
        choices={[
          any,
          ...(["ACTIVE", "INVITED", "ENDED"] as const).map((status) => ({
            id: status,
            label: m.states[status],
          })),
        ]}
      />
      {isFiltered && (
        <Button onPress={() => go(paths.people(), { replace: true })}>{m.filters.clear}</Button>
      )}
    </div>
  );
}

interface TableProps {
  readonly staff: readonly StaffView[];
  readonly isStale: boolean;
  readonly isFiltered: boolean;
}

function PeopleTable({ staff, isStale, isFiltered }: TableProps) {
  const { today, agency } = useMe();
  const go = useGo();
  const moment = momentIn(agency.timeZone);
  return (
    <DataTable<StaffView>
      caption={m.caption}
      rows={staff}
      rowKey={(person) => person.staffId}
      isStale={isStale}
      empty={
        isFiltered ? (
          <Empty
            kind="noMatch"
            title={m.noMatch}
            onClear={() => go(paths.people(), { replace: true })}
          >
            {m.noMatchText}
          </Empty>
        ) : (
          <Empty kind="start" title={m.startTitle}>
            {m.startText}
          </Empty>
        )
      }
      columns={[
        {
          id: "name",
          header: m.columns.name,
          isRowHeader: true,
          cell: (person) => (
            <>
              <UiLink href={paths.person(person.staffId)}>{person.name}</UiLink>
              <div className="muted small plain-weight">{person.email}</div>
            </>
          ),
        },
        {
          id: "organization",
          header: m.columns.organization,
          cell: (person) =>
            person.organizationId === undefined ? shared.department : person.organizationName,
        },
        {
          id: "roles",
          header: m.columns.roles,
          cell: (person) => roleWords(person, today) || m.notSet,
        },
        { id: "place", header: m.columns.place, cell: placeWords },
        {
          id: "supervisor",
          header: m.columns.supervisor,
          cell: (person) => person.supervisor?.name ?? m.notSet,
        },
        {
          id: "seen",
          header: m.columns.seen,
          cell: (person) =>
            person.lastSignInAt === undefined ? m.never : moment(person.lastSignInAt),
        },
        {
          id: "state",
          header: m.columns.state,
          fit: true,
          card: "top",
          cell: (person) => {
            const { look, word } = personState(person, today);
            return <Tag state={look}>{word}</Tag>;
          },
        },
      ]}
    />
  );
}
