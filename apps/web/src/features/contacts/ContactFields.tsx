import { ChipGroup } from "@kinward/ui/ChipGroup";
import { DateField } from "@kinward/ui/DateField";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { TextArea } from "@kinward/ui/TextArea";
import { TextField } from "@kinward/ui/TextField";
import { shiftDate } from "@kinward/ui";
import { labels } from "@kinward/wording/en/labels";
import { CONTACT_MODES, CONTACT_PLACES } from "@kinward/domain/people";
import type { PersonView } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { app } from "../../messages/en/app.ts";
import { contacts as words } from "../../messages/en/contacts.ts";
import type { Values } from "../shared/use-values.ts";
import { personDetail } from "./present.ts";
import { INTERPRETER_ANSWERS, JOINT_ANSWERS, type ContactValues } from "./values.ts";

const choices = <T extends string>(ids: readonly T[], names: Readonly<Record<T, string>>) =>
  ids.map((id) => ({ id, label: names[id] }));

export interface ContactFieldsProps {
  form: Values<ContactValues>;
  people: readonly PersonView[];
  jointMeetingOpen: boolean;
  earliestOn?: string | undefined;
  faultOf: (name: string) => string | undefined;
}

/** The questions of a contact, in the order in which they are answered. */
export function ContactFields(props: ContactFieldsProps) {
  const { form, people, faultOf } = props;
  const { values, set } = form;
  const { today } = useMe();
  return (
    <>
      <SegmentedChoice
        name="mode"
        label={words.mode}
        choices={choices(CONTACT_MODES, labels.mode)}
        value={values.mode}
        onChange={(mode) => set("mode", mode)}
        error={faultOf("mode")}
      />
      <DateField
        name="date"
        label={words.date}
        value={values.date}
        onChange={(date) => set("date", date)}
        minValue={props.earliestOn}
        maxValue={today}
        actions={[
          { label: app.today, date: today },
          { label: app.yesterday, date: shiftDate(today, -1) },
        ]}
        error={faultOf("date")}
      />
      <div className="fields-2">
        <TextField
          name="startsAt"
          label={words.start}
          hint={words.timeHint}
          mark="optional"
          width="short"
          value={values.start}
          onChange={(start) => set("start", start)}
          error={faultOf("startsAt")}
        />
        <TextField
          name="endsAt"
          label={words.end}
          hint={words.timeHint}
          mark="optional"
          width="short"
          value={values.end}
          onChange={(end) => set("end", end)}
          error={faultOf("endsAt") ?? faultOf("minutes")}
        />
      </div>
      <ChipGroup
        name="with"
        label={values.mode === "ATTEMPT" ? words.whoTried : words.who}
        choices={people.map((person) => ({
          id: person.personId as string,
          label: person.name,
          detail: personDetail(person, today, values.date),
        }))}
        value={values.with}
        onChange={(seen) => set("with", seen)}
        error={faultOf("with")}
      />
      <SegmentedChoice
        name="place"
        label={words.place}
        choices={choices(CONTACT_PLACES, labels.place)}
        value={values.place}
        onChange={(place) => set("place", place)}
        error={faultOf("place")}
      />
      <SegmentedChoice
        name="interpreter"
        label={words.interpreter}
        mark="optional"
        choices={choices(INTERPRETER_ANSWERS, labels.interpreterUse)}
        value={values.interpreter}
        onChange={(interpreter) => set("interpreter", interpreter)}
        error={faultOf("interpreter")}
      />
      {props.jointMeetingOpen && values.mode === "FACE_TO_FACE" && (
        <JointMeeting form={form} faultOf={faultOf} />
      )}
      <TextArea
        name="notes"
        label={words.notes}
        hint={words.notesHint}
        mark="optional"
        rows={6}
        value={values.notes}
        onChange={(notes) => set("notes", notes)}
        error={faultOf("notes")}
      />
    </>
  );
}

/** Asked only for a visit, and only while the joint meeting is still open (CON-5). */
function JointMeeting({ form, faultOf }: Pick<ContactFieldsProps, "form" | "faultOf">) {
  const { values, set } = form;
  return (
    <>
      <SegmentedChoice
        name="joint"
        label={words.joint}
        choices={choices(JOINT_ANSWERS, words.jointAnswers)}
        value={values.joint}
        onChange={(joint) => set("joint", joint)}
        error={faultOf("joint") ?? faultOf("jointMeeting")}
      />
      {values.joint === "NOT_AVAILABLE" && (
        <TextArea
          name="jointNote"
          label={words.jointNote}
          rows={2}
          value={values.jointNote}
          onChange={(note) => set("jointNote", note)}
          error={faultOf("jointNote") ?? faultOf("jointMeeting.note")}
        />
      )}
    </>
  );
}
