import { lazy, Suspense, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { Tag } from "@kinward/ui/Tag";
import { dates } from "@kinward/wording/en/dates";
import { householdKey } from "@kinward/domain/contacts";
import type { CaseHeader, HouseholdChangeView } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { useMe } from "../../../app/me.ts";
import { toast } from "../../../app/toast.ts";
import { people } from "../../../messages/en/people.ts";
import { sentenceOf } from "../../shared/faults.ts";
import { Part } from "../../shared/Part.tsx";
import { WhyExpected } from "../../shared/explain/WhyExpected.tsx";
import { toldText } from "./present.ts";

const words = people.household;
const HouseholdDialog = lazy(() => import("./HouseholdDialog.tsx"));

/** Who entered and left the home, how promptly the Department was told, and whether its worker has read it. */
export function HouseholdCard({ header }: { header: CaseHeader }) {
  const [isAdding, setAdding] = useState(false);
  const household = useQuery(api.people.household.queryOptions({ caseId: header.caseId }));
  return (
    <>
      <Card
        title={words.title}
        actions={
          header.can.recordMove && (
            <Button size="small" onPress={() => setAdding(true)}>
              {words.add}
            </Button>
          )
        }
        flush
      >
        <Part query={household} skeleton="rows" count={2}>
          {({ changes }) =>
            changes.length === 0 ? (
              <p className="card-body muted">{words.empty}</p>
            ) : (
              <Changes changes={changes} header={header} />
            )
          }
        </Part>
      </Card>
      <Suspense fallback={null}>
        {isAdding && <HouseholdDialog header={header} onClose={() => setAdding(false)} />}
      </Suspense>
    </>
  );
}

function Changes({
  changes,
  header,
}: {
  changes: readonly HouseholdChangeView[];
  header: CaseHeader;
}) {
  const { today } = useMe();
  const receive = useCommand(trpcClient.people.receiveNotice.mutate);
  const received = async (id: string) => {
    try {
      await receive.mutateAsync({ caseId: header.caseId, householdChangeId: id });
      toast(words.received);
      await queryClient.invalidateQueries();
    } catch (error) {
      toast(sentenceOf(failureOf(error)));
    }
  };
  const columns: readonly Column<HouseholdChangeView>[] = [
    { id: "who", header: words.columns.who, isRowHeader: true, cell: (change) => change.name },
    { id: "change", header: words.columns.change, cell: (change) => words.type[change.type] },
    {
      id: "on",
      header: words.columns.on,
      fit: true,
      cell: (change) => <DateText date={change.on} style="day" />,
    },
    {
      id: "told",
      header: words.columns.told,
      cell: (change) =>
        change.byDepartment ? (
          <span className="muted">{words.byDepartment}</span>
        ) : (
          <span className="row">
            {toldText(change, today)}{" "}
            <Tag strong={change.flag === "SLOW"}>
              {change.flag === "SLOW" ? words.slow : words.prompt}
            </Tag>
            <WhyExpected
              caseId={header.caseId}
              expectation={householdKey(change.id)}
              about={words.whyOf(change.name)}
            />
          </span>
        ),
    },
    {
      id: "received",
      header: words.columns.received,
      cell: (change) =>
        change.receivedOn !== undefined ? (
          words.receivedBy(
            change.receivedBy ?? "",
            dates.date(change.receivedOn, { today, style: "day" }),
          )
        ) : change.canReceive ? (
          <Button
            size="small"
            aria-label={words.receiveOf(change.name)}
            isPending={receive.isPending}
            onPress={() => void received(change.id)}
          >
            {words.receive}
          </Button>
        ) : change.byDepartment ? null : (
          <span className="muted">{words.waiting}</span>
        ),
    },
  ];
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rowKey={(change) => change.id}
      groups={[{ id: "all", rows: changes }]}
    />
  );
}
