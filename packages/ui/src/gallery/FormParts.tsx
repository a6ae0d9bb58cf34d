import { useState } from "react";
import { Button } from "../components/Button.tsx";
import { Card } from "../components/Card.tsx";
import { CheckboxField } from "../components/CheckboxField.tsx";
import { ChipGroup } from "../components/ChipGroup.tsx";
import { DateField } from "../components/DateField.tsx";
import { DraftStatus } from "../components/DraftStatus.tsx";
import { ErrorSummary, type FieldFault } from "../components/ErrorSummary.tsx";
import { Field } from "../components/Field.tsx";
import { Form } from "../components/Form.tsx";
import { NumberField } from "../components/NumberField.tsx";
import { RadioGroup } from "../components/RadioGroup.tsx";
import { SearchField } from "../components/SearchField.tsx";
import { SearchSelect } from "../components/SearchSelect.tsx";
import { SegmentedChoice } from "../components/SegmentedChoice.tsx";
import { Select } from "../components/Select.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { TextField } from "../components/TextField.tsx";
import { TODAY } from "./sample.ts";
import { Section } from "./Section.tsx";

const HOW = [
  { id: "face", label: "Face to face" },
  { id: "video", label: "Video" },
  { id: "phone", label: "Phone" },
  { id: "tried", label: "Tried, not reached" },
];
const SAFETY = [
  { id: "yes", label: "Yes", detail: "You will be asked what happened." },
  { id: "no", label: "No" },
  { id: "notAsked", label: "Not asked" },
];
const WHO = [
  { id: "marisol", label: "Marisol Alvarez", detail: "Mother, 31. Home" },
  { id: "devin", label: "Devin Reed", detail: "Father, 34. Lives elsewhere" },
  { id: "mateo", label: "Mateo Reed", detail: "Child, 9. Home" },
  { id: "jaden", label: "Jaden Alvarez", detail: "Child, 14. PMIC, Cedar Falls" },
];
const PLACES = ["Family home", "Relative’s home", "School", "Office", "Shelter care"].map(
  (label) => ({ id: label, label }),
);
const LANGUAGES = [
  "None needed",
  "American Sign Language",
  "Arabic",
  "Burmese",
  "French",
  "Karen",
  "Spanish",
  "Swahili",
  "Vietnamese",
].map((label) => ({ id: label, label }));

/** Every form field, empty at first; "Save contact" shows the errors. */
export function FormParts() {
  const [how, setHow] = useState<string>();
  const [seenOn, setSeenOn] = useState<string>();
  const [who, setWho] = useState<string[]>([]);
  const [place, setPlace] = useState<string>();
  const [language, setLanguage] = useState<string>();
  const [safety, setSafety] = useState<string>();
  const [minutes, setMinutes] = useState<number>();
  const [phone, setPhone] = useState("");
  const [notes, setNotes] = useState("");
  const [told, setTold] = useState(false);
  const [query, setQuery] = useState("");
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const error = (name: string) => faults.find((fault) => fault.name === name)?.message;

  function check() {
    const found: FieldFault[] = [];
    if (!how) found.push({ name: "how", message: "Select how the contact was made" });
    if (!seenOn) found.push({ name: "seenOn", message: "Enter the date of the contact" });
    if (who.length === 0) found.push({ name: "who", message: "Select who was seen" });
    if (!language) found.push({ name: "language", message: "Select the interpreter, or none" });
    if (!notes) found.push({ name: "notes", message: "Write what happened" });
    if (!told) found.push({ name: "told", message: "Confirm that the family was told" });
    setFaults(found);
  }

  return (
    <Section id="forms" title="Form fields">
      <ErrorSummary faults={faults} />
      <Card title="Log a contact" actions={<DraftStatus state={{ kind: "device" }} />}>
        <Form onSubmit={check}>
          <Field label="Family" name="family">
            <div className="row">
              <span className="strong">Alvarez-Reed</span>
              <span className="muted small">CR-26-01482</span>
              <Button kind="quiet" size="small">
                Change
              </Button>
            </div>
          </Field>
          <SegmentedChoice
            label="How"
            name="how"
            choices={HOW}
            value={how}
            onChange={setHow}
            error={error("how")}
          />
          <DateField
            label="Date"
            name="seenOn"
            mark="required"
            value={seenOn}
            onChange={setSeenOn}
            maxValue={TODAY}
            error={error("seenOn")}
            actions={[
              { label: "Today", date: TODAY },
              { label: "Yesterday", date: "2026-11-19" },
            ]}
          />
          <ChipGroup
            label="Who was seen"
            name="who"
            choices={WHO}
            value={who}
            onChange={setWho}
            error={error("who")}
          />
          <Select
            label="Place"
            name="place"
            mark="optional"
            choices={PLACES}
            value={place}
            onChange={setPlace}
          />
          <SearchSelect
            label="Interpreter"
            name="language"
            hint="The language that was interpreted."
            choices={LANGUAGES}
            value={language}
            onChange={setLanguage}
            error={error("language")}
          />
          <RadioGroup
            label="Any safety concern?"
            name="safety"
            choices={SAFETY}
            value={safety}
            onChange={setSafety}
          />
          <NumberField
            label="Length"
            name="minutes"
            mark="optional"
            unit="minutes"
            minValue={0}
            value={minutes}
            onChange={setMinutes}
          />
          <TextField
            label="Phone number used"
            name="phone"
            mark="optional"
            type="tel"
            autoComplete="off"
            value={phone}
            onChange={setPhone}
          />
          <TextArea
            label="Notes"
            name="notes"
            hint="What you saw and heard; what the family said."
            value={notes}
            onChange={setNotes}
            error={error("notes")}
          />
          <CheckboxField
            label="The family knows that this is recorded"
            name="told"
            hint="Say it in their language."
            value={told}
            onChange={setTold}
            error={error("told")}
          />
          <div className="row">
            <Button type="submit" kind="primary">
              Save contact
            </Button>
            <Button>Save and add another</Button>
          </div>
        </Form>
      </Card>
      <Card label="Other form parts">
        <SearchField label="Filter families" showLabel value={query} onChange={setQuery} />
        <TextField
          label="Case number"
          name="number"
          value="CR-26-01482"
          onChange={() => {}}
          isReadOnly
        />
        <TextField label="Office" name="office" value="" onChange={() => {}} isDisabled />
        <div className="row">
          <DraftStatus state={{ kind: "saved", time: "9:41 am" }} />
          <DraftStatus state={{ kind: "saving" }} />
          <DraftStatus state={{ kind: "device" }} />
          <DraftStatus state={{ kind: "failed", reason: "no connection" }} />
        </div>
      </Card>
    </Section>
  );
}
