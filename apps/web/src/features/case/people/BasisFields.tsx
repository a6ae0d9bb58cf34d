import { DateField } from "@kinward/ui/DateField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import {
  CARETAKER_KINDS,
  CHILD_BASES,
  SIBLING_KINDS,
  type MemberRole,
} from "@kinward/domain/people";
import { labels } from "@kinward/wording/en/labels";
import { useMe } from "../../../app/me.ts";
import { people } from "../../../messages/en/people.ts";
import type { BasisValues } from "./values.ts";

const words = people.basis;

export interface BasisFieldsProps {
  role: MemberRole | undefined;
  values: BasisValues;
  onChange: (part: BasisValues) => void;
  faultOf: (name: string) => string | undefined;
}

/** Why someone belongs to the case: of a child always, of a caretaker who it is to the family. */
export function BasisFields({ role, values, onChange, faultOf }: BasisFieldsProps) {
  const { today } = useMe();
  if (role === "CARETAKER")
    return (
      <SegmentedChoice
        name="caretakerKind"
        label={words.caretakerKind}
        mark="optional"
        choices={CARETAKER_KINDS.map((id) => ({ id, label: labels.caretakerKind[id] }))}
        value={values.caretakerKind}
        onChange={(caretakerKind) => onChange({ caretakerKind })}
      />
    );
  if (role !== "CHILD") return null;
  const { basis } = values;
  return (
    <>
      <RadioGroup
        name="basis.basis"
        label={words.title}
        choices={CHILD_BASES.map((id) => ({ id, label: labels.basis[id] }))}
        value={basis as (typeof CHILD_BASES)[number] | undefined}
        onChange={(chosen) => onChange({ basis: chosen })}
        error={faultOf("basis.basis")}
      />
      {basis === "SIBLING" && (
        <SegmentedChoice
          name="basis.siblingKind"
          label={words.siblingKind}
          choices={SIBLING_KINDS.map((id) => ({ id, label: labels.siblingKind[id] }))}
          value={values.siblingKind}
          onChange={(siblingKind) => onChange({ siblingKind })}
          error={faultOf("basis.siblingKind")}
        />
      )}
      {(basis === "CINA" || basis === "ABUSE_VICTIM") && (
        <DateField
          name="basis.on"
          label={basis === "CINA" ? words.orderOn : words.findingOn}
          {...(basis === "CINA" ? {} : { mark: "optional" as const })}
          value={values.basisOn}
          onChange={(basisOn) => onChange({ basisOn })}
          maxValue={today}
          error={faultOf("basis.on")}
        />
      )}
      {basis === "ABUSE_VICTIM" && (
        <SegmentedChoice
          name="basis.meetsOpeningCriteria"
          label={words.meets}
          mark="optional"
          choices={[
            { id: "yes", label: words.yes },
            { id: "no", label: words.no },
          ]}
          value={values.meets}
          onChange={(meets) => onChange({ meets })}
        />
      )}
    </>
  );
}
