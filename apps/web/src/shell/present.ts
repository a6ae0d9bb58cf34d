import { labels } from "@kinward/wording/en/labels";
import type { Me } from "@kinward/domain/views";
import { paths } from "../app/paths.ts";
import { app } from "../messages/en/app.ts";

export interface ShellLink {
  readonly id: Me["menu"][number] | "LOG";
  readonly href: string;
  readonly label: string;
}

const LINKS: Record<Me["menu"][number], Omit<ShellLink, "id">> = {
  WORK: { href: paths.work(), label: app.nav.work },
  TEAM: { href: paths.team(), label: app.nav.team },
  CASES: { href: paths.cases(), label: app.nav.cases },
  REFERRALS: { href: paths.referrals(), label: app.nav.referrals },
  ORDER: { href: paths.order(), label: app.nav.order },
  INTAKE: { href: paths.intake(), label: app.nav.intake },
  STATE: { href: paths.overview(), label: app.nav.overview },
  ADMIN: { href: paths.admin(), label: app.nav.admin },
};
const ENTRIES = Object.keys(LINKS) as Me["menu"][number][];
const LOG: ShellLink = { id: "LOG", href: paths.logContact(), label: app.nav.logContact };

export const topLinks = (menu: Me["menu"]): readonly ShellLink[] =>
  menu.map((id) => ({ id, ...LINKS[id] }));

/** At most five; Log contact stands in the middle, where a thumb reaches it. */
export function phoneLinks(menu: Me["menu"], mayLog: boolean): readonly ShellLink[] {
  const links = topLinks(menu)
    .filter((link) => link.id !== "ADMIN")
    .slice(0, mayLog ? 4 : 5);
  if (!mayLog) return links;
  return [...links.slice(0, 2), LOG, ...links.slice(2)];
}

/** Which entry an address belongs to. */
export function currentEntry(pathname: string): ShellLink["id"] | undefined {
  if (pathname === "/") return "WORK";
  if (pathname.startsWith("/contacts/new")) return "LOG";
  if (pathname.startsWith("/people")) return "CASES";
  return topLinks(ENTRIES).find(({ href }) => href !== "/" && pathname.startsWith(href))?.id;
}

export const accountDetail = (me: Pick<Me, "roles" | "organization" | "agency">): string =>
  [me.roles.map((role) => labels.role[role]).join(", "), me.organization?.name ?? me.agency.name]
    .filter(Boolean)
    .join(" · ");
