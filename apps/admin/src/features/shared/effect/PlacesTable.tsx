import { type PlaceRow, placeKey } from "@kinward/domain/effect";
import { DataTable, type DataTableProps } from "@kinward/ui/DataTable";
import { effect as m } from "./messages.ts";
import { notMet, placeWords } from "./present.ts";

const figure = (count: number) => count.toLocaleString("en-US");

/** "214 to 202", set off where it differs. */
function Changed({ from, to }: { readonly from: number; readonly to: number }) {
  const words = m.change(from, to);
  return from === to ? words : <strong>{words}</strong>;
}

const isChanged = ({ touched, before, after }: PlaceRow): boolean =>
  touched > 0 || before.met !== after.met || notMet(before) !== notMet(after);

type Column = DataTableProps<PlaceRow>["columns"][number];

const PLACE: Column = {
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
};

/** What is counted of each place; a column in which nobody has anything says nothing. */
const FIGURES: readonly (Column & { readonly isShown: (row: PlaceRow) => boolean })[] = [
  {
    id: "cases",
    header: m.columns.cases,
    isShown: (row) => row.touched > 0,
    cell: (row) => m.touchedOf(row.touched, row.cases),
  },
  {
    id: "moved",
    header: m.columns.moved,
    isShown: (row) => row.moved > 0,
    cell: (row) => figure(row.moved),
  },
  {
    id: "otherwise",
    header: m.columns.otherwise,
    isShown: (row) => row.otherwise > 0,
    cell: (row) => figure(row.otherwise),
  },
  {
    id: "late",
    header: m.columns.becomeLate,
    isShown: (row) => row.becomeLate > 0,
    cell: (row) => figure(row.becomeLate),
  },
  {
    id: "met",
    header: m.columns.judgedMet,
    isShown: ({ before, after }) => before.met !== after.met,
    cell: ({ before, after }) => <Changed from={before.met} to={after.met} />,
  },
  {
    id: "not",
    header: m.columns.judgedNot,
    isShown: ({ before, after }) => notMet(before) !== notMet(after),
    cell: ({ before, after }) => <Changed from={notMet(before)} to={notMet(after)} />,
  },
];
/** Below this width of its place, in pixels, each column more would no longer fit beside the others. */
const COLUMN_PX = 90;

/** The same effect where it falls: by contract area and contractor, those where something changes. */
export function PlacesTable({ places }: { readonly places: readonly PlaceRow[] }) {
  const changed = places.filter(isChanged);
  const figures = FIGURES.filter(({ isShown }) => changed.some(isShown));
  return (
    <section className="stack-small">
      <h3>{m.places}</h3>
      {changed.length > 0 && (
        <DataTable<PlaceRow>
          caption={m.placesCaption}
          hideCaption
          rows={changed}
          rowKey={(row) => placeKey(row.place)}
          cardsUnder={(figures.length + 1) * COLUMN_PX}
          columns={[PLACE, ...figures.map(({ isShown: _, ...column }) => column)]}
        />
      )}
      <p>{m.placesSame(places.length - changed.length, changed.length)}</p>
      <p className="muted small">{m.placesNote}</p>
    </section>
  );
}
