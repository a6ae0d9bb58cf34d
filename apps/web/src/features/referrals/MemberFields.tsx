import { useEffect, useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DateField } from "@kinward/ui/DateField";
import { PersonName } from "@kinward/ui/PersonName";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { Select } from "@kinward/ui/Select";
import { Tag } from "@kinward/ui/Tag";
import { TextField } from "@kinward/ui/TextField";
import { labels } from "@kinward/wording/en/labels";
import {
  LIVING_SETTINGS,
  MEMBER_ROLES,
  US_STATES,
  type LivingSetting,
  type MemberRole,
} from "@kinward/domain/people";
import type { DraftMember } from "@kinward/domain/assignment";
import { useMe } from "../../app/me.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { stateName } from "../../messages/en/states.ts";
import { memberName, type Key } from "./content.ts";
import { memberDetail } from "./present.ts";
import type { ReferralForm } from "./ReferralPages.tsx";
import { LanguagesField } from "../shared/LanguagesField.tsx";
import { choiceField, textField } from "./SmallTasks.tsx";

const words = referrals.family;
const BIRTH_KINDS = ["EXACT", "ESTIMATED", "EXPECTED"] as const;

/** The part of the form that these fields need: a referral has more, a Kentucky case has less. */
export type MemberForm = Pick<ReferralForm, "get" | "set" | "faultOf">;

export interface MemberListProps {
  path: readonly Key[];
  members: readonly DraftMember[];
  form: MemberForm;
  onRemove: (ref: string) => void;
}

/** The people entered so far; one at a time is open to be changed. */
export function MemberList({ path, members, form, onRemove }: MemberListProps) {
  const [editing, setEditing] = useState<string>();
  const { today } = useMe();
  // Somebody just added still has questions: they open at once, and stay open until Done.
  const unfinished = members.findLast((member) => member.role === undefined)?.ref;
  useEffect(() => {
    if (unfinished !== undefined) setEditing(unfinished);
  }, [unfinished]);
  const faulty = (index: number) =>
    ["given", "role", "birthDate", "living.setting", "living.from"].some(
      (field) => form.faultOf([...path, index, ...field.split(".")]) !== undefined,
    );
  return (
    <Card title={words.members} flush>
      {members.length === 0 ? (
        <p className="card-body muted" data-field={path.join(".")}>
          {form.faultOf(path) === undefined ? (
            words.none
          ) : (
            <span className="field-error">{form.faultOf(path)}</span>
          )}
        </p>
      ) : (
        <ul>
          {members.map((member, index) => {
            const name = memberName(member, words.unnamed);
            const isOpen = editing === member.ref || faulty(index);
            return (
              <li key={member.ref} className="facts-block">
                <div className="row row-apart">
                  <PersonName name={name} detail={memberDetail(member, today)} showInitials />
                  <div className="row">
                    {member.personId !== undefined && <Tag>{words.known}</Tag>}
                    {!isOpen && (
                      <Button
                        size="small"
                        aria-label={words.edit(name)}
                        onPress={() => setEditing(member.ref)}
                      >
                        {referrals.check.change}
                      </Button>
                    )}
                  </div>
                </div>
                {isOpen && (
                  <div className="form people-fields">
                    <MemberFields
                      path={[...path, index]}
                      form={form}
                      isKnown={member.personId !== undefined}
                      kind={member.birthDateKind}
                      birthDate={member.birthDate}
                    />
                    <div className="row">
                      <Button onPress={() => setEditing(undefined)}>{words.done}</Button>
                      <Button kind="danger" onPress={() => onRemove(member.ref)}>
                        {words.remove}
                      </Button>
                    </div>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

interface MemberFieldsProps {
  path: readonly Key[];
  form: MemberForm;
  /** Who is known keeps name and birth date: they are corrected in the person's own record. */
  isKnown: boolean;
  birthDate: string | undefined;
  kind: DraftMember["birthDateKind"] | undefined;
}

function MemberFields({ path, form, isKnown, birthDate, kind }: MemberFieldsProps) {
  const { today } = useMe();
  const at = (...keys: readonly Key[]) => [...path, ...keys];
  const asForm = form as ReferralForm;
  return (
    <>
      {!isKnown && (
        <>
          <div className="fields-2">
            <TextField
              {...textField(asForm, at("given"))}
              label={words.given}
              width="full"
              autoComplete="off"
            />
            <TextField
              {...textField(asForm, at("family"))}
              label={words.family}
              width="full"
              autoComplete="off"
            />
            <TextField
              {...textField(asForm, at("preferred"))}
              label={words.preferred}
              mark="optional"
              width="full"
              autoComplete="off"
            />
          </div>
          <DateField
            {...choiceField(asForm, at("birthDate"))}
            label={words.birthDate}
            hint={words.dateOfBirthUnknown}
            {...(kind === "EXPECTED" ? {} : { maxValue: today })}
          />
          {birthDate !== undefined && (
            <SegmentedChoice
              {...choiceField<(typeof BIRTH_KINDS)[number]>(asForm, at("birthDateKind"))}
              label={words.birthDateKind}
              choices={BIRTH_KINDS.map((id) => ({ id, label: labels.birthDateKind[id] }))}
            />
          )}
        </>
      )}
      <SegmentedChoice
        {...choiceField<MemberRole>(asForm, at("role"))}
        label={words.role}
        choices={MEMBER_ROLES.map((id) => ({ id, label: labels.memberRole[id] }))}
      />
      <Select
        {...choiceField<LivingSetting>(asForm, at("living", "setting"))}
        label={words.setting}
        choices={LIVING_SETTINGS.map((id) => ({ id, label: labels.setting[id] }))}
      />
      <div className="fields-2">
        <SearchSelect
          {...choiceField<string>(asForm, at("living", "state"))}
          label={words.state}
          choices={US_STATES.map((id) => ({ id, label: stateName(id) }))}
        />
        <DateField
          {...choiceField(asForm, at("living", "from"))}
          label={words.from}
          mark="optional"
          maxValue={today}
        />
      </div>
      <TextField
        {...textField(asForm, at("living", "address"))}
        label={words.address}
        mark="optional"
        width="full"
        autoComplete="off"
      />
      <LanguagesField
        name={at("languages").join(".")}
        label={words.languages}
        value={(form.get(at("languages")) as readonly string[] | undefined) ?? []}
        onChange={(value) => form.set(at("languages"), value)}
        error={form.faultOf(at("languages"))}
      />
    </>
  );
}
