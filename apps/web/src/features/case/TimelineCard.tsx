import { useState } from "react";
import {
  FileText,
  Home,
  Mail,
  MapPin,
  Phone,
  PhoneMissed,
  Split,
  UserPlus,
  Users,
  Video,
  type LucideIcon,
} from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { Timeline } from "@kinward/ui/Timeline";
import { UiLink } from "@kinward/ui/UiLink";
import { buttonClass } from "@kinward/ui";
import type { CaseOverview, TimelineEntry } from "@kinward/domain/views";
import { paths } from "../../app/paths.ts";
import { caseWords } from "../../messages/en/case.ts";
import {
  filterTimeline,
  TIMELINE_FILTERS,
  timelineDetail,
  timelineTitle,
  type TimelineFilter,
} from "./present.ts";

const words = caseWords.timeline;
/** The newest entries; the others are one press away. */
const FIRST = 10;

const ICONS: Record<TimelineEntry["kind"], LucideIcon> = {
  CONTACT: Users,
  ATTEMPT: PhoneMissed,
  REFERRAL: FileText,
  ASSIGNMENT: Split,
  COORDINATOR: UserPlus,
  MOVE: MapPin,
  MEMBER: UserPlus,
  OPENED: Home,
  ENDED: Home,
  NOTICE: Mail,
};
const MODE_ICONS: Partial<Record<NonNullable<TimelineEntry["mode"]>, LucideIcon>> = {
  VIDEO: Video,
  TELEPHONE: Phone,
  EMAIL: Mail,
};

/** Where it is told what a corrected entry said before: with the contacts, or in the history of the case. */
const correctedHref = (caseId: string, { kind, contactId }: TimelineEntry): string => {
  if (contactId !== undefined) return paths.caseContacts(caseId);
  const of = { MOVE: "HOMES", MEMBER: "PEOPLE", ENDED: "SERVICES" } as const;
  return paths.caseHistory(caseId, kind in of ? { kind: of[kind as keyof typeof of] } : {});
};

/** The story of the case, newest first, by kind. */
export function TimelineCard({ overview }: { overview: CaseOverview }) {
  const [filter, setFilter] = useState<TimelineFilter>("all");
  const [all, setAll] = useState(false);
  const matching = filterTimeline(overview.timeline, filter);
  const entries = all ? matching : matching.slice(0, FIRST);
  return (
    <Card
      title={words.title}
      actions={
        <div role="group" aria-label={words.filter} className="switch">
          {TIMELINE_FILTERS.map((each) => (
            <button
              key={each}
              type="button"
              className={buttonClass({ size: "small" })}
              aria-pressed={each === filter}
              onClick={() => setFilter(each)}
            >
              {each === "all" ? words.all : words.kinds[each]}
            </button>
          ))}
        </div>
      }
    >
      {entries.length === 0 ? (
        <p className="muted">{filter === "all" ? words.empty : words.emptyFilter}</p>
      ) : (
        <>
          <Timeline
            label={words.title}
            events={entries.map((entry) => ({
              id: entry.id,
              date: entry.on,
              title: timelineTitle(entry),
              detail: timelineDetail(entry) || undefined,
              action: entry.corrected && (
                <UiLink href={correctedHref(overview.header.caseId, entry)}>
                  {words.corrected}
                  <span className="sr">, {timelineTitle(entry)}</span>
                </UiLink>
              ),
              icon: (entry.mode && MODE_ICONS[entry.mode]) ?? ICONS[entry.kind],
            }))}
          />
          {matching.length > entries.length && (
            <div>
              <Button onPress={() => setAll(true)}>{words.showAll(matching.length)}</Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
