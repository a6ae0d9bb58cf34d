import { useQuery } from "@tanstack/react-query";
import { ScrollRegion } from "@kinward/ui/ScrollRegion";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import { api } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { familyWords as words } from "../../../messages/en/family.ts";
import { Part } from "../../shared/Part.tsx";
import { FamilyDrawing } from "./FamilyDrawing.tsx";
import { Legend } from "./Legend.tsx";
import { presentDay, presentList } from "./present.ts";

/** The drawing of the family on paper, with who everyone is to whom in words. */
export function FamilyPrint({ caseId }: { caseId: CaseId }) {
  const today = useMe().today as PlainDate;
  const family = useQuery(api.family.show.queryOptions({ caseId }));
  return (
    <section className="stack-small">
      <h2>{words.printed}</h2>
      <Part query={family} skeleton="rows" count={4}>
        {(data) => {
          if (data.people.length === 0) return <p>{words.empty}</p>;
          const shown = presentDay(data, today, today);
          return (
            <>
              <ul className="small">
                {presentList(data, shown, today)
                  .filter((row) => row.ties.length > 0)
                  .map((row) => (
                    <li key={row.id}>
                      <strong>{row.name}</strong>: {row.ties.join("; ")}
                    </li>
                  ))}
              </ul>
              <ScrollRegion label={words.printed}>
                <FamilyDrawing family={data} shown={shown} label={words.drawingAbove} />
              </ScrollRegion>
              <Legend shown={shown} />
            </>
          );
        }}
      </Part>
    </section>
  );
}
