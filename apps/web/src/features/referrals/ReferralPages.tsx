import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Skeleton } from "@kinward/ui/Skeleton";
import type { ReferralDraft } from "@kinward/domain/assignment";
import type { DraftId } from "@kinward/domain/kernel";
import type { ReferralCheck } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { referrals as words } from "../../messages/en/referrals.ts";
import type { DraftContent } from "@kinward/domain/drafts";
import { useDraft, type Draft } from "../shared/drafts/use-draft.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { readReferral } from "./read-draft.ts";
import { consistent, familyOf, getIn, setIn, type Key } from "./content.ts";

export interface ReferralForm {
  readonly draftId: DraftId;
  readonly content: ReferralDraft;
  readonly draft: Draft;
  /** Answers one question; `undefined` takes the answer back. */
  set(path: readonly Key[], value: unknown): void;
  replace(content: ReferralDraft): void;
  /** Goes on with what was made of two versions. */
  merged(content: DraftContent): void;
  get(path: readonly Key[]): unknown;
  /** What the server says of the draft as saved last. */
  readonly check: UseQueryResult<ReferralCheck, unknown>;
  /** Asks the server again, once what is typed has arrived there. */
  recheck(): Promise<ReferralCheck | undefined>;
  /** What cannot be sent as it is written, such as a text that is too long. */
  readonly unfit: readonly FieldFault[];
  /** The fault of a field, once the check page was seen: nobody is told off while still writing. */
  faultOf(path: readonly Key[]): string | undefined;
  showFaults(): void;
}

const Context = createContext<ReferralForm | undefined>(undefined);

export function useReferral(): ReferralForm {
  const form = useContext(Context);
  if (!form) throw new Error("outside a referral");
  return form;
}

const route = getRouteApi("/app/referrals/new/$draftId");

/** One draft over all its pages: what is typed on one is there on the next before the server has it. */
export default function ReferralDraftPages() {
  const { draftId } = route.useParams();
  const draft = useDraft({
    kind: "REFERRAL",
    draftId,
    titleOf: (content) => familyOf(content) ?? words.newReferral,
    onBegun: () => undefined,
  });
  if (!draft.ready)
    return (
      <div className="page page-narrow">
        <Skeleton kind="rows" />
      </div>
    );
  return (
    <Form
      key={draftId}
      draftId={asId(draftId)}
      draft={draft}
      initial={readReferral(draft.initial ?? {})}
    >
      <Outlet />
    </Form>
  );
}

function Form({
  draftId,
  draft,
  initial,
  children,
}: {
  draftId: DraftId;
  draft: Draft;
  initial: ReferralDraft;
  children: ReactNode;
}) {
  const [content, setContent] = useState(initial);
  // Two answers in one event must not lose the first of them.
  const newest = useRef(initial);
  const [shown, setShown] = useState(false);
  const hasContent = Object.keys(content).length > 0;
  const check = useQuery({
    ...api.referrals.check.queryOptions({ draftId }),
    enabled: hasContent && draft.version() > 0,
    staleTime: 0,
  });
  const unfit = useMemo(() => {
    const failure = check.isError ? failureOf(check.error) : undefined;
    return failure?.kind === "INVALID" ? faultsOfFailure(failure) : [];
  }, [check.isError, check.error]);
  const faults = useMemo(() => {
    const refused = faultsOfFailure({ kind: "REFUSED", refusals: check.data?.refusals ?? [] });
    return new Map([...refused, ...unfit].map(({ name = "", message }) => [name, message]));
  }, [check.data, unfit]);

  const replace = (next: ReferralDraft) => {
    newest.current = next;
    setContent(next);
    draft.change(next as Readonly<Record<string, unknown>>);
  };
  const form: ReferralForm = {
    draftId,
    content,
    draft,
    replace,
    merged: (next) => replace(consistent(readReferral(next))),
    set: (path, value) => replace(setIn(newest.current, path, value)),
    get: (path) => getIn(content, path),
    check,
    unfit,
    recheck: async () => {
      await draft.flush();
      return (await check.refetch()).data;
    },
    faultOf: (path) => {
      if (!shown) return undefined;
      const code = check.data?.refusals.find(
        (refusal) => refusal.path?.join(".") === path.join("."),
      )?.code;
      const last = [...path].reverse().find((key) => typeof key === "string");
      return code === "FIELD_REQUIRED" && last !== undefined
        ? (words.missing[last] ?? words.enter)
        : faults.get(path.join("."));
    },
    showFaults: () => setShown(true),
  };
  return <Context value={form}>{children}</Context>;
}
