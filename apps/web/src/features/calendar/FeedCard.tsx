import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { ConfirmDialog } from "@kinward/ui/ConfirmDialog";
import { TextField } from "@kinward/ui/TextField";
import { dates } from "@kinward/wording/en/dates";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { failureText } from "../../app/failure-text.ts";
import { useMe } from "../../app/me.ts";
import { toast } from "../../app/toast.ts";
import { calendar } from "../../messages/en/calendar.ts";
import { Part } from "../shared/Part.tsx";

const words = calendar.feed;

/** The private address of the calendar: made, renewed and revoked here, shown only once. */
export function FeedCard() {
  const { today } = useMe();
  const query = useQuery(api.calendar.feed.queryOptions({}));
  const [asked, setAsked] = useState<"RENEW" | "REVOKE">();
  const [address, setAddress] = useState<string>();
  const reload = () => queryClient.invalidateQueries({ queryKey: api.calendar.feed.queryKey() });
  const onError = (error: Error) => toast(failureText(failureOf(error)));
  const renew = useCommand(trpcClient.calendar.renewFeed.mutate, {
    onSuccess: async (made) => {
      setAddress(made.address);
      setAsked(undefined);
      await reload();
    },
  });
  const revoke = useCommand(trpcClient.calendar.revokeFeed.mutate, {
    onSuccess: async () => {
      setAddress(undefined);
      setAsked(undefined);
      toast(words.revoked);
      await reload();
    },
  });
  return (
    <Card title={words.title}>
      <div className="stack">
        <p>{words.lead}</p>
        <Part query={query} count={1}>
          {({ madeAt }) => (
            <>
              {address === undefined ? (
                <p className="muted">
                  {madeAt === undefined
                    ? words.none
                    : words.since(dates.date(madeAt.slice(0, 10), { today }))}
                </p>
              ) : (
                <TextField
                  name="address"
                  label={words.address}
                  hint={words.addressHint}
                  value={address}
                  onChange={() => undefined}
                  width="full"
                  isReadOnly
                />
              )}
              <div className="row">
                <Button
                  isPending={renew.isPending}
                  onPress={() =>
                    madeAt === undefined ? renew.mutate({}, { onError }) : setAsked("RENEW")
                  }
                >
                  {madeAt === undefined ? words.make : words.renew}
                </Button>
                {madeAt !== undefined && (
                  <Button kind="danger" onPress={() => setAsked("REVOKE")}>
                    {words.revoke}
                  </Button>
                )}
              </div>
            </>
          )}
        </Part>
      </div>
      {asked !== undefined && (
        <ConfirmDialog
          isOpen
          onOpenChange={(open) => !open && setAsked(undefined)}
          title={asked === "RENEW" ? words.renewTitle : words.revokeTitle}
          confirmText={asked === "RENEW" ? words.renew : words.revoke}
          isDanger={asked === "REVOKE"}
          isPending={renew.isPending || revoke.isPending}
          onConfirm={() => (asked === "RENEW" ? renew : revoke).mutate({}, { onError })}
        >
          <p>{asked === "RENEW" ? words.renewText : words.revokeText}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
