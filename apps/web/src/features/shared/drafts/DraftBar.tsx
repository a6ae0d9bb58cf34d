import { Button } from "@kinward/ui/Button";
import { DraftStatus } from "@kinward/ui/DraftStatus";
import { shared } from "../../../messages/en/shared.ts";
import type { Draft } from "./use-draft.ts";

/** Where the draft stands, and how to throw it away: beside the buttons of a form. */
export function DraftBar({
  draft,
  onDiscarded,
  onRestored,
}: {
  draft: Draft;
  onDiscarded: () => void;
  onRestored: () => void;
}) {
  return (
    <>
      {draft.draftId !== undefined && (
        <Button kind="quiet" onPress={() => void draft.discard(onRestored).then(onDiscarded)}>
          {shared.draft.discard}
        </Button>
      )}
      <DraftStatus state={draft.status} />
      {draft.conflict && (
        <Button onPress={() => void draft.keepMine()}>{shared.draft.keepMine}</Button>
      )}
    </>
  );
}
