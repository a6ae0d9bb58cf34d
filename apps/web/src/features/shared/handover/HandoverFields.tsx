import { DateField } from "@kinward/ui/DateField";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { TextArea } from "@kinward/ui/TextArea";
import { useMe } from "../../../app/me.ts";
import { app } from "../../../messages/en/app.ts";
import { team } from "../../../messages/en/team.ts";
import type { useHandover } from "./use-handover.ts";

const words = team.handover;

export interface HandoverFieldsProps extends Fields {
  /** One note for all; left out where each case has its own. */
  note?: { label: string; hint: string; value: string; onChange: (note: string) => void };
  faultOf: (name: string) => string | undefined;
}
type Fields = ReturnType<typeof useHandover>["fields"];

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
      {note && <TextArea name="note" mark="optional" rows={4} {...note} error={faultOf("note")} />}
    </>
  );
}
