import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { SegmentedChoice } from "@kinward/ui/SegmentedChoice";
import { TextArea } from "@kinward/ui/TextArea";
import { dates } from "@kinward/wording/en/dates";
import type { DraftMember } from "@kinward/domain/assignment";
import type { CaseId } from "@kinward/domain/kernel";
import { queryClient, api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { memberOf, membersOf, removeMember, setIn } from "./content.ts";
import { useReferral } from "./ReferralPages.tsx";
import { LanguagesField } from "../shared/LanguagesField.tsx";
import { FindPerson } from "../shared/people/FindPerson.tsx";
import { MemberList } from "./MemberFields.tsx";
import { useCaseForReferral } from "./queries.ts";
import { textField } from "./SmallTasks.tsx";

const words = referrals.family;
const PATH = ["family", "members"] as const;

/** The first task: the family's case, or a new one; its people, searched before they are added. */
export function FamilyTask() {
  const form = useReferral();
  const { content } = form;
  const members = membersOf(content);
  const interpreter = content.family?.interpreterNeeded;

  const add = (member: DraftMember) => form.set([...PATH, members.length], member);
  /** The people of a known case come with what is recorded of them; each can be taken out. */
  async function takeCase(caseId: CaseId) {
    const known = await queryClient.fetchQuery(
      api.referrals.caseForReferral.queryOptions({ caseId }),
    );
    const fresh = known.people
      .filter((person) => !members.some((member) => member.personId === person.personId))
      .map(memberOf);
    form.replace(setIn(setIn(content, ["caseId"], caseId), PATH, [...members, ...fresh]));
  }

  return (
    <>
      <KnownCase />
      <MemberList
        path={PATH}
        members={members}
        form={form}
        onRemove={(ref) => form.replace(removeMember(content, ref))}
      />
      <FindPerson onAdd={add} onCase={(caseId) => void takeCase(caseId)} />
      <Card>
        <div className="form">
          <LanguagesField
            name="family.languages"
            label={words.familyLanguages}
            value={content.family?.languages ?? []}
            onChange={(languages) => form.set(["family", "languages"], languages)}
            error={form.faultOf(["family", "languages"])}
          />
          <SegmentedChoice
            name="family.interpreterNeeded"
            label={words.interpreter}
            choices={[
              { id: "yes", label: words.yes },
              { id: "no", label: words.no },
            ]}
            value={interpreter === undefined ? undefined : interpreter ? "yes" : "no"}
            onChange={(answer) => form.set(["family", "interpreterNeeded"], answer === "yes")}
            error={form.faultOf(["family", "interpreterNeeded"])}
          />
          <TextArea
            {...textField(form, ["family", "culturalNotes"])}
            label={words.notes}
            hint={words.notesHint}
            mark="optional"
            rows={3}
          />
        </div>
      </Card>
    </>
  );
}

function KnownCase() {
  const form = useReferral();
  const { today } = useMe();
  const known = useCaseForReferral(form.content.caseId).data;
  if (known === undefined) return null;
  return (
    <Card>
      <div className="row row-apart">
        <div>
          <p className="strong">{words.case(known.caseNumber)}</p>
          <p className="muted">
            {known.openedOn === undefined || !known.open
              ? words.caseNotOpen
              : words.caseOpen(dates.date(known.openedOn, { today }))}{" "}
            {known.standingEpisode !== undefined && words.standing}
          </p>
        </div>
        <Button onPress={() => form.set(["caseId"], undefined)}>{words.leaveCase}</Button>
      </div>
    </Card>
  );
}
