import { addMonths } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { useGo, useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { AreaRow } from "./AreaRow.tsx";
import { contracts as m } from "./messages.ts";
import { matrixStart, MONTHS_SHOWN, MONTHS_STEP } from "./present.ts";
import { useMatrix } from "./queries.ts";
import { lastDayShown, markOf, scaleOf } from "./timeline.ts";

/** Contract area by contractor over time. */
export function MatrixScreen() {
  const { today } = useMe();
  const go = useGo();
  const asked = useSearchOf(search.contracts);
  const from = matrixStart(asked.from, today);
  const shown = { from, to: lastDayShown(from, MONTHS_SHOWN) };
  const now = markOf(today, shown);
  const query = useMatrix(shown.from, shown.to);
  const show = (start: typeof from | undefined) =>
    go(paths.contracts(start === undefined ? {} : { from: start }), { replace: true });
  return (
    <Page
      title={m.title}
      lead={m.lead}
      actions={
        <LinkButton kind="primary" href={paths.newContract()} icon={<Plus size={17} aria-hidden />}>
          {m.add}
        </LinkButton>
      }
    >
      <div className="row row-apart">
        <p className="strong" role="status">
          {m.shown(dayWords(shown.from, today), dayWords(shown.to, today))}
        </p>
        <div className="row">
          <Button
            size="small"
            icon={<ChevronLeft size={16} aria-hidden />}
            onPress={() => show(addMonths(from, -MONTHS_STEP))}
          >
            {m.earlier}
          </Button>
          <Button size="small" onPress={() => show(undefined)}>
            {m.toToday}
          </Button>
          <Button size="small" onPress={() => show(addMonths(from, MONTHS_STEP))}>
            {m.later}
            <ChevronRight size={16} aria-hidden />
          </Button>
        </div>
      </div>
      <Card label={m.title} flush>
        <Loaded query={query}>
          {(matrix) =>
            matrix.areas.length === 0 ? (
              <Empty
                kind="start"
                title={m.emptyTitle}
                action={<LinkButton href={paths.areas()}>{m.toAreas}</LinkButton>}
              >
                {m.emptyText}
              </Empty>
            ) : (
              <div className={query.isPlaceholderData ? "matrix table-stale" : "matrix"}>
                <div className="matrix-scale" aria-hidden>
                  {now !== undefined && (
                    <b className="matrix-today" style={{ insetInlineStart: `${now}%` }}>
                      {shared.onDay}
                    </b>
                  )}
                  {scaleOf(shown).map((mark) => (
                    <span
                      key={mark.label + mark.start}
                      style={{ insetInlineStart: `${mark.start}%` }}
                    >
                      {mark.label}
                    </span>
                  ))}
                </div>
                <ul>
                  {matrix.areas.map((area) => (
                    <AreaRow key={area.contractAreaId} area={area} shown={shown} />
                  ))}
                </ul>
              </div>
            )
          }
        </Loaded>
      </Card>
    </Page>
  );
}
