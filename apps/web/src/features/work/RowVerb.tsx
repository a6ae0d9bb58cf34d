import { lazy, Suspense, useState } from "react";
import { LinkButton } from "@kinward/ui/LinkButton";
import { failureOf, type Failure } from "../../api/failure.ts";
import { paths } from "../../app/paths.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { work as words } from "../../messages/en/work.ts";
import type { RowView } from "./present.ts";
import { useAcknowledge } from "./queries.ts";

const RecordWhy = lazy(() => import("../shared/why/RecordWhy.tsx"));
const SendNotice = lazy(() => import("../shared/notice/SendNotice.tsx"));
const RecordIcpc = lazy(() => import("../shared/icpc/RecordIcpc.tsx"));
const AssignCoordinator = lazy(() => import("../shared/coordinator/AssignCoordinator.tsx"));

/** The words of refusals are loaded only when one comes. */
const say = async (failure: Failure): Promise<void> =>
  toast((await import("../shared/faults.ts")).sentenceOf(failure));

/** The one verb of a row: a link, or a button with its dialog. */
export function RowVerb({ view }: { view: RowView }) {
  const { row, verb, verbLabel } = view;
  if (verb === undefined) return null;
  if (row.verb === "LOG_CONTACT" || row.verb === "OPEN_CASE")
    return (
      <LinkButton
        size="small"
        aria-label={verbLabel}
        href={
          row.verb === "OPEN_CASE"
            ? paths.case(row.caseId)
            : paths.logContact({ caseId: row.caseId })
        }
      >
        {verb}
      </LinkButton>
    );
  if (row.verb === "ACKNOWLEDGE") return <Acknowledge view={view} />;
  return <WithDialog view={view} />;
}

function WithDialog({ view }: { view: RowView }) {
  const [isOpen, setOpen] = useState(false);
  const { row } = view;
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className="btn btn-small"
        aria-label={view.verbLabel}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {view.verb}
      </button>
      <Suspense fallback={null}>
        {isOpen && row.verb === "RECORD_WHY" && (
          <RecordWhy
            caseId={row.caseId}
            episodeId={row.episodeId}
            keys={row.keys}
            title={view.title}
            onClose={close}
          />
        )}
        {isOpen && row.verb === "SEND_NOTICE" && (
          <SendNotice caseId={row.caseId} episodeId={row.episodeId} onClose={close} />
        )}
        {isOpen && row.verb === "RECORD_ICPC" && (
          <RecordIcpc
            caseId={row.caseId}
            episodeId={row.episodeId}
            people={row.people}
            onClose={close}
          />
        )}
        {isOpen && row.verb === "ASSIGN_COORDINATOR" && (
          <AssignCoordinator
            episodeId={row.episodeId}
            familyName={row.familyName}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}

function Acknowledge({ view }: { view: RowView }) {
  const acknowledge = useAcknowledge(() => toast(words.acknowledged));
  const { referralId } = view.row;
  if (referralId === undefined) return null;
  return (
    <button
      type="button"
      className="btn btn-small"
      aria-label={view.verbLabel}
      aria-disabled={acknowledge.isPending}
      onClick={() =>
        !acknowledge.isPending &&
        acknowledge.mutate({ referralId }, { onError: (error) => void say(failureOf(error)) })
      }
    >
      {acknowledge.isPending ? app.saving : view.verb}
    </button>
  );
}
