import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { SummaryCounts } from "@kinward/ui/SummaryCounts";
import { Tag } from "@kinward/ui/Tag";
import { formatDate } from "@kinward/ui";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";
import { MismatchBanner } from "../shared/order/MismatchBanner.tsx";
import { useReplay } from "../shared/order/use-replay.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { useMe } from "../shared/session.ts";
import { dateWords } from "../shared/words.ts";
import { home as m } from "./messages.ts";
import { homeRows, type HomeRow } from "./present.ts";

export function HomeScreen() {
  const me = useMe();
  const query = useQuery(trpc.admin.home.queryOptions({}));
  const replay = useReplay();
  return (
    <Page
      title={m.title}
      lead={m.lead(formatDate(me.today, "en-US", { today: me.today, style: "long" }))}
    >
      <MismatchBanner check={replay.data} />
      <Loaded query={query}>
        {(home) => (
          <>
            <SummaryCounts
              label={m.counts.label}
              counts={[
                { id: "areas", label: m.counts.areas, count: home.counts.areas },
                { id: "contracts", label: m.counts.contracts, count: home.counts.contracts },
                {
                  id: "organizations",
                  label: m.counts.organizations,
                  count: home.counts.organizations,
                },
                { id: "staff", label: m.counts.staff, count: home.counts.staff },
              ]}
            />
            <Card title={m.listTitle} flush>
              <DataTable<HomeRow>
                caption={m.caption}
                rows={homeRows(home)}
                rowKey={(row) => row.key}
                rowState={(row) => row.state}
                columns={[
                  {
                    id: "state",
                    header: m.columns.state,
                    fit: true,
                    card: "top",
                    cell: (row) => <Tag state={row.state}>{row.when}</Tag>,
                  },
                  {
                    id: "what",
                    header: m.columns.what,
                    isRowHeader: true,
                    cell: (row) => (
                      <>
                        <div>{row.title}</div>
                        <div className="muted small plain-weight">{row.detail}</div>
                      </>
                    ),
                  },
                  {
                    id: "action",
                    header: m.columns.action,
                    hideHeader: true,
                    fit: true,
                    cell: (row) =>
                      row.href !== undefined && (
                        <LinkButton href={row.href} size="small">
                          {row.verb}
                        </LinkButton>
                      ),
                  },
                ]}
                empty={
                  <Empty
                    kind="allDone"
                    title={m.allDone}
                    checkedAt={dateWords.time(
                      new Date(query.dataUpdatedAt).toISOString(),
                      me.agency.timeZone,
                    )}
                  />
                }
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
