import { useState } from "react";
import { Phone, Split, UserPlus } from "lucide-react";
import { BarChart, BarLegend, type BarSeries } from "../components/BarChart.tsx";
import { Button } from "../components/Button.tsx";
import { Card } from "../components/Card.tsx";
import { CoverageGrid } from "../components/CoverageGrid.tsx";
import { DataTable, type Sort } from "../components/DataTable.tsx";
import { DiffText } from "../components/DiffText.tsx";
import { DueTag } from "../components/DueTag.tsx";
import { Explain } from "../components/Explain.tsx";
import { KeyValue } from "../components/KeyValue.tsx";
import { Pagination } from "../components/Pagination.tsx";
import { SourceButton } from "../components/SourceButton.tsx";
import { StatBar } from "../components/StatBar.tsx";
import { StopBanner } from "../components/StopBanner.tsx";
import { SummaryCounts } from "../components/SummaryCounts.tsx";
import { Tag } from "../components/Tag.tsx";
import { TaskList } from "../components/TaskList.tsx";
import { Timeline } from "../components/Timeline.tsx";
import { UiLink } from "../components/UiLink.tsx";
import { WhyButton } from "../components/WhyButton.tsx";
import { COLUMNS, EXPLANATION, PEOPLE, WORK, type WorkItem } from "./sample.ts";
import { Section } from "./Section.tsx";

/** What people read: the due list, the case page, the report, the charts. */
export function ReadingParts() {
  return (
    <>
      <WorkList />
      <CaseParts />
      <ReportParts />
      <Charts />
    </>
  );
}

function WorkList() {
  const [selected, setSelected] = useState<string>();
  const [sort, setSort] = useState<Sort>();
  const groups = [
    { id: "late", label: "Late", rows: WORK.late },
    { id: "today", label: "Today", rows: WORK.today },
    { id: "week", label: "This week", rows: WORK.week },
    { id: "later", label: "Later", rows: WORK.later },
    { id: "waiting", label: "Waiting on others", rows: WORK.waiting },
  ];
  return (
    <Section id="work" title="Due list">
      <SummaryCounts
        label="Counts"
        selected={selected}
        onSelect={setSelected}
        counts={[
          { id: "late", label: "Late", count: 2, detail: "Oldest: 2 days", state: "late" },
          { id: "today", label: "Due today", count: 1, detail: "1 visit" },
          { id: "week", label: "Due this week", count: 1, detail: "Next: Mon, Nov 23" },
          { id: "waiting", label: "Waiting on others", count: 1, detail: "6 days" },
        ]}
      />
      <Card label="Work list" flush>
        <DataTable<WorkItem>
          caption="Work list, grouped by when it is due"
          rowKey={(item) => item.id}
          rowState={(item) => item.state}
          groups={groups.filter((group) => selected === undefined || group.id === selected)}
          sort={sort}
          onSort={setSort}
          columns={[
            {
              id: "due",
              header: "Due",
              fit: true,
              card: "top",
              isSortable: true,
              cell: (item) => <DueTag state={item.state} days={item.days} date={item.due} />,
            },
            { id: "what", header: "What", isRowHeader: true, cell: (item) => item.what },
            {
              id: "family",
              header: "Family",
              card: "plain",
              isSortable: true,
              cell: (item) => (
                <>
                  <UiLink href="#work">{item.family}</UiLink>
                  <div className="muted small nowrap">{item.number}</div>
                </>
              ),
            },
            { id: "who", header: "Who", card: "plain", cell: (item) => item.who },
            {
              id: "rule",
              header: "Rule",
              card: "none",
              cell: (item) => <span className="muted small">{item.rule}</span>,
            },
            {
              id: "verb",
              header: "Action",
              hideHeader: true,
              align: "end",
              fit: true,
              cell: (item) => (
                <Button size="small" aria-label={`${item.verb}: ${item.what}, ${item.family}`}>
                  {item.verb}
                </Button>
              ),
            },
          ]}
        />
        <Pagination label="Work list" from={1} to={6} total={6} onNext={() => {}} />
      </Card>
    </Section>
  );
}

function CaseParts() {
  return (
    <Section id="case" title="Case page">
      <StopBanner
        title="First face-to-face contact is 2 days late"
        actions={
          <>
            <Button kind="primary">Log contact</Button>
            <Button>Record why</Button>
          </>
        }
      >
        It was due Wednesday, Nov 18 (5 business days after Nov 10; Veterans Day does not count).
        Marisol, Mateo and Lucia have not been seen.
      </StopBanner>
      <div className="cols">
        <div className="stack">
          <Card
            title="Who must be seen, and when"
            flush
            actions={
              <WhyButton about="First face-to-face contact">
                <Explain explanation={EXPLANATION} />
              </WhyButton>
            }
          >
            <CoverageGrid
              columns={COLUMNS}
              people={PEOPLE}
              note="Week dates are shown as if the family is seen today. They move with the first contact."
              explain={() => <Explain explanation={EXPLANATION} />}
            />
          </Card>
          <Card title="Timeline" actions={<Button size="small">Add to chronology</Button>}>
            <Timeline
              label="Timeline"
              events={[
                {
                  id: "t1",
                  date: "2026-11-18",
                  state: "late",
                  icon: Phone,
                  title: "Tried to visit, nobody home",
                  detail: "Dana Whitfield, 4:40 pm. Left a card. Second try set for Nov 20.",
                },
                {
                  id: "t2",
                  date: "2026-11-14",
                  icon: Phone,
                  title: "Phone call with Rosa Alvarez",
                  detail: "Offers to drive the children to visits.",
                  action: (
                    <Button size="small" kind="quiet">
                      Open
                    </Button>
                  ),
                },
                {
                  id: "t3",
                  date: "2026-11-11",
                  state: "done",
                  icon: UserPlus,
                  title: "Care coordinator assigned: Dana Whitfield",
                },
                {
                  id: "t4",
                  date: "2025-12-29",
                  icon: Split,
                  title: "Referral assigned to Prairie Bridge",
                  detail: "In turn. No override.",
                },
              ]}
            />
          </Card>
        </div>
        <div className="stack">
          <Card
            title="Progress report 1"
            flush
            footer={<span className="muted">2 of 5 ready</span>}
          >
            <TaskList
              label="Report sections"
              tasks={[
                { id: "a", title: "Providers", status: "ready", statusText: "Filled", href: "#a" },
                { id: "b", title: "Contacts", status: "ready", href: "#b" },
                {
                  id: "c",
                  title: "Interventions",
                  hint: "Services and supports",
                  status: "writing",
                  href: "#c",
                  isCurrent: true,
                },
                { id: "d", title: "Progress and safety", status: "todo", href: "#d" },
                { id: "e", title: "Check and submit", status: "blocked", href: "#e" },
              ]}
            />
          </Card>
          <Card title="Service">
            <KeyValue
              layout="list"
              facts={[
                { label: "Contractor", value: "Prairie Bridge" },
                { label: "Care coordinator", value: "Dana Whitfield" },
                { label: "Legal basis", value: <Tag strong>CINA</Tag> },
              ]}
            />
          </Card>
        </div>
      </div>
    </Section>
  );
}

function ReportParts() {
  return (
    <Section id="report" title="Facts with their sources">
      <Card
        title="Contacts in this period"
        actions={<Tag state="done">Filled from the record</Tag>}
      >
        <p>
          There were <b>2 face-to-face contacts</b>{" "}
          <SourceButton
            number={1}
            note="To change this, correct the contact."
            records={[
              { id: "1", label: "Nov 20, 4:30 pm", detail: "Home. Marisol, Mateo", href: "#c1" },
              { id: "2", label: "Nov 27, 3:15 pm", detail: "Home. Marisol, Lucia", href: "#c2" },
            ]}
          />{" "}
          in this period.
        </p>
      </Card>
      <Card title="2 of 5 objectives changed" actions={<Tag state="waiting">Waiting for you</Tag>}>
        <p>
          <DiffText
            parts={[
              { kind: "same", text: "Marisol will keep cleaning supplies " },
              { kind: "added", text: "and medicines " },
              { kind: "same", text: "in a " },
              { kind: "removed", text: "high" },
              { kind: "added", text: "locked" },
              { kind: "same", text: " cabinet." },
            ]}
          />
        </p>
      </Card>
    </Section>
  );
}

const SERIES: BarSeries[] = [
  { id: "late", label: "Late", state: "late" },
  { id: "today", label: "Today", state: "today" },
  { id: "week", label: "This week", state: "week" },
  { id: "ok", label: "On track", state: "done" },
];

function Charts() {
  return (
    <Section id="charts" title="Charts with their tables">
      <Card title="Open requirements by worker" actions={<BarLegend series={SERIES} />} flush>
        <BarChart
          label="Open requirements by worker"
          rowHeader="Worker"
          series={SERIES}
          rows={[
            {
              id: "d",
              label: "Dana Whitfield",
              values: { late: 2, today: 2, week: 3, ok: 14 },
            },
            { id: "m", label: "Marcus Bell", values: { late: 0, today: 1, week: 4, ok: 11 } },
            { id: "i", label: "Ines Duarte", values: { late: 4, today: 3, week: 2, ok: 9 } },
          ]}
          renderName={(row) => <UiLink href="#charts">{row.label}</UiLink>}
          extra={{
            header: "Longest late",
            cell: (row) =>
              (row.values["late"] ?? 0) > 0 ? (
                <DueTag state="late" days={3} />
              ) : (
                <span className="muted">None</span>
              ),
          }}
        />
      </Card>
      <Card title="Balance this contract year" actions={<span className="muted small">428</span>}>
        <StatBar
          label="Referrals this contract year"
          left={{ label: "Prairie Bridge", value: 215 }}
          right={{ label: "Harbor Family", value: 213 }}
        />
      </Card>
    </Section>
  );
}
