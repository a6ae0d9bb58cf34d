import { type PlaceRow, placeKey } from "@kinward/domain/effect";
import { DataTable } from "@kinward/ui/DataTable";
import { effect as m } from "./messages.ts";
import { notMet, placeWords } from "./present.ts";

const figure = (count: number) => count.toLocaleString("en-US");

/** "214 to 202", set off where it differs. */
function Changed({ from, to }: { readonly from: number; readonly to: number }) {
  const words = m.change(from, to);
  return from === to ? words : <strong>{words}</strong>;
}

/** The same effect where it falls: by contract area and contractor. */
export function PlacesTable({ places }: { readonly places: readonly PlaceRow[] }) {
  return (
    <section className="stack-small">
      <h3>{m.places}</h3>
      <DataTable<PlaceRow>
        caption={m.placesCaption}
        hideCaption
        rows={places}
        rowKey={(row) => placeKey(row.place)}
        cardsUnder={620}
        columns={[
          {
            id: "place",
            header: m.columns.place,
            isRowHeader: true,
            cell: ({ place }) =>
              place === undefined ? (
                placeWords(place)
              ) : (
                <>
                  <div>{place.areaName}</div>
                  <div className="muted small plain-weight">{place.contractorName}</div>
                </>
              ),
          },
          {
            id: "cases",
            header: m.columns.cases,
            cell: (row) => m.touchedOf(row.touched, row.cases),
          },
          { id: "moved", header: m.columns.moved, cell: (row) => figure(row.moved) },
          { id: "otherwise", header: m.columns.otherwise, cell: (row) => figure(row.otherwise) },
          { id: "late", header: m.columns.becomeLate, cell: (row) => figure(row.becomeLate) },
          {
            id: "met",
            header: m.columns.judgedMet,
            cell: ({ before, after }) => <Changed from={before.met} to={after.met} />,
          },
          {
            id: "not",
            header: m.columns.judgedNot,
            cell: ({ before, after }) => <Changed from={notMet(before)} to={notMet(after)} />,
          },
        ]}
      />
      <p className="muted small">{m.placesNote}</p>
    </section>
  );
}
