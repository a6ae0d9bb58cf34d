import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DateField } from "@kinward/ui/DateField";
import { TextArea } from "@kinward/ui/TextArea";
import { TextField } from "@kinward/ui/TextField";
import { useMe } from "../../app/me.ts";
import { app } from "../../messages/en/app.ts";
import { referrals } from "../../messages/en/referrals.ts";
import type { Key } from "./content.ts";
import { useReferral, type ReferralForm } from "./ReferralPages.tsx";

/** What every field of the form needs to know of its path. */
export const bind = (form: ReferralForm, path: readonly Key[]) => ({
  name: path.join("."),
  error: form.faultOf(path),
});
export const textField = (form: ReferralForm, path: readonly Key[]) => ({
  ...bind(form, path),
  value: (form.get(path) as string | undefined) ?? "",
  onChange: (value: string) => form.set(path, value),
});
export const choiceField = <T extends string>(form: ReferralForm, path: readonly Key[]) => ({
  ...bind(form, path),
  value: form.get(path) as T | undefined,
  onChange: (value: T | undefined) => form.set(path, value),
});

export function EffectiveDateTask() {
  const form = useReferral();
  const { today } = useMe();
  const words = referrals.form;
  const actions = [{ label: app.today, date: today }];
  return (
    <Card>
      <div className="form">
        <DateField
          {...choiceField(form, ["form", "effectiveDate"])}
          label={words.effectiveDate}
          hint={words.effectiveHint}
          actions={actions}
        />
        <DateField
          {...choiceField(form, ["form", "signedOn"])}
          label={words.signedOn}
          actions={actions}
          maxValue={today}
        />
      </div>
    </Card>
  );
}

export function RisksTask() {
  const form = useReferral();
  const words = referrals.risks;
  const noneKnown = form.get(["risks", "noneKnown"]) === true;
  return (
    <Card>
      <div className="form">
        <p>{words.lead}</p>
        <CheckboxField
          name="risks.noneKnown"
          label={words.noneKnown}
          value={noneKnown}
          onChange={(on) => form.set(["risks"], on ? { noneKnown: true } : undefined)}
        />
        {!noneKnown && (
          <TextArea {...textField(form, ["risks", "notes"])} label={words.notes} rows={5} />
        )}
      </div>
    </Card>
  );
}

export function PriorServicesTask() {
  const form = useReferral();
  const words = referrals.prior;
  const records = form.content.priorServices?.records ?? [];
  const noneKnown = form.content.priorServices?.noneKnown === true;
  const at = (index: number, field: string) => ["priorServices", "records", index, field];
  return (
    <Card>
      <div className="form">
        <p>{words.lead}</p>
        {records.length === 0 && (
          <CheckboxField
            name="priorServices.noneKnown"
            label={words.noneKnown}
            value={noneKnown}
            onChange={(on) => form.set(["priorServices"], on ? { noneKnown: true } : undefined)}
          />
        )}
        {records.map((_record, index) => (
          <fieldset key={index} className="form">
            <legend className="strong">{words.record(index + 1)}</legend>
            <TextField
              {...textField(form, at(index, "organizationName"))}
              error={
                form.faultOf(at(index, "organizationId")) ??
                form.faultOf(at(index, "organizationName"))
              }
              label={words.organization}
            />
            <div className="fields-2">
              <DateField {...choiceField(form, at(index, "from"))} label={words.from} />
              <DateField {...choiceField(form, at(index, "to"))} label={words.to} mark="optional" />
            </div>
            <TextArea
              {...textField(form, at(index, "note"))}
              label={words.note}
              mark="optional"
              rows={2}
            />
            <div>
              <Button
                onPress={() =>
                  form.set(
                    ["priorServices", "records"],
                    records.filter((_each, other) => other !== index),
                  )
                }
              >
                {words.remove}
              </Button>
            </div>
          </fieldset>
        ))}
        {!noneKnown && (
          <div>
            <Button onPress={() => form.set(["priorServices", "records"], [...records, {}])}>
              {words.add}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
