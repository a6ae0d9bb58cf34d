import type { CaseFile, Contact } from "@kinward/domain/casefile";
import { CONTACT_MODES } from "@kinward/domain/people";
import { FormChips, FormDate, FormPick } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { dayWords } from "../shared/periods.ts";
import { checkRequired } from "../shared/required.ts";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { contactValues, type ContactValues } from "./edit.ts";
import { nameOf } from "./edit-person.ts";
import { workbench } from "./messages.ts";
import { useFactForm } from "./use-fact-form.ts";

const m = workbench.contacts;

interface ContactDialogProps {
  readonly file: CaseFile;
  readonly contact: Contact | undefined;
  readonly onDone: (values: ContactValues) => void;
  readonly onClose: () => void;
}

/** One contact: when, how, with whom. */
export function ContactDialog({ file, contact, onDone, onClose }: ContactDialogProps) {
  const { today } = useMe();
  const form = useFactForm<ContactValues>({
    defaults: contactValues(contact),
    check: (values) => [
      ...checkRequired({ date: values.date, mode: values.mode }, m.missing),
      ...(values.who.length === 0 ? [{ name: "who", message: m.nobody }] : []),
    ],
    onDone,
  });
  return (
    <FormDialog
      form={form}
      title={contact === undefined ? m.addTitle : m.changeTitle(dayWords(contact.date, today))}
      submitText={contact === undefined ? workbench.submitAdd : workbench.submitChange}
      onClose={onClose}
    >
      <FormDate form={form} name="date" label={m.date} />
      <FormPick
        form={form}
        name="mode"
        label={m.mode}
        choices={CONTACT_MODES.map((id) => ({ id, label: labelWords.mode[id] }))}
      />
      <FormChips
        form={form}
        name="who"
        label={m.who}
        choices={file.members.map((member) => ({ id: member.id, label: nameOf(member) }))}
      />
      <FormPick
        form={form}
        name="by"
        label={m.by}
        mark="optional"
        choices={(["CONTRACTOR", "SUBCONTRACTOR", "DEPARTMENT"] as const).map((id) => ({
          id,
          label: m.byWords[id],
        }))}
      />
    </FormDialog>
  );
}
