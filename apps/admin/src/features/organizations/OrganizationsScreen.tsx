import type { OrganizationView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { SearchField } from "@kinward/ui/SearchField";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { Plus } from "lucide-react";
import { paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { useGo, useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { useMayChange, useMe } from "../shared/session.ts";
import { organizations as m } from "./messages.ts";
import { kindWords, reachWords, shownOrganizations } from "./present.ts";
import { useOrganizations } from "./queries.ts";

export function OrganizationsScreen() {
  const query = useOrganizations();
  const filter = useSearchOf(search.organizations);
  const go = useGo();
  const narrow = (next: typeof filter) =>
    go(paths.organizations({ ...filter, ...next }), { replace: true });
  return (
    <Page
      title={m.title}
      lead={m.lead}
      actions={
        <LinkButton
          kind="primary"
          href={paths.newOrganization()}
          icon={<Plus size={17} aria-hidden />}
        >
          {m.add}
        </LinkButton>
      }
    >
      <SectionTabs section="organizations" />
      <div className="row">
        <SearchField
          label={m.filter}
          placeholder={m.filter}
          value={filter.text ?? ""}
          onChange={(text) => narrow({ text })}
        />
        <CheckboxField
          name="ended"
          label={m.showEnded}
          value={filter.ended === "yes"}
          onChange={(ended) =>
            go(
              paths.organizations({
                ...(filter.text === undefined ? {} : { text: filter.text }),
                ...(ended ? { ended: "yes" } : {}),
              }),
              { replace: true },
            )
          }
        />
      </div>
      <Card label={m.caption} flush>
        <Loaded query={query}>
          {({ organizations }) => (
            <OrganizationTable
              all={organizations}
              text={filter.text}
              ended={filter.ended === "yes"}
            />
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

interface TableProps {
  readonly all: readonly OrganizationView[];
  readonly text: string | undefined;
  readonly ended: boolean;
}

function OrganizationTable({ all, text, ended }: TableProps) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const go = useGo();
  return (
    <DataTable<OrganizationView>
      caption={m.caption}
      rows={shownOrganizations(all, { ...(text === undefined ? {} : { text }), ended })}
      rowKey={(entry) => entry.organizationId}
      empty={
        all.length === 0 ? (
          <Empty
            kind="start"
            title={m.startTitle}
            action={mayChange && <LinkButton href={paths.newOrganization()}>{m.add}</LinkButton>}
          >
            {m.startText}
          </Empty>
        ) : (
          <Empty
            kind="noMatch"
            title={m.noMatch}
            onClear={() => go(paths.organizations(), { replace: true })}
          >
            {m.noMatchText(text ?? "")}
          </Empty>
        )
      }
      columns={[
        {
          id: "name",
          header: m.columns.name,
          isRowHeader: true,
          cell: (entry) => (
            <UiLink href={paths.organization(entry.organizationId)}>{entry.name}</UiLink>
          ),
        },
        { id: "kinds", header: m.columns.kinds, cell: kindWords, card: "plain" },
        { id: "reach", header: m.columns.reach, cell: reachWords, card: "plain" },
        { id: "staff", header: m.columns.staff, align: "end", cell: (entry) => entry.staff },
        {
          id: "state",
          header: m.columns.state,
          fit: true,
          card: "top",
          cell: (entry) =>
            entry.endedOn === undefined ? (
              <Tag state="done">{m.active}</Tag>
            ) : (
              <Tag state="notDue">{m.ended(dayWords(entry.endedOn, today))}</Tag>
            ),
        },
      ]}
    />
  );
}
