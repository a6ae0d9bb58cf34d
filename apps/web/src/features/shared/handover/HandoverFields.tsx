import { DateField } from "@kinward/ui/DateField";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { TextArea } from "@kinward/ui/TextArea";
import type { StaffId } from "@kinward/domain/kernel";
import { useMe } from "../../../app/me.ts";
import { app } from "../../../messages/en/app.ts";
import { team } from "../../../messages/en/team.ts";
import type { candidateChoices } from "./candidates.ts";

const words = team.handover;

export interface HandoverFieldsProps {
  choices: ReturnType<typeof candidateChoices>;
  staffId: StaffId | undefined;
  onStaff: (staffId: StaffId | undefined) => void;
  from: string | undefined;
  onFrom: (from: string | undefined) => void;
  note: { label: string; hint: string; value: string; onChange: (note: string) => void };
  faultOf: (name: string) => string | undefined;
}

/** Who takes over, from which day on, and what they should know: of one case or of several. */
export function HandoverFields(props: HandoverFieldsProps) {
  const { choices, note, faultOf } = props;
  const { today } = useMe();
  return (
    <>
      <SearchSelect
        name="staffId"
        label={words.to}
        choices={choices}
        value={props.staffId}
        onChange={props.onStaff}
        error={faultOf("staffId")}
        hint={choices.length === 0 ? words.nobody : undefined}
      />
      <DateField
        name="from"
        label={words.from}
        hint={words.fromHint}
        value={props.from}
        onChange={props.onFrom}
        actions={[{ label: app.today, date: today }]}
        error={faultOf("from")}
      />
      <TextArea name="note" mark="optional" rows={4} {...note} error={faultOf("note")} />
    </>
  );
}
