import type { SavedExample } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { paths } from "../../paths.ts";
import { momentIn } from "../shared/changes-present.ts";
import { useMe } from "../shared/session.ts";
import { workbench } from "./messages.ts";

const m = workbench.examples;

interface VersionsCardProps {
  readonly versions: readonly SavedExample[];
  readonly shown: number;
}

/** Every version of the example on the workbench, each to be opened again as it was saved. */
export function VersionsCard({ versions, shown }: VersionsCardProps) {
  const { agency } = useMe();
  const moment = momentIn(agency.timeZone);
  return (
    <Card title={m.versions} flush>
      <DataTable<SavedExample>
        caption={m.versionsCaption}
        hideCaption
        rows={versions}
        rowKey={({ version }) => String(version)}
        cardsUnder={480}
        columns={[
          {
            id: "version",
            header: m.columns.version,
            isRowHeader: true,
            fit: true,
            cell: ({ exampleId, version }) => (
              <UiLink href={paths.workbench({ example: exampleId, version })}>
                {m.versionOf(version)}
              </UiLink>
            ),
          },
          { id: "title", header: m.columns.title, cell: ({ title }) => title },
          {
            id: "saved",
            header: m.columns.saved,
            cell: ({ savedBy, savedAt }) => m.saved(savedBy, moment(savedAt)),
          },
          {
            id: "shown",
            header: m.columns.shown,
            hideHeader: true,
            fit: true,
            card: "top",
            cell: ({ version }) => version === shown && <Tag state="done">{m.columns.shown}</Tag>,
          },
        ]}
      />
    </Card>
  );
}
