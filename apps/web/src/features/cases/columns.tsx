import type { Column } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { DueTag } from "@kinward/ui/DueTag";
import { UiLink } from "@kinward/ui/UiLink";
import { labels } from "@kinward/wording/en/labels";
import type { CaseRow } from "@kinward/domain/views";
import { paths } from "../../app/paths.ts";
import { cases as words } from "../../messages/en/cases.ts";
import { nextDue } from "./present.ts";

/** Every column of the list, in its usual order. */
export function columnsFor(today: string): readonly Column<CaseRow>[] {
  const { columns } = words;
  return [
    {
      id: "family",
      header: columns.family,
      isRowHeader: true,
      isSortable: true,
      cell: (row) => <UiLink href={paths.case(row.caseId)}>{row.familyName}</UiLink>,
    },
    {
      id: "number",
      header: columns.number,
      isSortable: true,
      fit: true,
      card: "plain",
      cell: (row) => row.caseNumber,
    },
    {
      id: "area",
      header: columns.area,
      isSortable: true,
      card: "none",
      cell: (row) => row.areaName ?? "",
    },
    {
      id: "contractor",
      header: columns.contractor,
      card: "none",
      cell: (row) => row.contractorName ?? words.none,
    },
    {
      id: "worker",
      header: columns.worker,
      isSortable: true,
      card: "none",
      cell: (row) => row.workerName ?? words.none,
    },
    {
      id: "coordinator",
      header: columns.coordinator,
      isSortable: true,
      card: "none",
      cell: (row) => row.coordinatorName ?? words.none,
    },
    {
      id: "nextDue",
      header: columns.nextDue,
      isSortable: true,
      fit: true,
      card: "top",
      cell: (row) => {
        const due = nextDue(row, today);
        return due === undefined ? (
          <span className="muted">{words.none}</span>
        ) : (
          <DueTag state={due.state} text={due.text} date={due.date} />
        );
      },
    },
    {
      id: "lastSeen",
      header: columns.lastSeen,
      isSortable: true,
      fit: true,
      cell: (row) =>
        row.lastSeenOn === undefined ? (
          <span className="muted">{words.notSeen}</span>
        ) : (
          <DateText date={row.lastSeenOn} style="day" />
        ),
    },
    {
      id: "stage",
      header: columns.stage,
      isSortable: true,
      card: "none",
      cell: (row) => labels.stage[row.stage],
    },
    {
      id: "opened",
      header: columns.opened,
      isSortable: true,
      fit: true,
      card: "none",
      cell: (row) =>
        row.openedOn === undefined ? "" : <DateText date={row.openedOn} style="day" />,
    },
  ];
}
