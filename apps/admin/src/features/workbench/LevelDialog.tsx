import type { CaseFile, PersonFrequency } from "@kinward/domain/casefile";
import type { PersonId, PlainDate } from "@kinward/domain/kernel";
import { FREQUENCY_SOURCES, type FrequencySource } from "@kinward/domain/people";
import { NumberField } from "@kinward/ui/NumberField";
import { FormDate, FormPick } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { checkRequired } from "../shared/required.ts";
import { labelWords } from "../shared/words.ts";
import type { Level } from "./edit.ts";
import { nameOf } from "./edit-person.ts";
import { endFault } from "./faults.ts";
import { workbench } from "./messages.ts";

const m = workbench.levels;
const FAMILY = "FAMILY";
const MOST = 31;

interface Values {
  subject: string | undefined;
  times: number | undefined;
  per: "WEEK" | "MONTH" | undefined;
  source: FrequencySource | undefined;
  from: PlainDate | undefined;
  to: PlainDate | undefined;
  approvedOn: PlainDate | undefined;
}

interface LevelDialogProps {
  readonly file: CaseFile;
  readonly level: Level | undefined;
  readonly onDone: (level: Level) => void;
  readonly onClose: () => void;
}

const valuesOf = (level: Level | undefined): Values => ({
  subject: level === undefined ? undefined : "member" in level ? level.member : FAMILY,
  times: level?.times,
  per: level === undefined ? undefined : (level.per ?? "MONTH"),
  source: level === undefined ? undefined : (level.source ?? "CASE_PLAN"),
  from: level?.from,
  to: level?.to,
  approvedOn: level?.approvedOn,
});

function levelOf(before: Level | undefined, values: Values): Level {
  const {
    to: _to,
    member: _member,
    approvedOn: _approvedOn,
    ...rest
  } = (before ?? {}) as Partial<PersonFrequency>;
  const { subject, times, per, source, from, to, approvedOn } = values;
  return {
    ...rest,
    times: times as number,
    per: per as "WEEK" | "MONTH",
    source: source as FrequencySource,
    from: from as PlainDate,
    ...(to === undefined ? {} : { to }),
    ...(source !== "CASE_PLAN" || approvedOn === undefined ? {} : { approvedOn }),
    ...(subject === FAMILY ? {} : { member: subject as PersonId }),
  };
}

/** A level of contact that court, worker, meeting or plan has set (CON-1). */
export function LevelDialog({ file, level, onDone, onClose }: LevelDialogProps) {
  const form = useRecordForm<Values, Level>({
    defaults: valuesOf(level),
    check: (values) => {
      const { subject, per, source, from, to, times } = values;
      return [
        ...checkRequired({ subject, per, source, from }, m.missing),
        ...(times === undefined || !Number.isInteger(times) || times < 0 || times > MOST
          ? [{ name: "times", message: m.missing.times }]
          : []),
        ...endFault("to", { from, to }),
      ];
    },
    send: async (values) => ({ ok: true, output: levelOf(level, values) }),
    onDone,
  });
  const [times, setTimes] = form.useValue("times");
  const [source] = form.useValue("source");
  return (
    <FormDialog
      form={form}
      title={level === undefined ? m.addTitle : m.changeTitle}
      submitText={level === undefined ? workbench.submitAdd : workbench.submitChange}
      onClose={onClose}
    >
      <FormPick
        form={form}
        name="subject"
        label={m.subject}
        choices={[
          { id: FAMILY, label: m.family },
          ...file.members.map((member) => ({ id: member.id as string, label: nameOf(member) })),
        ]}
      />
      <NumberField
        name="times"
        label={m.times}
        mark="required"
        error={form.errorOf("times")}
        value={times}
        onChange={setTimes}
      />
      <FormPick
        form={form}
        name="per"
        label={m.per}
        as="segments"
        choices={(["WEEK", "MONTH"] as const).map((id) => ({ id, label: m.perWords[id] }))}
      />
      <FormPick
        form={form}
        name="source"
        label={m.source}
        choices={FREQUENCY_SOURCES.map((id) => ({ id, label: labelWords.frequencySource[id] }))}
      />
      <FormDate form={form} name="from" label={m.from} />
      <FormDate form={form} name="to" label={m.to} mark="optional" />
      {source === "CASE_PLAN" && (
        <FormDate
          form={form}
          name="approvedOn"
          label={m.approved}
          hint={m.approvedHint}
          mark="optional"
        />
      )}
    </FormDialog>
  );
}
