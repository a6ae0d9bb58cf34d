import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { ConfirmDialog } from "@kinward/ui/ConfirmDialog";
import { Tag } from "@kinward/ui/Tag";
import { dates } from "@kinward/wording/en/dates";
import type { CoverView } from "@kinward/domain/views";
import { trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { toast } from "../../app/toast.ts";
import { team } from "../../messages/en/team.ts";
import { sentenceOf } from "../shared/faults.ts";

const words = team.cover;

const stateOf = (cover: CoverView, today: string): "now" | "later" | "over" =>
  cover.to < today ? "over" : cover.from > today ? "later" : "now";

/** Who covers whom, the last ones too. */
export function Absences({ covers, today }: { covers: readonly CoverView[]; today: string }) {
  const [ending, setEnding] = useState<CoverView>();
  const end = useCommand(trpcClient.team.endCover.mutate, {
    onSuccess: () => done(words.ended),
  });
  return (
    <Card title={words.title} flush={covers.length > 0}>
      {covers.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ul className="link-rows">
          {covers.map((cover) => {
            const state = stateOf(cover, today);
            return (
              <li key={cover.coverId}>
                <span>{words.line(cover.coveredByName, cover.name)}</span>
                <span className="row">
                  <span className="muted small">
                    {dates.range(cover.from, cover.to, { today })}
                  </span>
                  <Tag strong={state === "now"}>{words[state]}</Tag>
                  {state !== "over" && (
                    <Button
                      size="small"
                      aria-label={words.endOf(cover.name)}
                      onPress={() => setEnding(cover)}
                    >
                      {words.end}
                    </Button>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {ending && (
        <ConfirmDialog
          isOpen
          title={words.endTitle}
          confirmText={words.end}
          onOpenChange={() => setEnding(undefined)}
          onConfirm={() => {
            end.mutate(
              { coverId: ending.coverId },
              { onError: (error) => toast(sentenceOf(failureOf(error))) },
            );
            setEnding(undefined);
          }}
        >
          {words.endText(ending.coveredByName, ending.name)}
        </ConfirmDialog>
      )}
    </Card>
  );
}
