import { useQuery } from "@tanstack/react-query";
import { Empty } from "@kinward/ui/Empty";
import { PageHeader } from "@kinward/ui/PageHeader";
import { UiLink } from "@kinward/ui/UiLink";
import type { OrderArea } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { failureOf } from "../../api/failure.ts";
import { useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { order as words } from "../../messages/en/order.ts";
import { Part } from "../shared/Part.tsx";
import { orderAreas } from "./queries.ts";

/** The contract areas whose order someone may see. */
export default function OrderAreas() {
  const query = useQuery(orderAreas());
  const { today } = useMe();
  if (query.isError && failureOf(query.error).kind === "FORBIDDEN") return <NoAccess />;
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} lead={words.areas.lead} />
      <section className="card" aria-label={words.title}>
        <Part query={query} count={6}>
          {({ areas }) =>
            areas.length === 0 ? (
              <Empty kind="start" title={words.areas.empty}>
                {words.areas.emptyText}
              </Empty>
            ) : (
              <ul className="link-rows">
                {areas.map((area) => (
                  <li key={area.contractAreaId}>
                    <UiLink href={paths.orderOf(area.contractAreaId)}>{area.name}</UiLink>
                    <span className="muted small">{detailOf(area, today)}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </Part>
      </section>
    </div>
  );
}

const detailOf = ({ lines, endedOn }: OrderArea, today: string): string =>
  [
    words.areas.lines(lines),
    endedOn === undefined
      ? undefined
      : words.areas.ended(dates.date(endedOn, { today, style: "day" })),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
