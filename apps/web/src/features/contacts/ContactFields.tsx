import type { ReactFormExtendedApi } from "@tanstack/react-form";
import { ChipGroup } from "@kinward/ui/ChipGroup";
import { DateField } from "@kinward/ui/DateField";
import { SearchSelect } from "@kinward/ui/SearchSelect";
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
import { personDetail } from "./present.ts";
import { INTERPRETER_ANSWERS, JOINT_ANSWERS, type ContactValues } from "./values.ts";

const choices = <T extends string>(ids: readonly T[], names: Readonly<Record<T, string>>) =>
  ids.map((id) => ({ id, label: names[id] }));

export interface ContactFieldsProps {
  form: ContactForm;
  people: readonly PersonView[];
  jointMeetingOpen: boolean;
  earliestOn?: string | undefined;
  faultOf: (name: string) => string | undefined;
}
// The form's own type has a parameter for each kind of validator; ours uses none.
export type ContactForm = Pick<
  ReactFormExtendedApi<ContactValues, any, any, any, any, any, any, any, any, any, any, any>,
  "Field" | "Subscribe"
>;

/** The questions of a contact, in the order in which they are answered. */
export function ContactFields({
  form,
  people,
  jointMeetingOpen,
  earliestOn,
  faultOf,
}: ContactFieldsProps) {
  const { today } = useMe();
  return (
    <>
      <form.Field name="mode">
        {(field) => (
          <SegmentedChoice
            name="mode"
            label={words.mode}
            choices={choices(CONTACT_MODES, labels.mode)}
            value={field.state.value}
            onChange={field.handleChange}
            error={faultOf("mode")}
          />
        )}
      </form.Field>
      <form.Field name="date">
        {(field) => (
          <DateField
            name="date"
            label={words.date}
            value={field.state.value}
            onChange={field.handleChange}
            minValue={earliestOn}
            maxValue={today}
            actions={[
              { label: app.today, date: today },
              { label: app.yesterday, date: shiftDate(today, -1) },
            ]}
            error={faultOf("date")}
          />
        )}
      </form.Field>
      <div className="fields-2">
        <form.Field name="start">
          {(field) => (
            <TextField
              name="startsAt"
              label={words.start}
              hint={words.timeHint}
              mark="optional"
              width="short"
              value={field.state.value}
              onChange={field.handleChange}
              error={faultOf("startsAt")}
            />
          )}
        </form.Field>
        <form.Field name="end">
          {(field) => (
            <TextField
              name="endsAt"
              label={words.end}
              hint={words.timeHint}
              mark="optional"
              width="short"
              value={field.state.value}
              onChange={field.handleChange}
              error={faultOf("endsAt") ?? faultOf("minutes")}
            />
          )}
        </form.Field>
      </div>
      <form.Subscribe selector={({ values }) => [values.mode, values.date] as const}>
        {([mode, date]) => (
          <form.Field name="with">
            {(field) => (
              <ChipGroup
                name="with"
                label={mode === "ATTEMPT" ? words.whoTried : words.who}
                choices={people.map((person) => ({
                  id: person.personId as string,
                  label: person.name,
                  detail: personDetail(person, today, date),
                }))}
                value={field.state.value}
                onChange={field.handleChange}
                error={faultOf("with")}
              />
            )}
          </form.Field>
        )}
      </form.Subscribe>
      <form.Field name="place">
        {(field) => (
          <SearchSelect
            name="place"
            label={words.place}
            choices={choices(CONTACT_PLACES, labels.place)}
            value={field.state.value}
            onChange={field.handleChange}
            error={faultOf("place")}
          />
        )}
      </form.Field>
      <form.Field name="interpreter">
        {(field) => (
          <SegmentedChoice
            name="interpreter"
            label={words.interpreter}
            mark="optional"
            choices={choices(INTERPRETER_ANSWERS, labels.interpreterUse)}
            value={field.state.value}
            onChange={field.handleChange}
            error={faultOf("interpreter")}
          />
        )}
      </form.Field>
      {jointMeetingOpen && <JointMeeting form={form} faultOf={faultOf} />}
      <form.Field name="notes">
        {(field) => (
          <TextArea
            name="notes"
            label={words.notes}
            hint={words.notesHint}
            mark="optional"
            rows={6}
            value={field.state.value}
            onChange={field.handleChange}
            error={faultOf("notes")}
          />
        )}
      </form.Field>
    </>
  );
}

/** Asked only for a visit, and only while the joint meeting is still open (CON-5). */
function JointMeeting({ form, faultOf }: Pick<ContactFieldsProps, "form" | "faultOf">) {
  return (
    <form.Subscribe selector={({ values }) => [values.mode, values.joint] as const}>
      {([mode, joint]) =>
        mode === "FACE_TO_FACE" && (
          <>
            <form.Field name="joint">
              {(field) => (
                <SegmentedChoice
                  name="joint"
                  label={words.joint}
                  choices={choices(JOINT_ANSWERS, words.jointAnswers)}
                  value={field.state.value}
                  onChange={field.handleChange}
                  error={faultOf("joint") ?? faultOf("jointMeeting")}
                />
              )}
            </form.Field>
            {joint === "NOT_AVAILABLE" && (
              <form.Field name="jointNote">
                {(field) => (
                  <TextArea
                    name="jointNote"
                    label={words.jointNote}
                    rows={2}
                    value={field.state.value}
                    onChange={field.handleChange}
                    error={faultOf("jointNote") ?? faultOf("jointMeeting.note")}
                  />
                )}
              </form.Field>
            )}
          </>
        )
      }
    </form.Subscribe>
  );
}
