import type { FairnessView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { fairness as m } from "./messages.ts";
import { contractorNames, drawnDifferences } from "./present.ts";

/** From -1 and 1 to percent of the width. */
const place = (value: number): number => 50 + 50 * value;

/** Differences with their intervals as a picture; the table above holds the same numbers. */
export function DifferencesCard({ view }: { readonly view: FairnessView }) {
  const drawn = drawnDifferences(view);
  const [first, second] = contractorNames(view);
  return (
    <Card title={m.picture.title}>
      {drawn.length === 0 ? (
        <p className="muted">{m.picture.none}</p>
      ) : (
        <>
          <p className="muted">{m.picture.lead}</p>
          <div className="intervals" aria-hidden>
            <div className="intervals-row">
              <span />
              <span className="intervals-ends">
                <span>{m.picture.more(second ?? "")}</span>
                <span>{m.picture.more(first ?? "")}</span>
              </span>
            </div>
            {drawn.map((one) => (
              <div key={one.id} className="intervals-row">
                <span>
                  {one.label}
                  <small className="muted">{one.text}</small>
                </span>
                <span className="intervals-track">
                  <i
                    className="intervals-line"
                    style={{
                      insetInlineStart: `${place(one.low)}%`,
                      inlineSize: `${place(one.high) - place(one.low)}%`,
                    }}
                  />
                  <i
                    className="intervals-dot"
                    style={{ insetInlineStart: `${place(one.value)}%` }}
                  />
                </span>
              </div>
            ))}
          </div>
        </>
      )}
    </Card>
  );
}
