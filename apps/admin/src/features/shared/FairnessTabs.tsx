import { Tabs } from "@kinward/ui/Tabs";
import { paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { useSearchOf } from "./go.tsx";
import { sections } from "./messages.ts";

type Tab = "fairness" | "orderReview" | "simulation";

/** The reports about the order; the area and year that were chosen go along. */
export function FairnessTabs({ current }: { readonly current: Tab }) {
  const { area, year } = useSearchOf(search.fairness);
  const ofArea = { ...(area && { area }) };
  const asked = { ...ofArea, ...(year !== undefined && { year }) };
  const items: readonly { readonly id: Tab; readonly href: string }[] = [
    { id: "fairness", href: paths.fairness(asked) },
    { id: "orderReview", href: paths.orderReview(asked) },
    { id: "simulation", href: paths.simulation(ofArea) },
  ];
  return (
    <Tabs
      label={sections.label}
      items={items.map(({ id, href }) => ({
        href,
        label: sections[id],
        isCurrent: id === current,
      }))}
    />
  );
}
