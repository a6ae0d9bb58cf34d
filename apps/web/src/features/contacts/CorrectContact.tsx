import { lazy, useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { PageHeader } from "@kinward/ui/PageHeader";
import type { CaseId, WarningCode } from "@kinward/domain/kernel";
import type { ContactReceipt, ContactView } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { contacts as words } from "../../messages/en/contacts.ts";
import { shared } from "../../messages/en/shared.ts";
import { DraftBar } from "../shared/drafts/DraftBar.tsx";
import { useDraft, type Draft } from "../shared/drafts/use-draft.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { Part } from "../shared/Part.tsx";
import { ReasonField } from "../shared/reason/ReasonField.tsx";
import { reasonFaults } from "../shared/reason/use-reason.ts";
import { useValues } from "../shared/use-values.ts";
import { useErrorTitle } from "../shared/use-error-title.ts";
import { ContactFields } from "./ContactFields.tsx";
import { ContactSaved } from "./ContactSaved.tsx";
import {
  CONTACT_FIELDS,
  draftOf,
  ownFaults,
  readDraft,
  replacedBy,
  toInput,
  type ContactValues,
} from "./values.ts";
import { valuesOf } from "./recorded.ts";
import { Warnings, warningsToAccept } from "../shared/Warnings.tsx";

const CompareContact = lazy(() => import("./CompareContact.tsx"));
const route = getRouteApi("/app/cases/$caseId/contacts/$contactId/correct");

/** The same form with the recorded contact in it; a reason is needed, and what stood before is kept. */
export default function CorrectContact() {
  const params = route.useParams();
  const caseId = asId<CaseId>(params.caseId);
  const list = useQuery(api.contacts.list.queryOptions({ caseId }));
  const [receipt, setReceipt] = useState<ContactReceipt>();
  if (list.isError && failureOf(list.error).kind === "NOT_FOUND") return <NoAccess />;
  return (
    <div className="page page-narrow">
      <PageHeader title={words.correct} />
      {receipt ? (
        <ContactSaved receipt={receipt} title={words.receipt.corrected} />
      ) : (
        <Part query={list} skeleton="cards">
          {({ contacts }) => {
            const contact = contacts.find((each) => each.contactId === params.contactId);
            return contact === undefined ? (
              <p>{app.failure.NOT_FOUND}</p>
            ) : (
              <Drafted contact={contact} caseId={caseId} onSaved={setReceipt} />
            );
          }}
        </Part>
      )}
    </div>
  );
}

interface DraftedProps {
  contact: ContactView;
  caseId: CaseId;
  onSaved: (receipt: ContactReceipt) => void;
}

function Drafted({ contact, caseId, onSaved }: DraftedProps) {
  const router = useRouter();
  const draft = useDraft({
    kind: "CONTACT",
    draftId: route.useSearch().draft,
    caseId,
    titleOf: () => words.correct,
    onBegun: (id) =>
      router.history.replace(paths.correctContact(caseId, contact.contactId, { draft: id })),
  });
  if (!draft.ready) return null;
  const recorded = valuesOf(contact, caseId);
  const initial = draft.initial ? { ...recorded, ...readDraft(draft.initial) } : recorded;
  return (
    <CorrectionForm
      key={String(draft.initial !== undefined)}
      initial={initial}
      contact={contact}
      caseId={caseId}
      draft={draft}
      onSaved={onSaved}
    />
  );
}

function CorrectionForm({
  initial,
  contact,
  caseId,
  draft,
  onSaved,
}: DraftedProps & { initial: ContactValues; draft: Draft }) {
  const router = useRouter();
  const [withdrawn, setWithdrawn] = useState(false);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [toAccept, setToAccept] = useState<readonly WarningCode[]>([]);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  useErrorTitle(faults.length > 0);
  const context = useQuery(api.contacts.formContext.queryOptions({ caseId }));
  const correct = useCommand(trpcClient.contacts.correct.mutate);
  // The draft of a correction names the contact: the list of drafts leads back to it.
  const form = useValues(initial, (values) =>
    draft.change({ ...draftOf(values), contactId: contact.contactId }),
  );

  async function save(acceptWarnings: readonly WarningCode[] = []) {
    const { values } = form;
    const own = [...reasonFaults(values.reason), ...(withdrawn ? [] : ownFaults(values))];
    if (own.length > 0) return setFaults(own);
    const fields = withdrawn
      ? { caseId, reason: values.reason, withdrawn: true as const }
      : toInput(values, caseId);
    const input = {
      ...fields,
      contactId: contact.contactId,
      acceptWarnings: [...acceptWarnings],
    };
    if (correct.isPending) return;
    setFaults([]);
    if (!(await draft.flush())) return setFaults([{ message: shared.draft.compareFirst }]);
    try {
      const receipt = await correct.mutateAsync({
        ...input,
        ...(draft.draftId === undefined ? {} : { draftId: draft.draftId }),
      });
      await draft.done();
      void queryClient.invalidateQueries();
      onSaved(receipt);
    } catch (error) {
      const failure = failureOf(error);
      const warnings = warningsToAccept(failure);
      setToAccept(warnings);
      setFaults(warnings.length > 0 ? [] : faultsOfFailure(failure, CONTACT_FIELDS, words.missing));
    }
  }

  return (
    <Form isCard faults={faults} onSubmit={() => void save()}>
      <ReasonField
        value={form.values.reason}
        onChange={(reason) => form.set("reason", reason)}
        faultOf={faultOf}
      />
      <CheckboxField
        name="withdrawn"
        label={words.withdrawn}
        value={withdrawn}
        onChange={setWithdrawn}
      />
      {!withdrawn && (
        <ContactFields
          form={form}
          people={context.data?.case?.people ?? []}
          jointMeetingOpen={false}
          earliestOn={context.data?.case?.earliestOn}
          faultOf={faultOf}
        />
      )}
      <Warnings of={toAccept} isSaving={correct.isPending} onAccept={() => void save(toAccept)} />
      <div className="action-bar">
        <Button type="submit" kind="primary" isPending={correct.isPending} pendingText={app.saving}>
          {words.saveCorrection}
        </Button>
        <DraftBar
          draft={draft}
          Compare={CompareContact}
          onMerged={(content) => form.merge(replacedBy(content))}
          onDiscarded={() => router.history.replace(paths.caseContacts(caseId))}
          onRestored={() =>
            router.history.push(
              paths.correctContact(caseId, contact.contactId, { draft: draft.draftId }),
            )
          }
        />
      </div>
    </Form>
  );
}
