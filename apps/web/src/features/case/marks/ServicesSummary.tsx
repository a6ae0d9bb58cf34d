import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import type { CaseOverview } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { marks } from "../../../messages/en/marks.ts";
import { presentServices } from "./services.ts";

const words = marks.services;

/** Since when services run and until when, with the way to where they begin and end. */
export function ServicesSummary({ overview: { header } }: { overview: CaseOverview }) {
  const { today } = useMe();
  const lines = presentServices(header, today);
  return (
    <Card
      title={words.title}
      actions={<UiLink href={paths.caseLevels(header.caseId)}>{words.show}</UiLink>}
      flush
    >
      {lines.length === 0 ? (
        <p className="card-body muted">{words.none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line.id} className="facts-block">
              <span className="strong">{line.when}</span>
              <span className="small">{line.what}</span>
              <span className="muted small">{line.contractor}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
