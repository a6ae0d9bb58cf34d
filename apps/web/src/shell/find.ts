import {
  CalendarDays,
  ChartColumn,
  FolderOpen,
  FolderPlus,
  Inbox,
  ListTodo,
  Plus,
  Scale,
  Settings,
  Split,
  User,
  UserPlus,
  type LucideIcon,
} from "lucide-react";
import type { PaletteItem, PaletteSection } from "@kinward/ui/Palette";
import type { FindResults, Me } from "@kinward/domain/views";
import { labels } from "@kinward/wording/en/labels";
import { dates } from "@kinward/wording/en/dates";
import { paths } from "../app/paths.ts";
import { app } from "../messages/en/app.ts";
import { palette } from "../messages/en/find.ts";
import { topLinks } from "./present.ts";

export interface FindRights {
  readonly log: boolean;
  readonly refer: boolean;
  readonly begin: boolean;
  readonly overview: boolean;
}

const ICONS: Record<string, LucideIcon> = {
  WORK: ListTodo,
  CASES: FolderOpen,
  REFERRALS: Split,
  ORDER: Scale,
  INTAKE: Inbox,
  STATE: ChartColumn,
  ADMIN: Settings,
};

/** Opening a case that is not mine leads past the page that asks for the reason. */
const caseHref = (entry: { readonly caseId: string; readonly mayOpen: boolean }) =>
  entry.mayOpen ? paths.case(entry.caseId) : paths.caseReason(entry.caseId);

/** An item's id is a unique word and its address; the palette hands it back. */
const item = (key: string, href: string, rest: Omit<PaletteItem, "id">): PaletteItem => ({
  id: `${key} ${href}`,
  ...rest,
});

/** Sections of the palette: actions first, then people and cases as the server found them. */
export function findSections(
  found: FindResults | undefined,
  me: Pick<Me, "menu" | "today">,
  rights: FindRights,
): readonly PaletteSection[] {
  const actions: PaletteItem[] = [
    ...(me.menu.includes("WORK")
      ? [item("calendar", paths.calendar(), { label: app.nav.calendar, icon: CalendarDays })]
      : []),
    ...(rights.overview && !me.menu.includes("STATE")
      ? [item("overview", paths.overview(), { label: app.nav.overview, icon: ChartColumn })]
      : []),
    ...(rights.log
      ? [item("log", paths.logContact(), { label: app.nav.logContact, icon: Plus, shortcut: "C" })]
      : []),
    ...(rights.refer
      ? [item("refer", paths.newReferral(), { label: palette.newReferral, icon: UserPlus })]
      : []),
    ...(rights.begin
      ? [item("begin", paths.beginCase(), { label: palette.beginCase, icon: FolderPlus })]
      : []),
    ...topLinks(me.menu).map((link) =>
      item(link.id, link.href, { label: link.label, icon: ICONS[link.id] }),
    ),
    item("workbench", paths.workbench(), { label: palette.workbench, icon: CalendarDays }),
    item("shortcuts", paths.shortcuts(), { label: app.account.shortcuts }),
  ];
  const people = (found?.people ?? []).flatMap((person) =>
    person.cases.map((entry) =>
      item(`person-${person.personId}-${entry.caseId}`, caseHref(entry), {
        label: person.name,
        icon: User,
        detail: [
          labels.memberRole[entry.role],
          person.birthDate === undefined
            ? undefined
            : dates.date(person.birthDate, { today: me.today, style: "day" }),
          entry.caseNumber,
          entry.workerName,
          entry.mayOpen ? undefined : palette.notOpen,
        ]
          .filter((part) => part !== undefined)
          .join(", "),
      }),
    ),
  );
  const cases = (found?.cases ?? []).map((entry) =>
    item(`case-${entry.caseId}`, caseHref(entry), {
      label: entry.familyName,
      icon: FolderOpen,
      detail: [entry.caseNumber, entry.workerName, entry.mayOpen ? undefined : palette.notOpen]
        .filter((part) => part !== undefined)
        .join(", "),
    }),
  );
  return [
    { id: "do", label: palette.do, items: actions, isLocal: true },
    { id: "cases", label: palette.cases, items: cases },
    { id: "people", label: palette.people, items: people },
  ];
}
