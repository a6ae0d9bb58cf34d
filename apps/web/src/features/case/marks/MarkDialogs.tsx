import { useState } from "react";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { DateField } from "@kinward/ui/DateField";
import type { PlainDate } from "@kinward/domain/kernel";
import type { MarkKind } from "@kinward/domain/people";
import type { PersonView } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import { app } from "../../../messages/en/app.ts";
import { marks } from "../../../messages/en/marks.ts";
import { reasons } from "../../../messages/en/reason.ts";
import { serverFaults } from "../../shared/faults.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonDialog } from "../../shared/reason/ReasonDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { useReason } from "../../shared/reason/use-reason.ts";
import { faultsOf, MARK_FIELDS, markOf, type MarkValues, valuesOf } from "./mark-form.ts";
import { MarkFields } from "./MarkFields.tsx";
import { type SeenCase, type SeenMark, useMarkActs } from "./use-mark-acts.ts";

const words = marks.form;

/** What somebody is about to do with the marks of one kind. */
export type Acting =
  | { readonly act: "record" }
  | { readonly act: "correct" | "end" | "remove"; readonly mark: SeenMark; readonly title: string };

export interface MarkDialogProps {
  seen: SeenCase;
  kind: MarkKind;
  /** Whose mark it is; absent: the family's. */
  person: PersonView | undefined;
  people: readonly PersonView[];
  acting: Acting;
  onClose: () => void;
}

export default function MarkDialog(props: MarkDialogProps) {
  const { acting } = props;
  switch (acting.act) {
    case "record":
      return <ValuesDialog {...props} />;
    case "correct":
      return <ValuesDialog {...props} corrected={acting.mark} title={acting.title} />;
    case "end":
      return <EndDialog {...props} mark={acting.mark} title={acting.title} />;
    case "remove":
      return <RemoveDialog {...props} mark={acting.mark} title={acting.title} />;
  }
}

interface AboutMark extends MarkDialogProps {
  mark: SeenMark;
  title: string;
}

/** A new mark, or the same one with what it should have said. */
function ValuesDialog(props: MarkDialogProps & { corrected?: SeenMark; title?: string }) {
  const { seen, kind, person, people, corrected, onClose } = props;
  const [values, setValues] = useState<MarkValues>(
    corrected === undefined ? {} : valuesOf(corrected.fact),
  );
  const reason = useReason(reasons.why);
  const { record, correct } = useMarkActs(onClose);
  const act = corrected === undefined ? record : correct;

  function save(): readonly FieldFault[] {
    const faults = [
      ...faultsOf(kind, values, corrected === undefined),
      ...(corrected === undefined ? [] : reason.faults),
    ];
    if (faults.length > 0) return faults;
    // Whose mark it is never changes: a relationship is corrected from either end.
    const mark = markOf(
      kind,
      corrected === undefined ? person?.personId : corrected.fact.personId,
      values,
    );
    if (corrected === undefined) record.mutate({ ...seen, mark });
    else correct.mutate({ ...seen, kind, id: corrected.id, mark, reason: reason.text });
    return [];
  }

  const owner =
    corrected === undefined
      ? person
      : people.find((one) => one.personId === corrected.fact.personId);
  return (
    <FormDialog
      title={
        props.title === undefined
          ? words.record[kind](person?.name ?? marks.levels.family)
          : words.correct(props.title)
      }
      saveText={words.save}
      isSaving={act.isPending}
      onClose={onClose}
      onSave={save}
      faults={serverFaults(act.error, [...MARK_FIELDS, "reason"])}
    >
      {(faultOf) => (
        <>
          {kind === "PURPOSE" && corrected === undefined && (
            <p className="muted">{words.purposeLead}</p>
          )}
          <MarkFields
            kind={kind}
            person={owner}
            people={people}
            values={values}
            onChange={(answers) => setValues((before) => ({ ...before, ...answers }))}
            faultOf={faultOf}
            isCorrection={corrected !== undefined}
          />
          {corrected !== undefined && <ReasonField {...reason} faultOf={faultOf} />}
        </>
      )}
    </FormDialog>
  );
}

function EndDialog({ seen, kind, mark, title, onClose }: AboutMark) {
  const me = useMe();
  const [to, setTo] = useState<string>();
  const { end } = useMarkActs(onClose);
  return (
    <FormDialog
      title={words.end(title)}
      saveText={words.save}
      isSaving={end.isPending}
      onClose={onClose}
      onSave={() => {
        if (to === undefined) return [{ name: "to", message: words.problem.date }];
        end.mutate({ ...seen, kind, id: mark.id, to: to as PlainDate });
        return [];
      }}
      faults={serverFaults(end.error, ["to"])}
    >
      {(faultOf) => (
        <DateField
          name="to"
          label={words.to}
          value={to}
          onChange={setTo}
          actions={[{ label: app.today, date: me.today }]}
          error={faultOf("to")}
        />
      )}
    </FormDialog>
  );
}

function RemoveDialog({ seen, kind, mark, title, onClose }: AboutMark) {
  const { correct } = useMarkActs(onClose);
  return (
    <ReasonDialog
      title={words.remove(title)}
      saveText={words.save}
      words={reasons.why}
      isSaving={correct.isPending}
      faults={serverFaults(correct.error, ["reason"])}
      onSave={(reason) => correct.mutate({ ...seen, kind, id: mark.id, reason })}
      onClose={onClose}
    >
      <p className="muted">{words.removeLead}</p>
    </ReasonDialog>
  );
}
