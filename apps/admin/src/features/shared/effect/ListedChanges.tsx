import { type ListedChange, placeKey, type PlaceRow } from "@kinward/domain/effect";
import { DataTable } from "@kinward/ui/DataTable";
import { Pagination } from "@kinward/ui/Pagination";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { useState } from "react";
import { useMe } from "../session.ts";
import { effect as m } from "./messages.ts";
import {
  listedKey,
  placeWords,
  ruleWords,
  standingWords,
  whatWords,
  whomWords,
} from "./present.ts";

interface ListedChangesProps {
  readonly changes: readonly ListedChange[];
  readonly places: readonly PlaceRow[];
  /** What the two states are called: now and then, or first and second. */
  readonly sides: { readonly before: string; readonly after: string };
}

const EVERYWHERE = "EVERYWHERE";
const PAGE = 50;

/** Which duty of whom moves from when to when; a case shows its number and a person the role, never a name. */
export function ListedChanges({ changes, places, sides }: ListedChangesProps) {
  const { today } = useMe();
  const [chosen, setChosen] = useState(EVERYWHERE);
  const [page, setPage] = useState(0);
  const keyed = changes.map((change, index) => ({ ...change, key: listedKey(change, index) }));
  const wanted = keyed.filter(
    (change) => chosen === EVERYWHERE || placeKey(change.place) === chosen,
  );
  const [from, to] = [page * PAGE, Math.min((page + 1) * PAGE, wanted.length)];
  return (
    <div className="stack-small effect-list">
      {places.length > 1 && (
        <SearchSelect
          name="place"
          label={m.filter}
          value={chosen}
          onChange={(place) => {
            setChosen(place);
            setPage(0);
          }}
          choices={[
            { id: EVERYWHERE, label: m.everywhere },
            ...places
              .filter((row) => row.moved + row.otherwise > 0)
              .map(({ place }) => ({ id: placeKey(place), label: placeWords(place) })),
          ]}
        />
      )}
      <DataTable<ListedChange & { readonly key: string }>
        caption={m.listCaption}
        hideCaption
        rows={wanted.slice(from, to)}
        rowKey={(row) => row.key}
        cardsUnder={520}
        empty={<p className="muted">{m.listNone}</p>}
        columns={[
          {
            id: "case",
            header: m.columns.case,
            isRowHeader: true,
            fit: true,
            cell: (row) => row.caseNumber,
          },
          { id: "whom", header: m.columns.whom, cell: (row) => whomWords(row.whom) },
          { id: "duty", header: m.columns.duty, cell: (row) => ruleWords(row.rule) },
          {
            id: "before",
            header: sides.before,
            cell: (row) => standingWords(row.before, today),
          },
          { id: "after", header: sides.after, cell: (row) => standingWords(row.after, today) },
          { id: "by", header: m.columns.by, cell: whatWords },
        ]}
      />
      {wanted.length > PAGE && (
        <Pagination
          label={m.listCaption}
          from={from + 1}
          to={to}
          total={wanted.length}
          onPrevious={page > 0 ? () => setPage(page - 1) : undefined}
          onNext={to < wanted.length ? () => setPage(page + 1) : undefined}
        />
      )}
    </div>
  );
}
