import type { FairnessView } from "@kinward/domain/views";
import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { Download } from "lucide-react";
import { paths } from "../../paths.ts";
import { FairnessTabs } from "../shared/FairnessTabs.tsx";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { saveText } from "../shared/save-file.ts";
import { useMe } from "../shared/session.ts";
import { AreaYear } from "./AreaYear.tsx";
import { DifferencesCard } from "./DifferencesCard.tsx";
import { fairness as m } from "./messages.ts";
import {
  contractorNames,
  differenceHeader,
  placementUnknownText,
  type ReportRow,
  reportCsv,
  reportRows,
  totalHeader,
} from "./present.ts";
import { useReport } from "./queries.ts";

/** What each contractor got, by area and year (A18). */
export function FairnessScreen() {
  return (
    <Page title={m.title} lead={m.lead}>
      <FairnessTabs current="fairness" />
      <AreaYear hrefOf={paths.fairness} useView={useReport}>
        {(view) => <View view={view} />}
      </AreaYear>
    </Page>
  );
}

function View({ view }: { readonly view: FairnessView }) {
  const { today } = useMe();
  const names = contractorNames(view);
  const { period } = view;
  return (
    <>
      {!period.finished && (
        <Banner kind="info">
          <strong>{m.running}.</strong> {m.runningText(dayWords(period.to, today))}
        </Banner>
      )}
      <Card
        title={`${view.areaName}, ${period.year}`}
        flush
        actions={
          names.length > 0 && (
            <Button
              size="small"
              icon={<Download size={16} aria-hidden />}
              onPress={() =>
                saveText(`fairness-${period.year}.csv`, "text/csv;charset=utf-8", reportCsv(view))
              }
            >
              {m.export}
            </Button>
          )
        }
      >
        {names.length === 0 ? (
          <Empty kind="start" title={m.nobody} />
        ) : (
          <DataTable<ReportRow>
            caption={m.table.caption}
            rows={reportRows(view)}
            rowKey={(row) => row.id}
            columns={[
              {
                id: "measure",
                header: m.table.measure,
                isRowHeader: true,
                cell: (row) => row.measure,
              },
              ...names.map((name, index) => ({
                id: `contractor${index}`,
                header: name,
                cell: (row: ReportRow) => row.cells[index],
              })),
              { id: "total", header: totalHeader(names), cell: (row) => row.total },
              { id: "difference", header: differenceHeader(names), cell: (row) => row.difference },
            ]}
          />
        )}
      </Card>
      {names.length > 0 && <DifferencesCard view={view} />}
      <Card title={m.method.title}>
        <p>{m.method.words}</p>
        <p>{m.method.counted}</p>
        <p>
          {m.method.shares} {m.method.means}
        </p>
        <p>{m.method.masks}</p>
        <p>{m.method.placement(placementUnknownText(view))}</p>
        <p>{m.method.distance}</p>
      </Card>
    </>
  );
}
