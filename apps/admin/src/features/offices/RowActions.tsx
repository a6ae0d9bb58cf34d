import { Button } from "@kinward/ui/Button";
import { useMayChange } from "../shared/session.ts";
import { offices as m } from "./messages.ts";

interface RowActionsProps {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: (what: "EDIT" | "END" | "CHANGES") => void;
}

/** What can be done with an office or a team. */
export function RowActions({ name, isOpen, onOpen }: RowActionsProps) {
  const mayChange = useMayChange();
  return (
    <span className="row-actions">
      {mayChange && isOpen && (
        <>
          <Button size="small" aria-label={m.editOf(name)} onPress={() => onOpen("EDIT")}>
            {m.edit}
          </Button>
          <Button size="small" aria-label={m.endOf(name)} onPress={() => onOpen("END")}>
            {m.end}
          </Button>
        </>
      )}
      <Button
        size="small"
        kind="quiet"
        aria-label={m.historyOf(name)}
        onPress={() => onOpen("CHANGES")}
      >
        {m.history}
      </Button>
    </span>
  );
}
