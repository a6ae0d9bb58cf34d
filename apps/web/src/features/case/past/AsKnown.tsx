import { getRouteApi, useRouter } from "@tanstack/react-router";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { DateField } from "@kinward/ui/DateField";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { dates } from "@kinward/wording/en/dates";
import { addDays, type CaseId, type PlainDate } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";
import { asId } from "../../../app/ids.ts";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { past as words } from "../../../messages/en/past.ts";
import { Part } from "../../shared/Part.tsx";
import { PastContent } from "./PastContent.tsx";
import { momentText, timeOf } from "./times.ts";
import { TimeOfDay } from "./TimeOfDay.tsx";

const route = getRouteApi("/app/cases/$caseId/as-known");

/** The case as it was known at the end of a day that stands in the address. */
export default function AsKnown() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const { on, at: asked } = route.useSearch();
  const at = timeOf(asked ?? "");
  const { today, agency } = useMe();
  const router = useRouter();
  const query = useQuery({
    ...api.history.asKnown.queryOptions(
      on === undefined ? skipToken : { caseId, on: on as PlainDate, ...(at && { at }) },
    ),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        level={2}
        title={
          on === undefined ? words.noDay : words.title(momentText(dates.date(on, { today }), at))
        }
        lead={words.lead}
        actions={
          on !== undefined && (
            <LinkButton
              size="small"
              href={paths.caseAsKnownPrint(caseId, on, at)}
              icon={<Printer size={15} aria-hidden />}
            >
              {words.print}
            </LinkButton>
          )
        }
      />
      <div className="past-day">
        <DateField
          name="on"
          label={words.day}
          hint={words.dayHint}
          value={on}
          maxValue={today}
          onChange={(day) => {
            if (day !== undefined && day !== on && day <= today)
              router.history.push(paths.caseAsKnown(caseId, day, at));
          }}
          actions={[
            { label: words.weekAgo, date: addDays(today as PlainDate, -7) },
            { label: words.monthAgo, date: addDays(today as PlainDate, -30) },
          ]}
        />
        {on !== undefined && (
          <TimeOfDay
            key={at ?? ""}
            at={at}
            timeZone={agency.timeZone}
            onChange={(time) => router.history.push(paths.caseAsKnown(caseId, on, time))}
          />
        )}
      </div>
      {on === undefined ? (
        <Empty kind="start" title={words.choose} />
      ) : (
        <Part query={query} count={8}>
          {(view) => <PastContent view={view} caseId={caseId} />}
        </Part>
      )}
    </div>
  );
}
