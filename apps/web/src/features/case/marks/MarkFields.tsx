import { DateField } from "@kinward/ui/DateField";
import { NumberField } from "@kinward/ui/NumberField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import type { PersonId } from "@kinward/domain/kernel";
import {
  basesOfRole,
  CARETAKER_KINDS,
  FREQUENCY_SOURCES,
  type MarkKind,
  PARENT_KINDS,
  RELATIONSHIP_KINDS,
  SERVICE_PURPOSES,
  SIBLING_KINDS,
} from "@kinward/domain/people";
import type { PersonView } from "@kinward/domain/views";
import { labels } from "@kinward/wording/en/labels";
import { useMe } from "../../../app/me.ts";
import { app } from "../../../messages/en/app.ts";
import { marks } from "../../../messages/en/marks.ts";
import type { MarkValues } from "./mark-form.ts";

const words = marks.form;

export interface MarkFieldsProps {
  kind: MarkKind;
  /** Whose mark it is; absent: the family's. */
  person: PersonView | undefined;
  people: readonly PersonView[];
  values: MarkValues;
  /** Answers that change. Two fields may change at once: one is left while another one is pressed. */
  onChange: (answers: MarkValues) => void;
  faultOf: (name: string) => string | undefined;
  /** A correction may also change what only time brings, such as the last day. */
  isCorrection: boolean;
}

const choices = <Id extends string>(ids: readonly Id[], words: Readonly<Record<Id, string>>) =>
  ids.map((id) => ({ id, label: words[id] }));

/** The questions of one kind of mark. */
export function MarkFields(props: MarkFieldsProps) {
  const { kind, values } = props;
  switch (kind) {
    case "BASIS":
      return <BasisFields {...props} />;
    case "PURPOSE":
      return (
        <>
          <RadioGroup
            {...choice(props, "purpose")}
            label={words.purpose}
            choices={choices(SERVICE_PURPOSES, labels.purpose)}
          />
          <Period {...props} />
        </>
      );
    case "RIGHTS":
      return <RightsFields {...props} />;
    case "RELATIONSHIP":
      return <RelationshipFields {...props} />;
    case "FREQUENCY":
      return (
        <>
          <NumberField
            {...choice(props, "times")}
            label={words.times}
            minValue={1}
            maxValue={values.per === "WEEK" ? 7 : 31}
          />
          <SegmentedChoice
            {...choice(props, "per")}
            label={words.per}
            choices={[
              { id: "WEEK", label: words.week },
              { id: "MONTH", label: words.month },
            ]}
          />
          <RadioGroup
            {...choice(props, "source")}
            label={words.source}
            choices={choices(FREQUENCY_SOURCES, labels.frequencySource)}
          />
          {values.source === "CASE_PLAN" && (
            <Day
              {...props}
              field="approvedOn"
              label={words.approvedOn}
              hint={words.approvedHint}
              isPast
            />
          )}
          <Day {...props} field="from" label={words.from} />
          <Day {...props} field="to" label={words.to} mark="optional" />
        </>
      );
  }
}

/** Value, change and fault of one field. */
function choice<Field extends keyof MarkValues>(
  { values, onChange, faultOf }: MarkFieldsProps,
  field: Field,
) {
  return {
    name: `mark.${field}`,
    value: values[field],
    onChange: (value: MarkValues[Field]) => onChange({ [field]: value }),
    error: faultOf(`mark.${field}`),
  };
}

type DayProps = MarkFieldsProps & {
  field: "from" | "to" | "on" | "approvedOn";
  label: string;
  hint?: string;
  mark?: "optional";
  isPast?: boolean;
};

function Day(props: DayProps) {
  const { today } = useMe();
  const { field, label, hint, mark, isPast } = props;
  return (
    <DateField
      {...choice(props, field)}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(mark === undefined ? {} : { mark })}
      {...(isPast ? { maxValue: today } : {})}
      actions={[{ label: app.today, date: today }]}
    />
  );
}

function Period(props: MarkFieldsProps) {
  return (
    <>
      <Day {...props} field="from" label={words.from} isPast />
      {props.isCorrection && <Day {...props} field="to" label={words.to} mark="optional" isPast />}
    </>
  );
}

function BasisFields(props: MarkFieldsProps) {
  const { person, values } = props;
  const fromLabel =
    values.basis === "CINA"
      ? words.order
      : values.basis === "ABUSE_VICTIM"
        ? words.finding
        : words.from;
  return (
    <>
      <RadioGroup
        {...choice(props, "basis")}
        label={words.basis}
        choices={choices(person === undefined ? [] : basesOfRole(person.role), labels.basis)}
      />
      {values.basis === "ABUSE_VICTIM" && (
        <SegmentedChoice
          {...choice(props, "meetsOpeningCriteria")}
          label={words.meets}
          choices={[
            { id: "YES", label: words.yes },
            { id: "NO", label: words.no },
          ]}
        />
      )}
      {values.basis === "SIBLING" && <SiblingKind {...props} />}
      {values.basis === "CARETAKER" && (
        <RadioGroup
          {...choice(props, "caretakerKind")}
          label={words.caretakerKind}
          choices={choices(CARETAKER_KINDS, labels.caretakerKind)}
        />
      )}
      <Day
        {...props}
        field="from"
        label={fromLabel}
        {...(values.basis === "CINA" ? {} : { mark: "optional" as const })}
        isPast
      />
      {props.isCorrection && <Day {...props} field="to" label={words.to} mark="optional" isPast />}
    </>
  );
}

const SiblingKind = (props: MarkFieldsProps) => (
  <SegmentedChoice
    {...choice(props, "siblingKind")}
    label={words.siblingKind}
    choices={choices(SIBLING_KINDS, labels.siblingKind)}
  />
);

/** Rights of this parent to a child, or to all of them. */
function RightsFields(props: MarkFieldsProps) {
  const children = props.people.filter((one) => one.role === "CHILD");
  return (
    <>
      <RadioGroup
        {...choice(props, "childId")}
        label={words.rights}
        choices={[
          ...children.map((one) => ({ id: one.personId, label: one.name })),
          { id: "ALL" as PersonId | "ALL", label: words.allChildren },
        ]}
      />
      <Day {...props} field="on" label={words.on} isPast />
    </>
  );
}

function RelationshipFields(props: MarkFieldsProps) {
  const { person, people, values } = props;
  return (
    <>
      <RadioGroup
        {...choice(props, "relation")}
        label={words.relation(person?.name ?? "")}
        choices={choices(RELATIONSHIP_KINDS, labels.relationship)}
      />
      {values.relation === "PARENT" && (
        <SegmentedChoice
          {...choice(props, "parentKind")}
          label={words.parentKind}
          choices={choices(PARENT_KINDS, marks.parentKind)}
        />
      )}
      {values.relation === "SIBLING" && <SiblingKind {...props} />}
      <RadioGroup
        {...choice(props, "otherPersonId")}
        label={words.other}
        choices={people
          .filter((one) => one.personId !== person?.personId)
          .map((one) => ({ id: one.personId, label: one.name }))}
      />
      <Day {...props} field="from" label={words.from} mark="optional" isPast />
      {props.isCorrection && <Day {...props} field="to" label={words.to} mark="optional" isPast />}
    </>
  );
}
