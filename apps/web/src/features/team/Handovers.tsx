import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { Tag } from "@kinward/ui/Tag";
import { dates } from "@kinward/wording/en/dates";
import type { HandoverView } from "@kinward/domain/views";
import { trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { useMe } from "../../app/me.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { team } from "../../messages/en/team.ts";
import { sentenceOf } from "../shared/faults.ts";
import { HandoverNote } from "./HandoverNote.tsx";

const words = team.handover;

/** The notes with which a case changed hands; mine that I have not read yet stands open. */
export function Handovers({ handovers }: { handovers: readonly HandoverView[] }) {
  return (
    <Card title={team.page.handovers}>
      {handovers.length === 0 ? (
        <p className="muted">{team.page.noHandovers}</p>
      ) : (
        <ul className="stack">
          {handovers.map((handover) => (
            <li key={handover.handoverId}>
              <Handover handover={handover} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Handover({ handover }: { handover: HandoverView }) {
  const me = useMe();
  const { fromName, toName, readAt, note, mine } = handover;
  const waits = mine && readAt === undefined;
  const confirm = useCommand(trpcClient.team.confirmHandover.mutate, {
    onSuccess: () => done(words.confirmed),
  });
  return (
    <div className="stack-small">
      <div className="row">
        <strong>
          {fromName === undefined ? words.toOnly(toName) : words.line(fromName, toName)}
        </strong>
        <span className="muted small">
          {words.asRole[handover.role]},{" "}
          {words.since(dates.date(handover.from, { today: me.today }))}
        </span>
        <Tag state={readAt === undefined ? "waiting" : "done"}>
          {readAt === undefined
            ? words.unread
            : words.read(dates.moment(readAt, me.agency.timeZone, { today: me.today }))}
        </Tag>
      </div>
      {note !== undefined && (
        <p>
          <span className="muted small">{words.words}</span>
          <br />
          <span className="pre-line">{note}</span>
        </p>
      )}
      <details open={waits}>
        <summary>{words.show}</summary>
        <HandoverNote parts={handover.parts} />
      </details>
      {waits && (
        <div>
          <Button
            kind="primary"
            size="small"
            isPending={confirm.isPending}
            pendingText={app.saving}
            onPress={() =>
              confirm.mutate(
                { caseId: handover.caseId, handoverId: handover.handoverId },
                { onError: (error) => toast(sentenceOf(failureOf(error))) },
              )
            }
          >
            {words.confirm}
          </Button>
        </div>
      )}
    </div>
  );
}
