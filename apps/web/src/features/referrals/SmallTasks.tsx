import { useState } from "react";
import { Card } from "@kinward/ui/Card";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DateField } from "@kinward/ui/DateField";
import { TextArea } from "@kinward/ui/TextArea";
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
  // What was typed comes back when "none known" turns out to be wrong.
  const [kept, keep] = useState<unknown>();
  return (
    <Card>
      <div className="form">
        <p>{words.lead}</p>
        <CheckboxField
          name="risks.noneKnown"
          label={words.noneKnown}
          value={noneKnown}
          onChange={(on) => {
            if (on) keep(form.get(["risks", "notes"]));
            form.set(["risks"], on ? { noneKnown: true } : kept && { notes: kept });
          }}
        />
        {!noneKnown && (
          <TextArea {...textField(form, ["risks", "notes"])} label={words.notes} rows={5} />
        )}
      </div>
    </Card>
  );
}
