import { lazy, useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DateField } from "@kinward/ui/DateField";
import { ErrorSummary, type FieldFault } from "@kinward/ui/ErrorSummary";
import { PageHeader } from "@kinward/ui/PageHeader";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { Skeleton } from "@kinward/ui/Skeleton";
import { labels } from "@kinward/wording/en/labels";
import { OPENING_BASES, type OpeningBasis } from "@kinward/domain/people";
import type { DraftMember } from "@kinward/domain/assignment";
import type { PlainDate } from "@kinward/domain/kernel";
import { queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { shared } from "../../messages/en/shared.ts";
import { DraftBar } from "../shared/drafts/DraftBar.tsx";
import { useDraft, type Draft } from "../shared/drafts/use-draft.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { useErrorTitle } from "../shared/use-error-title.ts";
import { familyOf, getIn, setIn, type Key } from "./content.ts";
import { FindPerson } from "../shared/people/FindPerson.tsx";
import { MemberList, type MemberForm } from "./MemberFields.tsx";

const CompareReferral = lazy(() => import("./CompareReferral.tsx"));
const words = referrals.begin;
const route = getRouteApi("/app/cases/begin");

interface Content {
  readonly openingBasis?: OpeningBasis;
  readonly openedOn?: PlainDate;
  readonly assignedOn?: PlainDate;
  readonly people?: readonly DraftMember[];
}

/** A Kentucky case is begun without a referral: why, when, and who belongs to it. */
export default function BeginCase() {
  const router = useRouter();
  const draft = useDraft({
    kind: "CASE",
    draftId: route.useSearch().draft,
    titleOf: (content) =>
      familyOf({ family: { members: [...((content as Content).people ?? [])] } }) ?? words.title,
    onBegun: (id) => router.history.replace(paths.beginCase({ draft: id })),
  });
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} lead={words.lead} />
      {draft.ready ? (
        <Form
          key={String(draft.initial !== undefined)}
          draft={draft}
          initial={(draft.initial ?? {}) as Content}
        />
      ) : (
        <Skeleton kind="cards" />
      )}
    </div>
  );
}

function Form({ draft, initial }: { draft: Draft; initial: Content }) {
  const { today } = useMe();
  const router = useRouter();
  const [content, setContent] = useState(initial);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  useErrorTitle(faults.length > 0);
  const begin = useCommand(trpcClient.cases.begin.mutate);
  const faultOf = (path: readonly Key[]) =>
    faults.find((fault) => fault.name === path.join("."))?.message;
  const replace = (next: Content) => {
    setContent(next);
    draft.change(next as Readonly<Record<string, unknown>>);
  };
  const form: MemberForm = {
    get: (path) => getIn(content, path),
    set: (path, value) => replace(setIn(content, path, value)),
    faultOf,
  };
  const people = content.people ?? [];

  async function save() {
    if (begin.isPending) return;
    setFaults([]);
    if (!(await draft.flush())) return setFaults([{ message: shared.draft.compareFirst }]);
    try {
      const begun = await begin.mutateAsync({
        profile: "KY_IN_HOME",
        ...content,
        people: [...people],
      } as never);
      if (draft.draftId !== undefined)
        await trpcClient.drafts.discard
          .mutate({ draftId: draft.draftId, commandId: crypto.randomUUID() } as never)
          .catch(() => undefined);
      await draft.done();
      await queryClient.invalidateQueries();
      router.history.push(paths.case(begun.caseId));
    } catch (error) {
      setFaults(
        faultsOfFailure(failureOf(error), undefined, {}).map((fault) => ({
          ...fault,
          message: wordsFor(fault),
        })),
      );
    }
  }

  const date = (name: "openedOn" | "assignedOn", label: string) => (
    <DateField
      name={name}
      label={label}
      value={content[name]}
      onChange={(value) => form.set([name], value)}
      maxValue={today}
      actions={[{ label: app.today, date: today }]}
      error={faultOf([name])}
    />
  );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary faults={faults} />
      <Card>
        <div className="form">
          <RadioGroup
            name="openingBasis"
            label={words.openingBasis}
            choices={OPENING_BASES.map((id) => ({ id, label: labels.openingBasis[id] }))}
            value={content.openingBasis}
            onChange={(value) => form.set(["openingBasis"], value)}
            error={faultOf(["openingBasis"])}
          />
          {date("openedOn", words.openedOn)}
          {date("assignedOn", words.assignedOn)}
        </div>
      </Card>
      <MemberList
        path={["people"]}
        members={people}
        form={form}
        onRemove={(ref) =>
          form.set(
            ["people"],
            people.filter((person) => person.ref !== ref),
          )
        }
      />
      <FindPerson onAdd={(member) => form.set(["people", people.length], member)} />
      <div className="action-bar">
        <Button type="submit" kind="primary" isPending={begin.isPending} pendingText={app.saving}>
          {words.submit}
        </Button>
        <DraftBar
          draft={draft}
          Compare={CompareReferral}
          onMerged={(merged) => replace(merged as Content)}
          onDiscarded={() => router.history.push(paths.newReferral())}
          onRestored={() => router.history.push(paths.beginCase({ draft: draft.draftId }))}
        />
      </div>
    </form>
  );
}

/** A missing answer in the words of its question. */
const wordsFor = (fault: FieldFault): string => {
  const last = fault.name?.split(".").findLast((part) => !/^\d+$/u.test(part));
  return fault.message === referrals.enter && last !== undefined
    ? (referrals.missing[last] ?? fault.message)
    : fault.message;
};
