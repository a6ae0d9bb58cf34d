import { lazy, Suspense, useState } from "react";
import { getRouteApi } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Tag } from "@kinward/ui/Tag";
import type { CaseId } from "@kinward/domain/kernel";
import type { LevelStanding } from "@kinward/domain/contacts";
import type { CaseMarks, CaseOverview } from "@kinward/domain/views";
import { asId } from "../../../app/ids.ts";
import { marks } from "../../../messages/en/marks.ts";
import { useOverview } from "../../shared/case/queries.ts";
import { WhyDate } from "../../shared/explain/WhyDate.tsx";
import { Part } from "../../shared/Part.tsx";

import { FactList } from "./FactList.tsx";
import type { Acting } from "./MarkDialogs.tsx";
import { ServicesCard } from "./ServicesCard.tsx";
import { windowText } from "./levels.ts";
import type { Reader } from "./present.ts";
import { useMarks } from "./queries.ts";
import { useReader } from "./use-reader.ts";

const MarkDialog = lazy(() => import("./MarkDialogs.tsx"));
const words = marks.levels;
const route = getRouteApi("/app/cases/$caseId/levels");

/** How often each one must be seen, who said so, and since when the clocks run. */
export default function Levels() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const overview = useOverview(caseId);
  const recorded = useMarks(caseId);
  return (
    <div className="page">
      <PageHeader level={2} title={words.title} lead={words.lead} />
      <Part query={overview} skeleton="cards">
        {(data) => (
          <Part query={recorded} skeleton="cards">
            {(all) => <Loaded overview={data} recorded={all} />}
          </Part>
        )}
      </Part>
    </div>
  );
}

function Loaded({ overview, recorded }: { overview: CaseOverview; recorded: CaseMarks }) {
  const reader = useReader(overview.people, recorded);
  return (
    <div className="cols">
      <div className="stack">
        {recorded.levels.map((standing) => (
          <StandingCard
            key={standing.subject}
            standing={standing}
            overview={overview}
            recorded={recorded}
            reader={reader}
          />
        ))}
      </div>
      <div className="stack">
        {recorded.forms.map((form) => (
          <ServicesCard
            key={form.episodeId}
            form={form}
            revision={recorded.revision}
            can={recorded.can}
            reader={reader}
          />
        ))}
      </div>
    </div>
  );
}

interface StandingCardProps {
  standing: LevelStanding;
  overview: CaseOverview;
  recorded: CaseMarks;
  reader: Reader;
}

/** Minimum, records and what they ask together, for the family or one person. */
function StandingCard({ standing, overview, recorded, reader }: StandingCardProps) {
  const [acting, setActing] = useState<Acting>();
  const { subject, windows, records, note } = standing;
  const person =
    subject === "FAMILY" ? undefined : overview.people.findLast((one) => one.personId === subject);
  const name = person?.name ?? words.family;
  const facts = records.flatMap(
    (record) => recorded.facts.find((one) => one.id === record.id) ?? [],
  );
  const stateOf = (id: string) => records.find((one) => one.id === id)?.state;
  const may = recorded.can.levels;
  return (
    <Card
      title={name}
      flush
      actions={
        may && (
          <Button
            size="small"
            icon={<Plus size={15} aria-hidden />}
            aria-label={words.recordFor(name)}
            onPress={() => setActing({ act: "record" })}
          >
            {words.record}
          </Button>
        )
      }
    >
      <div className="facts-block">
        {windows.length === 0 ? (
          <span className="muted">{note === undefined ? words.none : words.note[note]}</span>
        ) : (
          windows.map((window) => (
            <div key={`${window.episodeId} ${window.key}`} className="row row-apart">
              <span>{windowText(window, reader.today)}</span>
              <WhyDate
                caseId={overview.header.caseId}
                episodeId={window.episodeId}
                dutyKey={window.key}
                about={name}
              />
            </div>
          ))
        )}
      </div>
      {facts.length > 0 && (
        <FactList
          facts={facts}
          reader={reader}
          onAct={may ? setActing : undefined}
          tagOf={(entry) => {
            const state = stateOf(entry.id);
            return state && <Tag>{words.state[state]}</Tag>;
          }}
        />
      )}
      <Suspense fallback={null}>
        {acting && (
          <MarkDialog
            seen={{ caseId: overview.header.caseId, revision: recorded.revision }}
            kind="FREQUENCY"
            person={person}
            people={overview.people}
            acting={acting}
            onClose={() => setActing(undefined)}
          />
        )}
      </Suspense>
    </Card>
  );
}
