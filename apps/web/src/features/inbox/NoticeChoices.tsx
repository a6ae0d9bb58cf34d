import { useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Select } from "@kinward/ui/Select";
import { NOTICE_CHANNELS } from "@kinward/domain/notices";
import { lists } from "@kinward/wording/en/lists";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { failureText } from "../../app/failure-text.ts";
import { toast } from "../../app/toast.ts";
import { inbox } from "../../messages/en/inbox.ts";
import { Part } from "../shared/Part.tsx";

const words = inbox.choices;

/** Which notices someone gets, and how: each choice is kept at once. */
export default function NoticeChoices() {
  const query = useQuery(api.inbox.choices.queryOptions({}));
  const choose = useCommand(trpcClient.inbox.choose.mutate, {
    onSuccess: async () => {
      toast(words.saved);
      await queryClient.invalidateQueries({ queryKey: api.inbox.pathKey() });
    },
  });
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <Card>
        <Part query={query} count={5}>
          {({ choices }) => (
            <div className="stack">
              {choices.map(({ kind, channel }) => (
                <Select
                  key={kind}
                  name={kind}
                  label={lists.notice[kind]}
                  hint={words.hint[kind]}
                  value={channel}
                  choices={NOTICE_CHANNELS.map((id) => ({ id, label: words.channel[id] }))}
                  onChange={(next) =>
                    choose.mutate(
                      { kind, channel: next },
                      { onError: (error) => toast(failureText(failureOf(error))) },
                    )
                  }
                />
              ))}
            </div>
          )}
        </Part>
      </Card>
    </div>
  );
}
