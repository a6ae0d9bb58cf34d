import { Suspense, type ComponentType } from "react";
import { Button } from "@kinward/ui/Button";
import { DraftStatus } from "@kinward/ui/DraftStatus";
import type { DraftContent } from "@kinward/domain/drafts";
import { shared } from "../../../messages/en/shared.ts";
import type { Draft } from "./use-draft.ts";

export interface CompareProps {
  draft: Draft;
  /** The form goes on with what was made of both versions. */
  onMerged: (content: DraftContent) => void;
}

export interface DraftStateProps extends CompareProps {
  /** The comparison in the words of the form: fetched while another version stands against what is typed here. */
  Compare: ComponentType<CompareProps>;
}

/** Where the draft stands, and the way to compare it with another version. */
export const DraftStanding = ({ Compare, ...props }: DraftStateProps) => (
  <>
    <DraftStatus state={props.draft.status} />
    {props.draft.conflict && (
      <Suspense fallback={null}>
        <Compare {...props} />
      </Suspense>
    )}
  </>
);

export interface DraftBarProps extends DraftStateProps {
  onDiscarded: () => void;
  onRestored: () => void;
}

/** Where the draft stands, and how to throw it away: beside the buttons of a form. */
export function DraftBar({ onDiscarded, onRestored, ...standing }: DraftBarProps) {
  const { draft } = standing;
  return (
    <>
      {draft.draftId !== undefined && (
        <Button kind="quiet" onPress={() => void draft.discard(onRestored).then(onDiscarded)}>
          {shared.draft.discard}
        </Button>
      )}
      <DraftStanding {...standing} />
    </>
  );
}
