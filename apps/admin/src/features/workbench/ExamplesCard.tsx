import type { SavedExample } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { UiLink } from "@kinward/ui/UiLink";
import { paths } from "../../paths.ts";
import { momentIn } from "../shared/changes-present.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { useMe } from "../shared/session.ts";
import { workbench } from "./messages.ts";
import { useExamples } from "./queries.ts";

const m = workbench.examples;

/** Examples that anyone in administration can open again. */
export function ExamplesCard() {
  const { agency } = useMe();
  const query = useExamples();
  const moment = momentIn(agency.timeZone);
  return (
    <Card title={m.title} flush>
      <Loaded query={query} skeleton="rows">
        {(examples) => (
          <DataTable<SavedExample>
            caption={m.caption}
            hideCaption
            rows={examples}
            rowKey={(example) => example.exampleId}
            cardsUnder={480}
            empty={<p className="card-body muted">{m.empty}</p>}
            columns={[
              {
                id: "title",
                header: m.columns.title,
                isRowHeader: true,
                cell: ({ exampleId, title }) => (
                  <UiLink href={paths.workbench({ example: exampleId })}>{title}</UiLink>
                ),
              },
              {
                id: "version",
                header: m.columns.version,
                fit: true,
                cell: ({ version }) => version,
              },
              {
                id: "saved",
                header: m.columns.saved,
                cell: ({ savedBy, savedAt }) => m.saved(savedBy, moment(savedAt)),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
