import type { UseQueryResult } from "@tanstack/react-query";
import { refusalText, warningText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import type { DatesPreview } from "@kinward/domain/views";
import { marks } from "../../../messages/en/marks.ts";
import { Part } from "../../shared/Part.tsx";
import type { Reader } from "./present.ts";
import { moveLines, movesSummary } from "./dates-effect.ts";

const words = marks.effect;

/** What other dates of the services would do to what is owed; asked while the form is filled, and nothing is done. */
export function DatesEffect({
  query,
  reader,
}: {
  query: UseQueryResult<DatesPreview, unknown>;
  reader: Reader;
}) {
  return (
    <section className="stack-small" aria-label={words.title} aria-live="polite">
      <Part<DatesPreview> query={query} skeleton="text" count={3}>
        {({ refusals, warnings, moves }) =>
          refusals.length > 0 ? (
            <>
              {refusals.map((refusal) => (
                <p key={refusal.code} className="field-error">
                  {refusalText(codes, refusal)}
                </p>
              ))}
            </>
          ) : (
            <>
              <p className="strong">{movesSummary(moves)}</p>
              {warnings.map((warning) => (
                <p key={warning.code}>{warningText(codes, warning)}</p>
              ))}
              {moves.length > 0 && (
                <details open={moves.length <= 6}>
                  <summary>{words.each}</summary>
                  <ul className="small">
                    {moveLines(moves, reader).map(({ key, what, how }) => (
                      <li key={key}>
                        {what}: {how}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          )
        }
      </Part>
    </section>
  );
}
