import type { CaseFile, Contact, Member } from "@kinward/domain/casefile";
import type { PlainDate } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { type Column, DataTable } from "@kinward/ui/DataTable";
import { DateField } from "@kinward/ui/DateField";
import { Plus } from "lucide-react";
import { useState } from "react";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { ContactDialog } from "./ContactDialog.tsx";
import {
  type Level,
  levelsOf,
  nameOf,
  serviceOf,
  withContact,
  withLevels,
  withoutPerson,
  withPerson,
  withService,
} from "./edit.ts";
import { LevelDialog } from "./LevelDialog.tsx";
import { workbench as m } from "./messages.ts";
import { PersonDialog } from "./PersonDialog.tsx";
import { personName } from "./present.ts";

interface FactsProps {
  readonly file: CaseFile;
  readonly onChange: (file: CaseFile) => void;
}

/** Everything that the case says, each part with its own small form. */
export function FactCards(props: FactsProps) {
  const { file } = props;
  const more =
    (file.tasksInput?.length ?? 0) +
    (file.householdChanges?.length ?? 0) +
    (file.terminationsOfRights?.length ?? 0);
  return (
    <>
      <ServiceCard {...props} />
      <PeopleCard {...props} />
      <ContactsCard {...props} />
      <LevelsCard {...props} />
      {more > 0 && <p className="muted small">{m.alsoKept(more)}</p>}
    </>
  );
}

function ServiceCard({ file, onChange }: FactsProps) {
  const service = serviceOf(file);
  return (
    <Card title={m.service.title}>
      {service === undefined ? (
        <p>{m.service.several}</p>
      ) : (
        <div className="bench-fields">
          <DateField
            name="effectiveDate"
            label={m.service.effective}
            mark="required"
            value={service.effectiveDate}
            onChange={(day) =>
              onChange(withService(file, { ...service, effectiveDate: day as PlainDate }))
            }
          />
          <DateField
            name="lastServiceDay"
            label={m.service.last}
            mark="optional"
            value={service.lastServiceDay}
            onChange={(day) =>
              onChange(withService(file, { ...service, lastServiceDay: day as PlainDate }))
            }
          />
        </div>
      )}
    </Card>
  );
}

interface ListProps<Row extends object> {
  readonly title: string;
  readonly caption: string;
  readonly add: string;
  readonly empty: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly action: string;
  readonly onAdd: () => void;
  readonly onOpen: (row: Row) => void;
  readonly onRemove: (row: Row) => void;
}

/** A list of facts that can be added to, changed and taken from. */
function FactList<Row extends object>(props: ListProps<Row>) {
  return (
    <Card
      title={props.title}
      flush
      actions={
        <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={props.onAdd}>
          {props.add}
        </Button>
      }
    >
      <DataTable<Row>
        caption={props.caption}
        hideCaption
        rows={props.rows}
        rowKey={props.rowKey}
        cardsUnder={560}
        empty={<p className="card-body muted">{props.empty}</p>}
        columns={[
          ...props.columns,
          {
            id: "action",
            header: props.action,
            hideHeader: true,
            fit: true,
            cell: (row) => (
              <span className="row-actions">
                <Button
                  size="small"
                  aria-label={m.changeOf(props.nameOf(row))}
                  onPress={() => props.onOpen(row)}
                >
                  {m.change}
                </Button>
                <Button
                  size="small"
                  aria-label={m.removeOf(props.nameOf(row))}
                  onPress={() => props.onRemove(row)}
                >
                  {m.remove}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

function PeopleCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const [open, setOpen] = useState<"ADD" | Member>();
  const { columns } = m.people;
  const lives = (member: Member): string =>
    member.living
      .map(({ setting, state, from }) =>
        [
          labelWords.setting[setting],
          ...(state === undefined || state === "IA" ? [] : [state]),
          ...(from === undefined ? [] : [dayWords(from, today)]),
        ].join(", "),
      )
      .join("; ");
  return (
    <>
      <FactList<Member>
        {...m.people}
        action={columns.action}
        rows={file.members}
        rowKey={(member) => member.id}
        nameOf={nameOf}
        onAdd={() => setOpen("ADD")}
        onOpen={setOpen}
        onRemove={(member) => onChange(withoutPerson(file, member.id))}
        columns={[
          { id: "name", header: columns.name, isRowHeader: true, cell: nameOf },
          { id: "role", header: columns.role, cell: ({ role }) => labelWords.memberRole[role] },
          {
            id: "born",
            header: columns.born,
            fit: true,
            cell: ({ dob }) => (dob === undefined ? "" : dayWords(dob, today)),
          },
          { id: "lives", header: columns.lives, cell: lives },
        ]}
      />
      {open !== undefined && (
        <PersonDialog
          member={open === "ADD" ? undefined : open}
          onDone={(values) => {
            onChange(withPerson(file, open === "ADD" ? undefined : open.id, values));
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function ContactsCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const [open, setOpen] = useState<"ADD" | Contact>();
  const { columns } = m.contacts;
  return (
    <>
      <FactList<Contact>
        {...m.contacts}
        action={columns.action}
        rows={file.contacts}
        rowKey={(contact) => contact.id}
        nameOf={(contact) => dayWords(contact.date, today)}
        onAdd={() => setOpen("ADD")}
        onOpen={setOpen}
        onRemove={(contact) =>
          onChange({ ...file, contacts: file.contacts.filter((one) => one !== contact) })
        }
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
      />
      {open !== undefined && (
        <ContactDialog
          file={file}
          contact={open === "ADD" ? undefined : open}
          onDone={(values) => {
            onChange(withContact(file, open === "ADD" ? undefined : open, values));
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function LevelsCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const [open, setOpen] = useState<"ADD" | Level>();
  const { columns } = m.levels;
  const levels = levelsOf(file);
  const subject = (level: Level) =>
    "member" in level ? personName(file, level.member) : m.levels.family;
  const often = ({ times, per = "MONTH" }: Level) => m.levels.often(times, per);
  return (
    <>
      <FactList<Level>
        {...m.levels}
        action={columns.action}
        rows={levels}
        rowKey={(level) => String(levels.indexOf(level))}
        nameOf={(level) => `${subject(level)}, ${often(level)}`}
        onAdd={() => setOpen("ADD")}
        onOpen={setOpen}
        onRemove={(level) =>
          onChange(
            withLevels(
              file,
              levels.filter((one) => one !== level),
            ),
          )
        }
        columns={[
          { id: "subject", header: columns.subject, isRowHeader: true, cell: subject },
          { id: "times", header: columns.times, cell: often },
          {
            id: "source",
            header: columns.source,
            cell: ({ source = "CASE_PLAN" }) => labelWords.frequencySource[source],
          },
          { id: "from", header: columns.from, cell: ({ from }) => dayWords(from, today) },
        ]}
      />
      {open !== undefined && (
        <LevelDialog
          file={file}
          level={open === "ADD" ? undefined : open}
          onDone={(level) => {
            onChange(
              withLevels(
                file,
                open === "ADD"
                  ? [...levels, level]
                  : levels.map((one) => (one === open ? level : one)),
              ),
            );
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
