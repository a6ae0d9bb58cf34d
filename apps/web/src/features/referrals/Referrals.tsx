import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Pagination } from "@kinward/ui/Pagination";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { mayRead } from "@kinward/domain/access";
import type { Me, ReferralRow } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { actorOf, mayRefer, useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { referrals as words } from "../../messages/en/referrals.ts";
import { Part } from "../shared/Part.tsx";

const route = getRouteApi("/app/referrals");

/** Referrals submitted, newest first, each with its receipt. */
export default function Referrals() {
  const { page = 1 } = route.useSearch();
  const me = useMe();
  const router = useRouter();
  const query = useQuery({
    ...api.referrals.list.queryOptions({ page }),
    placeholderData: keepPreviousData,
  });
  const start = (
    <>
      {mayRead(actorOf(me), "OVERRIDE_APPROVE", { below: true }).allowed && (
        <LinkButton href={paths.overrides()}>{words.approvals.link}</LinkButton>
      )}
      {mayRefer(me) && (
        <LinkButton kind="primary" href={paths.newReferral()} icon={<Plus size={17} aria-hidden />}>
          {words.newReferral}
        </LinkButton>
      )}
    </>
  );
  return (
    <div className="page">
      <PageHeader title={words.title} actions={start} />
      <section className="card" aria-label={words.title}>
        <Part query={query} count={8}>
          {({ rows, total }) => {
            // Pages are full but the last: the size of the first one is theirs.
            const from = page === 1 ? 1 : total - rows.length + 1;
            return (
              <>
                <DataTable
                  caption={words.title}
                  columns={columnsFor(me)}
                  rows={rows}
                  rowKey={(row) => row.referralId}
                  isStale={query.isPlaceholderData}
                  empty={
                    <Empty kind="start" title={words.empty}>
                      {words.emptyText}
                    </Empty>
                  }
                />
                {(page > 1 || rows.length < total) && (
                  <Pagination
                    label={words.title}
                    from={from}
                    to={from + rows.length - 1}
                    total={total}
                    onPrevious={
                      page > 1
                        ? () =>
                            router.history.push(
                              paths.referrals({ page: page - 1 === 1 ? undefined : page - 1 }),
                            )
                        : undefined
                    }
                    onNext={
                      page * rows.length < total && rows.length > 0
                        ? () => router.history.push(paths.referrals({ page: page + 1 }))
                        : undefined
                    }
                  />
                )}
              </>
            );
          }}
        </Part>
      </section>
    </div>
  );
}

const columnsFor = (me: Me): readonly Column<ReferralRow>[] => {
  const { columns } = words;
  return [
    {
      id: "family",
      header: columns.family,
      isRowHeader: true,
      cell: (row) => <UiLink href={paths.receipt(row.referralId)}>{row.familyName}</UiLink>,
    },
    {
      id: "number",
      header: columns.number,
      fit: true,
      card: "plain",
      cell: (row) => row.caseNumber,
    },
    { id: "service", header: columns.service, cell: (row) => words.service[row.serviceType] },
    { id: "area", header: columns.area, cell: (row) => row.areaName },
    { id: "contractor", header: columns.contractor, cell: (row) => row.contractorName },
    { id: "turn", header: columns.turn, align: "end", fit: true, cell: (row) => row.turn },
    {
      id: "effective",
      header: columns.effective,
      fit: true,
      cell: (row) => <DateText date={row.effectiveDate} style="day" />,
    },
    {
      id: "submitted",
      header: columns.submitted,
      cell: (row) => dates.moment(row.submittedAt, me.agency.timeZone, { today: me.today }),
    },
    {
      id: "status",
      header: columns.status,
      card: "top",
      cell: (row) => labels.referralStatus[row.status],
    },
  ];
};
