import { Tabs } from "@kinward/ui/Tabs";
import { useLocation } from "@tanstack/react-router";
import { BASE, paths } from "../../paths.ts";
import { sections } from "./messages.ts";

const SECTIONS = {
  areas: [
    { href: paths.areas(), label: sections.areas },
    { href: paths.starters(), label: sections.starters },
  ],
  organizations: [
    { href: paths.organizations(), label: sections.organizations },
    { href: paths.contractors(), label: sections.contractors },
  ],
  settings: [
    { href: paths.settings(), label: sections.settings },
    { href: paths.compareBooks(), label: sections.compare },
    { href: paths.workbench(), label: sections.workbench },
  ],
  people: [
    { href: paths.people(), label: sections.people },
    { href: paths.offices(), label: sections.offices },
  ],
} as const;

/** Sister pages of a section of the menu. */
export function SectionTabs({ section }: { readonly section: keyof typeof SECTIONS }) {
  const path = useLocation({ select: (location) => location.pathname });
  const full = path.startsWith(BASE) ? path : `${BASE}${path}`;
  return (
    <Tabs
      label={sections.label}
      items={SECTIONS[section].map((item) => ({ ...item, isCurrent: full === item.href }))}
    />
  );
}
