import { Tabs } from "@kinward/ui/Tabs";
import { mayReviewPeople, useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { persons } from "../../messages/en/persons.ts";

const words = persons.tabs;

/** The pages about people; only the search for those who review no records. */
export function PeopleTabs({ current }: { current: "search" | "duplicates" | "merged" }) {
  if (!mayReviewPeople(useMe())) return null;
  const items = [
    { id: "search", href: paths.people(), label: words.search },
    { id: "duplicates", href: paths.duplicates(), label: words.duplicates },
    { id: "merged", href: paths.mergedPeople(), label: words.merged },
  ];
  return (
    <Tabs
      label={words.label}
      items={items.map(({ id, ...item }) => ({ ...item, isCurrent: id === current }))}
    />
  );
}
