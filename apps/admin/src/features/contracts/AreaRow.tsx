import type { PlainDate } from "@kinward/domain/kernel";
import { LinkButton } from "@kinward/ui/LinkButton";
import { UiLink } from "@kinward/ui/UiLink";
import { Plus } from "lucide-react";
import { paths } from "../../paths.ts";
import { GapWords } from "../shared/GapWords.tsx";
import { periodWords } from "../shared/periods.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { contracts as m } from "./messages.ts";
import { contractState, draftCount, gapWords, type MatrixArea } from "./present.ts";
import { barsOf, markOf, spanOf } from "./timeline.ts";

interface AreaRowProps {
  readonly area: MatrixArea;
  readonly shown: { readonly from: PlainDate; readonly to: PlainDate };
}

/** One area: its two lines of contracts over time, and in words what is missing. */
export function AreaRow({ area, shown }: AreaRowProps) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const gaps = gapWords(area, today);
  const drafts = draftCount(area);
  const now = markOf(today, shown);
  return (
    <li className="matrix-row">
      <div className="matrix-area">
        <h2 className="matrix-name">
          <UiLink href={paths.area(area.contractAreaId)}>{area.areaName}</UiLink>
        </h2>
        {mayChange && (
          <LinkButton
            size="small"
            kind="quiet"
            href={paths.newContract(area.contractAreaId)}
            aria-label={m.addTo(area.areaName)}
            icon={<Plus size={15} aria-hidden />}
          >
            {m.add}
          </LinkButton>
        )}
      </div>
      <div className="matrix-line">
        <ul className="matrix-bars">
          {barsOf(area, shown).map(({ contract, lane, span }) => {
            const state = contractState(contract, today);
            const period = periodWords(contract, today);
            return (
              <li
                key={contract.contractId}
                className="matrix-bar"
                data-lane={lane}
                data-state={state.id}
                style={{ insetInlineStart: `${span.start}%`, inlineSize: `${span.length}%` }}
              >
                <UiLink href={paths.contract(contract.contractId)}>
                  <b>{contract.organizationName}</b>
                  <span className="sr">
                    {m.barPosition(m.positions[contract.position])}
                    {state.id === "DRAFT" ? period : state.word}
                  </span>
                  <span>{state.id === "DRAFT" ? state.word : period}</span>
                </UiLink>
              </li>
            );
          })}
        </ul>
        {area.gaps.map((gap) => {
          const span = spanOf(gap, shown);
          return (
            span && (
              <i
                key={gap.from}
                className="matrix-gap"
                aria-hidden
                style={{ insetInlineStart: `${span.start}%`, inlineSize: `${span.length}%` }}
              />
            )
          );
        })}
        {now !== undefined && (
          <i className="matrix-now" aria-hidden style={{ insetInlineStart: `${now}%` }} />
        )}
      </div>
      <div className="matrix-words">
        <GapWords words={gaps.near} far={gaps.far} />
        {area.gaps.length === 0 && (
          <p className="muted small">{area.contracts.length === 0 ? m.noContract : m.covered}</p>
        )}
        {drafts > 0 && <p className="muted small">{m.draftsNote(drafts)}</p>}
      </div>
    </li>
  );
}
