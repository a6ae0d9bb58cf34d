import { useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import type { PersonView } from "@kinward/domain/views";
import { trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { done } from "../../../app/done.ts";
import { marks } from "../../../messages/en/marks.ts";
import { reasons } from "../../../messages/en/reason.ts";
import { serverFaults } from "../../shared/faults.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { useReason } from "../../shared/reason/use-reason.ts";
import type { SeenCase } from "./use-mark-acts.ts";

const words = marks.majority;

export interface MajorityCardProps {
  person: PersonView;
  seen: SeenCase;
  mayChange: boolean;
}

/** Whether contacts go on past the birthday that ends childhood (DEC-15). */
export function MajorityCard({ person, seen, mayChange }: MajorityCardProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={marks.cards.majority}
      actions={
        mayChange && (
          <Button size="small" onPress={() => setOpen(true)}>
            {words.change}
          </Button>
        )
      }
    >
      <p>{person.continuesPastMajority ? marks.text.continues : marks.text.continuesNot}</p>
      {isOpen && <MajorityDialog person={person} seen={seen} onClose={() => setOpen(false)} />}
    </Card>
  );
}

interface DialogProps extends Omit<MajorityCardProps, "mayChange"> {
  onClose: () => void;
}

function MajorityDialog({ person, seen, onClose }: DialogProps) {
  const [continues, setContinues] = useState<"YES" | "NO">();
  const reason = useReason(reasons.why);
  const save = useCommand(trpcClient.marks.setMajority.mutate, {
    onSuccess: () => done(marks.form.saved, onClose),
  });
  return (
    <FormDialog
      title={words.title(person.name)}
      saveText={words.save}
      isSaving={save.isPending}
      onClose={onClose}
      onSave={() => {
        const faults = [
          ...(continues === undefined
            ? [{ name: "continues", message: marks.form.problem.choose }]
            : []),
          ...reason.faults,
        ];
        if (faults.length === 0)
          save.mutate({
            ...seen,
            personId: person.personId,
            continues: continues === "YES",
            reason: reason.text,
          });
        return faults;
      }}
      faults={serverFaults(save.error, ["continues", "reason"])}
    >
      {(faultOf) => (
        <>
          <p className="muted">{words.lead}</p>
          <SegmentedChoice
            name="continues"
            label={words.question}
            choices={[
              { id: "YES", label: marks.form.yes },
              { id: "NO", label: marks.form.no },
            ]}
            value={continues}
            onChange={setContinues}
            error={faultOf("continues")}
          />
          <ReasonField {...reason} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  );
}
