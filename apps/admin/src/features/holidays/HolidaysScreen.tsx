import { yearOf } from "@kinward/domain/kernel";
import type { CaseProfile, Holiday } from "@kinward/domain/policy";
import type { HolidayYearView } from "@kinward/domain/views";
import { Banner } from "@kinward/ui/Banner";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { ProfileTabs } from "../shared/ProfileTabs.tsx";
import { useMayChange, useMe } from "../shared/session.ts";
import { holidays as m } from "./messages.ts";
import { missingNextYear } from "./present.ts";
import { useYear, useYears } from "./queries.ts";
import { YearCalendar } from "./YearCalendar.tsx";

export function HolidaysScreen() {
  const { today } = useMe();
  const { profile = "IA_FSRP", year = yearOf(today) } = useSearchOf(search.holidays);
  const query = useYear(profile, year);
  return (
    <Page
      title={m.title}
      lead={m.lead}
      actions={
        <LinkButton kind="primary" href={paths.editHolidays({ profile, year })}>
          {m.edit(year)}
        </LinkButton>
      }
    >
      <ProfileTabs
        label={m.profile}
        profile={profile}
        hrefOf={(other) => paths.holidays({ profile: other, year })}
      />
      <NextYearWarning profile={profile} />
      <nav className="row" aria-label={m.years}>
        <LinkButton
          size="small"
          iconOnly
          href={paths.holidays({ profile, year: year - 1 })}
          aria-label={m.yearBefore(year - 1)}
          icon={<ChevronLeft size={17} aria-hidden />}
        />
        <h2 className="sub-title">{year}</h2>
        <LinkButton
          size="small"
          iconOnly
          href={paths.holidays({ profile, year: year + 1 })}
          aria-label={m.yearBefore(year + 1)}
          icon={<ChevronRight size={17} aria-hidden />}
        />
      </nav>
      <Loaded query={query} skeleton="cards">
        {(view) => <YearView view={view} />}
      </Loaded>
    </Page>
  );
}

/** From September on: the list of the next year should be there. */
function NextYearWarning({ profile }: { readonly profile: CaseProfile }) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const { data } = useYears(profile);
  const missing = data && missingNextYear(today, data.years);
  if (missing === undefined) return null;
  return (
    <Banner
      kind="info"
      action={
        mayChange && (
          <LinkButton
            size="small"
            href={paths.editHolidays({ profile, year: missing, propose: "yes" })}
          >
            {m.propose(missing)}
          </LinkButton>
        )
      }
    >
      <strong>{m.nextMissing(missing)}</strong> {m.nextMissingText}
    </Banner>
  );
}

function YearView({ view }: { readonly view: HolidayYearView }) {
  return (
    <>
      <div className="cols">
        <Card title={m.list(view.year)} flush>
          <DataTable<Holiday>
            caption={m.list(view.year)}
            rows={view.holidays}
            rowKey={(holiday) => holiday.date}
            cardsUnder={420}
            empty={<p className="card-body muted">{m.empty}</p>}
            columns={[
              {
                id: "name",
                header: m.columns.name,
                isRowHeader: true,
                cell: (holiday) => holiday.name,
              },
              {
                id: "date",
                header: m.columns.date,
                cell: (holiday) => <DateText date={holiday.date} />,
              },
              {
                id: "actual",
                header: m.columns.actual,
                cell: (holiday) =>
                  holiday.actual === undefined ? (
                    <span className="muted">{m.sameDay}</span>
                  ) : (
                    <DateText date={holiday.actual} />
                  ),
              },
            ]}
          />
        </Card>
        <div className="stack">
          <Card title={m.source}>
            <div>
              <Tag state={view.from === "LIST" ? "done" : "perPlan"}>{m.from[view.from]}</Tag>
            </div>
            {view.from === "RULE" && <p>{m.fromRule}</p>}
            <KeyValue
              layout="list"
              facts={[
                { label: m.source, value: view.source },
                { label: m.book, value: view.bookNumber },
              ]}
            />
          </Card>
          <ChangeLog kind="HOLIDAYS" id={`${view.profile}:${view.year}`} />
        </div>
      </div>
      <Card title={m.calendar(view.year)}>
        <YearCalendar year={view.year} holidays={view.holidays} />
      </Card>
    </>
  );
}
