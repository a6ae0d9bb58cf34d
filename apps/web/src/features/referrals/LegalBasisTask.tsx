import { Card } from "@kinward/ui/Card";
import { ChipGroup } from "@kinward/ui/ChipGroup";
import { DateField } from "@kinward/ui/DateField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { labels } from "@kinward/wording/en/labels";
import { dates } from "@kinward/wording/en/dates";
import {
  ADULT_BASES,
  CARETAKER_KINDS,
  CHILD_BASES,
  OPENING_BASES,
  SIBLING_KINDS,
  type CaretakerKind,
  type MemberBasis,
  type OpeningBasis,
  type SiblingKind,
} from "@kinward/domain/people";
import type { DraftMember } from "@kinward/domain/assignment";
import { useMe } from "../../app/me.ts";
import { app } from "../../messages/en/app.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { memberName, membersOf } from "./content.ts";
import { useReferral } from "./ReferralPages.tsx";
import { choiceField } from "./SmallTasks.tsx";
import { useCaseForReferral } from "./queries.ts";

const words = referrals.legal;
const YES_NO = [
  { id: "yes", label: referrals.family.yes },
  { id: "no", label: referrals.family.no },
] as const;
const fromBoolean = (value: unknown) =>
  value === true ? "yes" : value === false ? "no" : undefined;

/** Why the case is open, and why each person belongs to it. */
export function LegalBasisTask() {
  const form = useReferral();
  const { today } = useMe();
  const known = useCaseForReferral(form.content.caseId).data;
  const members = membersOf(form.content);
  return (
    <>
      <Card>
        <div className="form">
          {known?.open && known.openedOn !== undefined ? (
            <p>
              {words.opened(
                known.caseNumber,
                dates.date(known.openedOn, { today }),
                known.openingBasis === undefined
                  ? ""
                  : labels.openingBasis[known.openingBasis as OpeningBasis],
              )}
            </p>
          ) : (
            <>
              {form.content.service?.serviceType === "SAFETY_PLAN" && (
                <p className="muted">{words.forSafetyPlan}</p>
              )}
              <RadioGroup
                {...choiceField<OpeningBasis>(form, ["legalBasis", "openingBasis"])}
                label={words.openingBasis}
                choices={OPENING_BASES.map((id) => ({ id, label: labels.openingBasis[id] }))}
              />
              <DateField
                {...choiceField(form, ["legalBasis", "openedOn"])}
                label={words.openedOn}
                maxValue={today}
                actions={[{ label: app.today, date: today }]}
              />
            </>
          )}
        </div>
      </Card>
      <Card title={words.bases}>
        {members.length === 0 ? (
          <p className="muted">{words.noPeople}</p>
        ) : (
          <div className="form">
            {members.map((member, index) => (
              <Bases key={member.ref} member={member} index={index} />
            ))}
          </div>
        )}
      </Card>
    </>
  );
}

/** The groups of the policy a person belongs to; each asks what it needs. */
function Bases({ member, index }: { member: DraftMember; index: number }) {
  const form = useReferral();
  const { today } = useMe();
  const name = memberName(member, referrals.family.unnamed);
  const bases = member.bases ?? [];
  const path = ["family", "members", index, "bases"] as const;
  const choices: readonly MemberBasis[] = member.role === "CHILD" ? CHILD_BASES : ADULT_BASES;
  return (
    <div className="form">
      <ChipGroup
        name={path.join(".")}
        label={words.basis(name)}
        choices={choices.map((id) => ({ id, label: labels.basis[id] }))}
        value={bases.flatMap((basis) => basis.basis ?? [])}
        onChange={(chosen) =>
          form.set(
            path,
            chosen.map((basis) => bases.find((each) => each.basis === basis) ?? { basis }),
          )
        }
        error={form.faultOf(path)}
      />
      {bases.map((basis, at) => {
        const field = (key: string) => [...path, at, key];
        return (
          <div key={basis.basis ?? at} className="fields-2">
            {(basis.basis === "ABUSE_VICTIM" ||
              basis.basis === "CINA" ||
              basis.basis === "IN_PLACEMENT") && (
              <DateField
                {...choiceField(form, field("on"))}
                label={words.on[basis.basis]}
                maxValue={today}
              />
            )}
            {basis.basis === "ABUSE_VICTIM" && (
              <SegmentedChoice
                name={field("meetsOpeningCriteria").join(".")}
                label={words.criteria}
                choices={YES_NO}
                value={fromBoolean(basis.meetsOpeningCriteria)}
                onChange={(answer) => form.set(field("meetsOpeningCriteria"), answer === "yes")}
                error={form.faultOf(field("meetsOpeningCriteria"))}
              />
            )}
            {basis.basis === "SIBLING" && (
              <SegmentedChoice
                {...choiceField<SiblingKind>(form, field("siblingKind"))}
                label={words.siblingKind}
                choices={SIBLING_KINDS.map((id) => ({ id, label: labels.siblingKind[id] }))}
              />
            )}
            {basis.basis === "CARETAKER" && (
              <SegmentedChoice
                {...choiceField<CaretakerKind>(form, field("caretakerKind"))}
                label={words.caretakerKind}
                choices={CARETAKER_KINDS.map((id) => ({ id, label: labels.caretakerKind[id] }))}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
