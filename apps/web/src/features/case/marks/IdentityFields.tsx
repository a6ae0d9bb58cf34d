import type { ReactNode } from "react";
import { Plus, X } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { DateField } from "@kinward/ui/DateField";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { Select } from "@kinward/ui/Select";
import { TextField } from "@kinward/ui/TextField";
import { BIRTH_DATE_KINDS, type PersonName, SEXES } from "@kinward/domain/people";
import { labels } from "@kinward/wording/en/labels";
import { useMe } from "../../../app/me.ts";
import { identity as words } from "../../../messages/en/identity.ts";
import { marks } from "../../../messages/en/marks.ts";
import { referrals } from "../../../messages/en/referrals.ts";
import { LanguagesField } from "../../shared/LanguagesField.tsx";
import type { IdentityField, IdentityValues } from "./identity-form.ts";

const person = referrals.family;
const SEX_CHOICES = [
  ...SEXES.map((id) => ({ id, label: marks.person.sexes[id] })),
  { id: "UNKNOWN" as const, label: words.notRecorded },
];
const NAME_FIELDS = [
  ["given", person.given],
  ["family", person.family],
  ["middle", words.middle],
  ["preferred", person.preferred],
  ["suffix", words.suffix],
] as const;

interface IdentityFieldsProps {
  values: IdentityValues;
  /** What is recorded now, where somebody else changed it too. */
  recordedNow: Readonly<Partial<Record<IdentityField, string>>>;
  onChange: (part: Partial<IdentityValues>) => void;
  faultOf: (name: string) => string | undefined;
  /** What the birth date that is typed does. */
  underBirthDate: ReactNode;
}

/** Who someone is: every answer may be empty, since anything may be unknown. */
export function IdentityFields(props: IdentityFieldsProps) {
  const { values, recordedNow, onChange, faultOf } = props;
  const { today } = useMe();
  const now = (field: IdentityField) => recordedNow[field];
  return (
    <>
      <div className="fields-2">
        {NAME_FIELDS.map(([field, label]) => (
          <TextField
            key={field}
            name={field}
            label={label}
            hint={now(field)}
            width="full"
            autoComplete="off"
            value={values[field]}
            onChange={(text) => onChange({ [field]: text })}
            error={faultOf(field)}
          />
        ))}
      </div>
      <OtherNames
        names={values.otherNames}
        recordedNow={now("otherNames")}
        onChange={(otherNames) => onChange({ otherNames })}
      />
      <DateField
        name="birthDate"
        label={person.birthDate}
        hint={now("birthDate")}
        value={values.birthDate}
        onChange={(birthDate) => onChange({ birthDate })}
        {...(values.birthDateKind === "EXPECTED" ? {} : { maxValue: today })}
        error={faultOf("birthDate")}
      />
      {values.birthDate !== undefined && (
        <SegmentedChoice
          name="birthDateKind"
          label={person.birthDateKind}
          hint={now("birthDateKind")}
          choices={BIRTH_DATE_KINDS.map((id) => ({ id, label: labels.birthDateKind[id] }))}
          value={values.birthDateKind}
          onChange={(birthDateKind) => onChange({ birthDateKind })}
          error={faultOf("birthDateKind")}
        />
      )}
      {props.underBirthDate}
      <Select
        name="sex"
        label={words.sex}
        hint={now("sex")}
        choices={SEX_CHOICES}
        value={values.sex}
        onChange={(sex) => onChange({ sex })}
        error={faultOf("sex")}
      />
      <LanguagesField
        name="languages"
        label={marks.person.languages}
        value={values.languages}
        onChange={(languages) => onChange({ languages })}
        error={faultOf("languages")}
      />
      {now("languages") !== undefined && <p className="muted small">{now("languages")}</p>}
    </>
  );
}

const MOST_NAMES = 20;

interface OtherNamesProps {
  names: readonly PersonName[];
  recordedNow: string | undefined;
  onChange: (names: readonly PersonName[]) => void;
}

/** Former names and other spellings, each with a first and a family name. */
function OtherNames({ names, recordedNow, onChange }: OtherNamesProps) {
  const change = (at: number, part: PersonName) =>
    onChange(names.map((name, index) => (index === at ? { ...name, ...part } : name)));
  return (
    <fieldset className="stack-small">
      <legend className="field-label">{words.otherNames}</legend>
      <p className="muted small">{recordedNow ?? words.otherNamesHint}</p>
      {names.map((name, index) => (
        // Rows have no identity but their place; each is controlled by its value.
        <div key={index} className="fields-2">
          <TextField
            name={`otherNames.${index}.given`}
            label={words.otherGiven(index + 1)}
            width="full"
            autoComplete="off"
            value={name.given ?? ""}
            onChange={(given) => change(index, { given })}
          />
          <TextField
            name={`otherNames.${index}.family`}
            label={words.otherFamily(index + 1)}
            width="full"
            autoComplete="off"
            value={name.family ?? ""}
            onChange={(family) => change(index, { family })}
          />
          <div>
            <Button
              size="small"
              aria-label={words.removeOther([name.given, name.family].filter(Boolean).join(" "))}
              icon={<X size={14} aria-hidden />}
              onPress={() => onChange(names.filter((_, at) => at !== index))}
            >
              {words.remove}
            </Button>
          </div>
        </div>
      ))}
      {names.length < MOST_NAMES && (
        <div>
          <Button
            size="small"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => onChange([...names, {}])}
          >
            {words.addOther}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
