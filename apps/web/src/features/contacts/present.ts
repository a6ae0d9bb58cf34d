import type { ContactReceipt, PersonView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { duties } from "@kinward/wording/en/duties";
import { labels } from "@kinward/wording/en/labels";
import { contacts as words } from "../../messages/en/contacts.ts";

type RuleOf = Parameters<typeof duties.title>[0]["rule"];

/** "Child, 9. Parental home": who the chip stands for, and a note when the day was outside the membership. */
export function personDetail(person: PersonView, today: string, on?: string): string {
  const who = [labels.memberRole[person.role], person.age]
    .filter((part) => part !== undefined)
    .join(", ");
  const where =
    person.living === undefined ? labels.setting.UNKNOWN : labels.setting[person.living.setting];
  const day = (iso: string) => dates.date(iso, { today, style: "day" });
  const outside =
    on !== undefined && person.memberFrom !== undefined && on < person.memberFrom
      ? words.notYetMember(day(person.memberFrom))
      : on !== undefined && person.memberTo !== undefined && on > person.memberTo
        ? words.leftOn(day(person.memberTo))
        : undefined;
  return [`${who}. ${where}`, outside].filter((part) => part !== undefined).join(", ");
}

/** The title of a duty from rule and key. */
export function titleOfKey(rule: string, key: string): string {
  const window = /^WEEK:(\d+)/u.exec(key)?.[1] ?? /^(?:MONTH|PLAN):(\d{4}-\d{2})/u.exec(key)?.[1];
  return duties.title({
    rule: rule as RuleOf,
    window,
    family: key.startsWith("WEEK:") || key.endsWith(":FAMILY"),
  });
}

/** What a contact did, one sentence for each kind of duty: "First face-to-face contact met for Dana and Theo, late." */
export function presentReceipt(
  receipt: ContactReceipt,
  today: string,
  isDepartment: boolean,
): readonly string[] {
  const groups = new Map<
    string,
    { title: string; names: string[]; late: boolean; family: boolean }
  >();
  for (const duty of receipt.settled) {
    const title = titleOfKey(duty.rule, duty.key);
    const id = `${title} ${duty.late}`;
    const group = groups.get(id) ?? {
      title,
      names: [],
      late: duty.late,
      family: duty.subject === "FAMILY",
    };
    if (duty.subject !== "FAMILY") group.names.push(duty.subjectName);
    groups.set(id, group);
  }
  const met = [...groups.values()].map((group) =>
    group.family
      ? words.receipt.metFamily(group.title, group.late)
      : words.receipt.met(group.title, group.names.length, dates.list(group.names), group.late),
  );
  const reopened = receipt.reopened.map((duty) =>
    words.receipt.reopened(
      titleOfKey(duty.rule, duty.key),
      duty.subject === "FAMILY" ? "" : duty.subjectName,
    ),
  );
  const weeks =
    receipt.weeks === undefined
      ? []
      : [
          words.receipt.weeks(
            receipt.weeks.count,
            dates.range(receipt.weeks.from, receipt.weeks.to, { today }),
          ),
        ];
  const all = [...met, ...reopened, ...weeks];
  return all.length > 0
    ? all
    : [isDepartment ? words.receipt.departmentNothing : words.receipt.nothing];
}
