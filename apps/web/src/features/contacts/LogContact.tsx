import { lazy, Suspense, useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Field } from "@kinward/ui/Field";
import { Form } from "@kinward/ui/Form";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Skeleton } from "@kinward/ui/Skeleton";
import { TextArea } from "@kinward/ui/TextArea";
import type { CaseId, WarningCode } from "@kinward/domain/kernel";
import type { ContactReceipt } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { contacts as words } from "../../messages/en/contacts.ts";
import { shared } from "../../messages/en/shared.ts";
import { DraftBar } from "../shared/drafts/DraftBar.tsx";
import { useDraft, type Draft } from "../shared/drafts/use-draft.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { Part } from "../shared/Part.tsx";
import { useValues } from "../shared/use-values.ts";
import { useErrorTitle } from "../shared/use-error-title.ts";
import { ContactFields } from "./ContactFields.tsx";
import { ContactSaved } from "./ContactSaved.tsx";
import {
  CONTACT_FIELDS,
  draftOf,
  jointMeetingOf,
  NOTHING,
  ownFaults,
  readDraft,
  replacedBy,
  toInput,
  type ContactValues,
} from "./values.ts";
import { Warnings, warningsToAccept } from "../shared/Warnings.tsx";

// Most contacts begin on a case or a duty, where the family is known.
const SearchSelect = lazy(() =>
  import("@kinward/ui/SearchSelect").then((part) => ({ default: part.SearchSelect })),
);
const CompareContact = lazy(() => import("./CompareContact.tsx"));
const route = getRouteApi("/app/contacts/new");

/** Records a visit in under a minute; says at once what it satisfied. */
export default function LogContact() {
  const search = route.useSearch();
  const router = useRouter();
  const [saved, setSaved] = useState<{
    receipt: ContactReceipt;
    another: boolean;
    caseId: CaseId;
  }>();
  // Each new form is a form of its own, with its own draft.
  const [round, setRound] = useState(0);
  const again = (caseId: CaseId) => {
    setRound(round + 1);
    router.history.replace(paths.logContact({ caseId }));
  };
  return (
    <div className="page page-narrow">
      <PageHeader title={words.log} />
      {saved && (
        <ContactSaved
          receipt={saved.receipt}
          title={words.receipt.title}
          episodeId={saved.receipt.noticeReady ? episodeOf(saved.caseId) : undefined}
          compact={saved.another}
          onAnother={
            saved.another
              ? undefined
              : () => {
                  again(saved.caseId);
                  setSaved(undefined);
                }
          }
        />
      )}
      {(saved === undefined || saved.another) && (
        <DraftedForm
          key={round}
          caseId={search.caseId}
          draftId={search.draft}
          onSaved={(receipt, another, caseId) => {
            setSaved({ receipt, another, caseId });
            if (another) again(caseId);
          }}
        />
      )}
    </div>
  );
}

/** The form context names the episode; it is in the cache when a contact was just saved. */
const episodeOf = (caseId: CaseId) =>
  queryClient.getQueryData(api.contacts.formContext.queryKey({ caseId }))?.case?.header.episode
    ?.episodeId;

interface DraftedFormProps {
  caseId: string | undefined;
  draftId: string | undefined;
  onSaved: (receipt: ContactReceipt, another: boolean, caseId: CaseId) => void;
}

/** Waits for the draft of the address, then shows the form with what it holds. */
function DraftedForm({ caseId, draftId, onSaved }: DraftedFormProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState(caseId);
  const draft = useDraft({
    kind: "CONTACT",
    draftId,
    caseId: chosen === undefined ? undefined : asId(chosen),
    titleOf: () => words.log,
    onBegun: (id) => router.history.replace(paths.logContact({ caseId: chosen, draft: id })),
  });
  if (!draft.ready) return <Skeleton kind="cards" count={4} />;
  const initial: ContactValues = draft.initial ? readDraft(draft.initial) : { ...NOTHING, caseId };
  return (
    <ContactFormView
      key={String(draft.initial !== undefined)}
      initial={initial}
      draft={draft}
      onCase={setChosen}
      onSaved={onSaved}
    />
  );
}

interface ContactFormViewProps {
  initial: ContactValues;
  draft: Draft;
  onCase: (caseId: string | undefined) => void;
  onSaved: DraftedFormProps["onSaved"];
}

function ContactFormView({ initial, draft, onCase, onSaved }: ContactFormViewProps) {
  const me = useMe();
  const router = useRouter();
  const [caseId, setCaseId] = useState(initial.caseId);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [toAccept, setToAccept] = useState<readonly WarningCode[]>([]);
  const [wasAnother, setAnother] = useState(false);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  useErrorTitle(faults.length > 0);

  const context = useQuery(
    api.contacts.formContext.queryOptions(caseId === undefined ? {} : { caseId: asId(caseId) }),
  );
  const record = useCommand(trpcClient.contacts.record.mutate);
  const form = useValues(initial, (values) => draft.change(draftOf(values)));

  const chooseCase = (id: string | undefined) => {
    setCaseId(id);
    onCase(id);
  };

  async function save(another: boolean, acceptWarnings: readonly WarningCode[] = []) {
    const { values } = form;
    const own = ownFaults(values);
    if (own.length > 0 || values.caseId === undefined) return setFaults(own);
    const id = asId<CaseId>(values.caseId);
    const fields = toInput(values, id);
    const jointMeeting =
      context.data?.case?.jointMeetingOpen && values.mode === "FACE_TO_FACE"
        ? jointMeetingOf(values)
        : undefined;
    const input = {
      ...fields,
      ...(jointMeeting === undefined ? {} : { jointMeeting }),
      acceptWarnings: [...acceptWarnings],
    };
    if (record.isPending) return;
    setFaults([]);
    if (!(await draft.flush())) return setFaults([{ message: shared.draft.compareFirst }]);
    try {
      const receipt = await record.mutateAsync({
        ...input,
        ...(draft.draftId === undefined ? {} : { draftId: draft.draftId }),
      });
      await draft.done();
      setToAccept([]);
      void queryClient.invalidateQueries();
      onSaved(receipt, another, id);
    } catch (error) {
      const failure = failureOf(error);
      const warnings = warningsToAccept(failure);
      setToAccept(warnings);
      setAnother(another);
      setFaults(
        warnings.length > 0 ? [] : faultsOfFailure(named(failure), CONTACT_FIELDS, words.missing),
      );
    }
  }

  const people = context.data?.case?.people ?? [];
  /** Refusals of the domain name people by id. */
  const named = (failure: ReturnType<typeof failureOf>) =>
    failure.kind !== "REFUSED"
      ? failure
      : {
          ...failure,
          refusals: failure.refusals.map((refusal) => {
            const person = people.find((each) => each.personId === refusal.params?.["of"]);
            return person === undefined
              ? refusal
              : { ...refusal, params: { ...refusal.params, name: person.name } };
          }),
        };

  if (context.isError && failureOf(context.error).kind === "NOT_FOUND") return <NoAccess />;
  // Services that ended long ago, for example: said in words instead of a form that cannot be saved.
  if (context.isError && context.data === undefined)
    return (
      <section className="card">
        <Part query={context}>{() => null}</Part>
      </section>
    );
  const { date } = form.values;
  const reasonUpTo = context.data?.case?.reasonUpTo;
  const isOld = date !== undefined && reasonUpTo !== undefined && date <= reasonUpTo;
  return (
    <Form isCard faults={faults} onSubmit={() => void save(false)}>
      <Family
        caseId={form.values.caseId}
        context={context.data}
        error={faultOf("caseId")}
        onChange={(id) => {
          // Those who were seen belong to the family.
          form.merge({ caseId: id, with: [] });
          chooseCase(id);
        }}
      />
      {caseId !== undefined &&
        (context.data?.case ? (
          <>
            {me.organization === undefined && <p className="muted small">{words.department}</p>}
            <ContactFields
              form={form}
              people={people}
              jointMeetingOpen={context.data.case.jointMeetingOpen}
              earliestOn={context.data.case.earliestOn}
              faultOf={faultOf}
            />
            {(isOld || faultOf("reason") !== undefined) && (
              <TextArea
                name="reason"
                label={words.reason}
                hint={words.reasonHint}
                rows={2}
                value={form.values.reason}
                onChange={(reason) => form.set("reason", reason)}
                error={faultOf("reason")}
              />
            )}
          </>
        ) : (
          <Skeleton kind="cards" count={3} />
        ))}
      <Warnings
        of={toAccept}
        isSaving={record.isPending}
        onAccept={() => void save(wasAnother, toAccept)}
      />
      <div className="action-bar">
        <Button type="submit" kind="primary" isPending={record.isPending} pendingText={app.saving}>
          {words.save}
        </Button>
        <Button onPress={() => void save(true)} isDisabled={record.isPending}>
          {words.saveAnother}
        </Button>
        <DraftBar
          draft={draft}
          Compare={CompareContact}
          onMerged={(content) => {
            const values = replacedBy(content);
            form.merge(values);
            if (values.caseId !== caseId) chooseCase(values.caseId);
          }}
          onDiscarded={() => router.history.replace(paths.work())}
          onRestored={() => router.history.push(paths.logContact({ caseId, draft: draft.draftId }))}
        />
      </div>
    </Form>
  );
}

interface FamilyProps {
  caseId: string | undefined;
  context: ContextOf | undefined;
  error: string | undefined;
  onChange: (caseId: string) => void;
}
type ContextOf = Awaited<ReturnType<typeof trpcClient.contacts.formContext.query>>;

/** The family in words once it is known, with a way to change it; a list to search before. */
function Family({ caseId, context, error, onChange }: FamilyProps) {
  const [changing, setChanging] = useState(false);
  const cases = context?.cases ?? [];
  const header = context?.case?.header;
  if (caseId !== undefined && !changing)
    return (
      <Field name="caseId" label={words.family} error={error}>
        <div className="row">
          <span className="strong">{header?.familyName ?? app.loading}</span>
          <span className="muted small">{header?.caseNumber}</span>
          {cases.length > 1 && (
            <Button kind="quiet" size="small" onPress={() => setChanging(true)}>
              {app.change}
            </Button>
          )}
        </div>
      </Field>
    );
  if (context !== undefined && cases.length === 0) return <p>{words.noFamilies}</p>;
  return (
    <Suspense fallback={<Skeleton kind="text" count={1} />}>
      <SearchSelect
        name="caseId"
        label={words.family}
        placeholder={words.chooseFamily}
        choices={cases.map((each) => ({
          id: each.caseId as string,
          label: each.familyName,
          detail: each.caseNumber,
        }))}
        value={caseId}
        onChange={(id) => {
          setChanging(false);
          onChange(id);
        }}
        error={error}
      />
    </Suspense>
  );
}
