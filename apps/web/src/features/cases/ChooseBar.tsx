import { lazy, Suspense, useState } from "react";
import { Button } from "@kinward/ui/Button";
import { MOST_CASES } from "@kinward/domain/team";
import { team } from "../../messages/en/team.ts";
import type { Choice } from "./use-choice.tsx";

const HandOverDialog = lazy(() => import("./HandOverDialog.tsx"));
const words = team.many;

/** How many are chosen, and what is done with them. */
export function ChooseBar({ choice }: { choice: Choice }) {
  const [isOpen, setOpen] = useState(false);
  const { chosen, open } = choice;
  return (
    <div className="card-body">
      <div className="row row-apart">
        <span role="status">
          <strong>{words.chosen(chosen.size)}</strong>{" "}
          {chosen.size >= MOST_CASES && words.most(MOST_CASES)}
        </span>
        <span className="row">
          {open.length > 0 && chosen.size < MOST_CASES && (
            <Button size="small" onPress={choice.choosePage}>
              {words.page(open.length)}
            </Button>
          )}
          {chosen.size > 0 && (
            <Button size="small" onPress={choice.clear}>
              {words.none}
            </Button>
          )}
          <Button
            size="small"
            kind="primary"
            isDisabled={chosen.size === 0}
            onPress={() => setOpen(true)}
          >
            {words.handOver}
          </Button>
        </span>
      </div>
      <Suspense fallback={null}>
        {isOpen && (
          <HandOverDialog
            chosen={chosen}
            candidates={choice.candidates}
            onClose={() => setOpen(false)}
            onDone={choice.clear}
          />
        )}
      </Suspense>
    </div>
  );
}
