import type { Contact } from "@kinward/domain/casefile";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { ContactDialog } from "./ContactDialog.tsx";
import { withContact } from "./edit.ts";
import { FactList, type FactsProps } from "./FactList.tsx";
import { workbench as m } from "./messages.ts";
import { personName } from "./present.ts";

/** Who was seen, when and how. */
export function ContactsCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const { columns } = m.contacts;
  return (
    <FactList<Contact>
      {...m.contacts}
      action={columns.action}
      rows={file.contacts}
      rowKey={(contact) => contact.id}
      nameOf={(contact) => dayWords(contact.date, today)}
      {...{ file, onChange }}
      without={(contact) => ({ ...file, contacts: file.contacts.filter((one) => one !== contact) })}
      columns={[
        {
          id: "date",
          header: columns.date,
          isRowHeader: true,
          fit: true,
          cell: (contact) => dayWords(contact.date, today),
        },
        {
          id: "mode",
          header: columns.mode,
          fit: true,
          cell: ({ mode, by = "CONTRACTOR" }) => (
            <>
              <div>{labelWords.mode[mode]}</div>
              {by !== "CONTRACTOR" && <div className="muted small">{m.contacts.byWords[by]}</div>}
            </>
          ),
        },
        {
          id: "who",
          header: columns.who,
          cell: (contact) => contact.with.map((id) => personName(file, id)).join(", "),
        },
      ]}
      form={(row, close) => (
        <ContactDialog
          file={file}
          contact={row}
          onDone={(values) => {
            onChange(withContact(file, row, values));
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}
