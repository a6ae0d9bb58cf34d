import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Dialog } from "@kinward/ui/Dialog";
import { ErrorPanel } from "@kinward/ui/ErrorPanel";
import { KeyValue } from "@kinward/ui/KeyValue";
import { Skeleton } from "@kinward/ui/Skeleton";
import { dates } from "@kinward/wording/en/dates";
import type { CaseId, EpisodeId } from "@kinward/domain/kernel";
import { api, queryClient, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { failureText, referenceOf } from "../../../app/failure-text.ts";
import { useMe } from "../../../app/me.ts";
import { toast } from "../../../app/toast.ts";
import { app } from "../../../messages/en/app.ts";
import { shared } from "../../../messages/en/shared.ts";
import { sentenceOf } from "../faults.ts";

export interface SendNoticeProps {
  caseId: CaseId;
  episodeId: EpisodeId;
  onClose: () => void;
  onSent?: (() => void) | undefined;
}

/** The e-mail to the Department worker about the first face-to-face meeting, read before it goes (REP-2). */
export default function SendNotice({ caseId, episodeId, onClose, onSent }: SendNoticeProps) {
  const words = shared.notice;
  const me = useMe();
  const preview = useQuery({
    ...api.notices.previewFirstMeeting.queryOptions({ caseId, episodeId }),
    staleTime: 0,
  });
  const notice = preview.data;
  const send = useCommand(trpcClient.notices.sendFirstMeeting.mutate, {
    onSuccess: async () => {
      if (notice) toast(words.done(notice.to.name));
      onSent?.();
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      wide
      actions={
        <>
          {notice && (
            <Button
              kind="primary"
              isPending={send.isPending}
              pendingText={app.saving}
              onPress={() =>
                send.mutate({ caseId, episodeId, statedMeetingDate: notice.meetingOn })
              }
            >
              {words.send(notice.to.name)}
            </Button>
          )}
          <Button onPress={onClose}>{app.cancel}</Button>
        </>
      }
    >
      {send.error && (
        <p role="alert" className="field-error">
          {sentenceOf(failureOf(send.error))}
        </p>
      )}
      {preview.error ? (
        <ErrorPanel
          onRetry={() => void preview.refetch()}
          reference={referenceOf(failureOf(preview.error))}
        >
          {failureText(failureOf(preview.error))}
        </ErrorPanel>
      ) : notice === undefined ? (
        <Skeleton kind="text" count={5} />
      ) : (
        <>
          <p>{words.about(dates.date(notice.meetingOn, { today: me.today }))}</p>
          <KeyValue
            layout="list"
            facts={[
              { label: words.to, value: `${notice.to.name}, ${notice.to.email}` },
              { label: words.subject, value: notice.subject },
            ]}
          />
          <p className="letter">{notice.body}</p>
        </>
      )}
    </Dialog>
  );
}
