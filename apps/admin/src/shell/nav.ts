import type { NavItem } from "@kinward/ui/AppShell";
import {
  Building2,
  CalendarDays,
  ChartNoAxesColumn,
  ClipboardCheck,
  Ellipsis,
  FileSignature,
  House,
  ListOrdered,
  type LucideIcon,
  Map,
  Scale,
  Users,
} from "lucide-react";
import { paths } from "../paths.ts";
import { menu as m } from "./messages.ts";

interface Section {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Pages of the section that do not begin with its address. */
  readonly also?: readonly string[];
}

const SECTIONS: readonly Section[] = [
  { href: paths.home(), label: m.home, icon: House },
  { href: paths.areas(), label: m.areas, icon: Map, also: [paths.starters()] },
  {
    href: paths.organizations(),
    label: m.organizations,
    icon: Building2,
    also: [paths.contractors()],
  },
  { href: paths.contracts(), label: m.contracts, icon: FileSignature },
  { href: paths.rotations(), label: m.rotation, icon: ListOrdered },
  { href: paths.holidays(), label: m.holidays, icon: CalendarDays },
  { href: paths.people(), label: m.people, icon: Users, also: [paths.offices()] },
  {
    href: paths.fairness(),
    label: m.fairness,
    icon: ChartNoAxesColumn,
    also: [paths.simulation()],
  },
  { href: paths.settings(), label: m.settings, icon: Scale, also: [paths.workbench()] },
  { href: paths.approvals(), label: m.approvals, icon: ClipboardCheck },
];

const isWithin = (path: string, base: string): boolean =>
  path === base || path.startsWith(`${base}/`);

/** On a phone the bar holds four sections; the others are one step away. */
const ON_PHONE: readonly string[] = [
  paths.home(),
  paths.areas(),
  paths.contracts(),
  paths.people(),
];

/** The bar at the bottom of a phone. */
export const phoneNavFor = (path: string): NavItem[] => {
  const shown = navFor(path).filter((item) => ON_PHONE.includes(item.href));
  return [
    ...shown,
    {
      href: paths.more(),
      label: m.more,
      icon: Ellipsis,
      isCurrent: !shown.some((item) => item.isCurrent),
    },
  ];
};

const fullOf = (path: string): string => (path.startsWith("/admin") ? path : `/admin${path}`);

/** The workbench knows no case and changes nothing: whoever is signed in may try the rules on it. */
export const isForEveryone = (path: string): boolean => isWithin(fullOf(path), paths.workbench());

/** The menu of someone who has no part in administration. */
export const guestNav = (path: string): NavItem[] => [
  { href: paths.web(), label: m.toWeb, icon: House },
  {
    href: paths.workbench(),
    label: m.workbench,
    icon: CalendarDays,
    isCurrent: isForEveryone(path),
  },
];

/** The menu with the section of an address marked. Addresses come with the base of the app. */
export const navFor = (path: string): NavItem[] => {
  const full = fullOf(path);
  return SECTIONS.map(({ also = [], ...item }) => ({
    ...item,
    isCurrent:
      item.href === paths.home()
        ? full === paths.home() || `${full}/` === paths.home()
        : [item.href, ...also].some((base) => isWithin(full, base)),
  }));
};
