import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import type { Identity } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { useMe } from "../../../app/me.ts";
import { toast } from "../../../app/toast.ts";
import { identity as words } from "../../../messages/en/identity.ts";
import { faultsOfFailure } from "../../shared/faults.ts";
import { FormDialog } from "../../shared/FormDialog.tsx";
import { ReasonField } from "../../shared/reason/ReasonField.tsx";
import { IdentityFields } from "./IdentityFields.tsx";
import {
  bothChanged,
  detailsOf,
  identityFaults,
  type IdentityValues,
  isSame,
  movesText,
  rebased,
  refusedFaults,
  valuesOfIdentity,
} from "./identity-form.ts";

/** What somebody has typed so far, and about which record. */
export interface TypedIdentity {
  readonly values: IdentityValues;
  readonly reason: string;
  /** The record as it was when the answers were given. */
  readonly about: Identity;
}

export interface IdentityDialogProps {
  caseId: CaseId;
  name: string;
  recorded: Identity;
  /** Kept by the page, so that closing the dialog loses nothing. */
  typed: TypedIdentity | undefined;
  onType: (typed: TypedIdentity | undefined) => void;
  onClose: () => void;
}

/** Corrects names, birth date, sex and languages of a person, with a reason. */
export default function IdentityDialog(props: IdentityDialogProps) {
  const { caseId, name, recorded, typed, onType, onClose } = props;
  const me = useMe();
  const [wasKept] = useState(typed !== undefined);
  const now = valuesOfIdentity(recorded);
  const about = typed?.about ?? recorded;
  const before = valuesOfIdentity(about);
  // Somebody else changed the record: what was not touched here follows it.
  const values = typed === undefined ? now : rebased(typed.values, before, now);
  const reason = typed?.reason ?? "";
  const type = (part: Partial<IdentityValues>, why = reason) =>
    onType({ values: { ...(typed?.values ?? now), ...part }, reason: why, about });
  const save = useCommand(trpcClient.people.correctPerson.mutate, {
    onSuccess: async () => {
      toast(words.done(name));
      await queryClient.invalidateQueries();
      onType(undefined);
      onClose();
    },
  });
  const send = (): readonly FieldFault[] => {
    const faults = identityFaults(values, reason);
    if (faults.length === 0)
      save
        .mutateAsync({
          caseId,
          personId: recorded.personId,
          version: recorded.version,
          details: detailsOf(values),
          reason: reason.trim(),
        })
        // Refused: the record as it is now comes up beside what was typed.
        .catch(() => queryClient.invalidateQueries());
    return faults;
  };
  return (
    <FormDialog
      wide
      title={words.title(name)}
      saveText={words.save}
      isSaving={save.isPending}
      onClose={onClose}
      onSave={send}
      faults={save.error ? refusedFaults(failureOf(save.error), me.today) : undefined}
    >
      {(faultOf) => (
        <>
          <p className="muted">
            {me.organization === undefined ? words.lead : words.leadContractor}
          </p>
          {about.version !== recorded.version && <Banner kind="info">{words.changed}</Banner>}
          {wasKept && !isSame(values, now) && (
            <Banner
              kind="info"
              action={
                <Button size="small" onPress={() => onType(undefined)}>
                  {words.reset}
                </Button>
              }
            >
              {words.kept}
            </Banner>
          )}
          <IdentityFields
            values={values}
            recordedNow={bothChanged(values, before, now, me.today)}
            onChange={type}
            faultOf={faultOf}
            underBirthDate={
              values.birthDate !== now.birthDate && (
                <Moves caseId={caseId} personId={recorded.personId} birthDate={values.birthDate} />
              )
            }
          />
          <ReasonField value={reason} onChange={(why) => type({}, why)} faultOf={faultOf} />
        </>
      )}
    </FormDialog>
  );
}

interface MovesProps {
  caseId: CaseId;
  personId: Identity["personId"];
  birthDate: string | undefined;
}

/** What the birth date that stands in the form would move, before anything is saved. */
function Moves({ caseId, personId, birthDate }: MovesProps) {
  const { today } = useMe();
  const preview = useQuery(
    api.people.previewBirthDate.queryOptions({
      caseId,
      personId,
      ...(birthDate !== undefined && { birthDate: birthDate as PlainDate }),
    }),
  );
  return (
    <div role="status" className="stack-small">
      <p className="strong">{words.moves.title}</p>
      {preview.data === undefined ? (
        <p className="muted">
          {preview.error
            ? faultsOfFailure(failureOf(preview.error))[0]?.message
            : words.moves.loading}
        </p>
      ) : (
        <ul>
          {movesText(preview.data, today).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
