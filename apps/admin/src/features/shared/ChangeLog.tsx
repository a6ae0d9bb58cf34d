import { Card } from "@kinward/ui/Card";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";
import { changeLine, momentIn } from "./changes-present.ts";
import { Loaded } from "./Loaded.tsx";
import { shared as m } from "./messages.ts";
import { useMe } from "./session.ts";

/** Records that keep who changed what when and why. */
export type ChangedKind =
  | "SERVICE_AREA"
  | "CONTRACT_AREA"
  | "ORGANIZATION"
  | "CONTRACT"
  | "HOLIDAYS"
  | "STAFF"
  | "OFFICE"
  | "TEAM"
  | "SETTING";

/** Who changed this record when, and why. Stands beside every record. */
export function ChangeLog({ kind, id }: { readonly kind: ChangedKind; readonly id: string }) {
  const query = useQuery(trpc.changes.of.queryOptions({ kind, id }));
  const moment = momentIn(useMe().agency.timeZone);
  return (
    <Card title={m.changes.title}>
      <Loaded query={query} skeleton="text">
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="muted">{m.changes.empty}</p>
          ) : (
            <ol className="changes">
              {entries.map((entry) => {
                const line = changeLine(entry, moment);
                return (
                  <li key={line.key}>
                    <p className="strong">{line.title}</p>
                    {line.details.length > 0 && (
                      <ul className="changes-details">
                        {line.details.map((detail) => (
                          <li key={detail}>{detail}</li>
                        ))}
                      </ul>
                    )}
                    <p className={line.reason === undefined ? "muted" : "changes-reason"}>
                      {line.reason ?? m.changes.noReason}
                    </p>
                    <p className="muted small">{m.changes.by(line.by, line.at)}</p>
                  </li>
                );
              })}
            </ol>
          )
        }
      </Loaded>
    </Card>
  );
}
