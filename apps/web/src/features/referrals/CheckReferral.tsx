import { useEffect, useEffectEvent, useState } from "react";
import { useRouter } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { ErrorSummary, type FieldFault } from "@kinward/ui/ErrorSummary";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { UiLink } from "@kinward/ui/UiLink";
import { warningText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import { isAboutOverride, type ReferralDraft } from "@kinward/domain/assignment";
import type { Refusal, WarningCode } from "@kinward/domain/kernel";
import { api, queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { failureText } from "../../app/failure-text.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { shared } from "../../messages/en/shared.ts";
import { Part } from "../shared/Part.tsx";
import { Warnings, warningsToAccept } from "../shared/Warnings.tsx";
import { OverrideCard } from "./OverrideCard.tsx";
import { useReferral } from "./ReferralPages.tsx";
import { unfitAnswers } from "./answers.ts";
import { presentAnswers, presentProblems, type ProblemView } from "./present.ts";
import { useCaseForReferral } from "./queries.ts";
import { ReferralStanding } from "./ReferralStanding.tsx";
import { taskHref } from "./tasks.ts";

const words = referrals.check;

/** All answers on one page, what stands in the way, and the one button that sends. The next turn is not shown to anyone. */
export function CheckReferral() {
  const form = useReferral();
  const { content, draft, draftId, check, recheck, showFaults, unfit } = form;
  const me = useMe();
  const router = useRouter();
  const areas =
    useQuery({ ...api.referrals.options.queryOptions({}), staleTime: 600_000 }).data?.areas ?? [];
  const known = useCaseForReferral(content.caseId).data;
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [toAccept, setToAccept] = useState<readonly WarningCode[]>([]);
  const submit = useCommand(trpcClient.referrals.submit.mutate);

  const onOpen = useEffectEvent(() => {
    showFaults();
    void recheck();
  });
  useEffect(() => onOpen(), []);

  async function send(acceptWarnings: readonly WarningCode[], withOverride = true) {
    if (submit.isPending) return;
    setFaults([]);
    if (!withOverride) form.set(["override"], undefined);
    if (!(await draft.flush())) return setFaults([{ message: shared.draft.compareFirst }]);
    try {
      const { referralId } = await submit.mutateAsync({
        draftId,
        expectedVersion: draft.version(),
        acceptWarnings: [...acceptWarnings],
      });
      await draft.done();
      router.history.push(paths.receipt(referralId));
      void queryClient.invalidateQueries();
    } catch (error) {
      const failure = failureOf(error);
      const warnings = warningsToAccept(failure);
      setToAccept(warnings);
      if (warnings.length > 0) return;
      if (failure.kind === "REFUSED")
        setFaults(
          presentProblems(failure.refusals, content).map(({ text }) => ({ message: text })),
        );
      else if (failure.kind !== "INVALID") setFaults([{ message: failureText(failure) }]);
      void recheck();
    }
  }

  return (
    <div className="page page-narrow">
      <UiLink href={paths.referralDraft(draftId)}>{referrals.tasks.back}</UiLink>
      <PageHeader
        title={words.title}
        lead={content.override === undefined ? words.lead : referrals.override.checkLead}
      />
      <ErrorSummary faults={faults} />
      {draft.conflict && <ReferralStanding />}
      {unfit.length > 0 ? (
        <Problems
          problems={unfitAnswers(unfit, content, { today: me.today, areas, organizations: [] })}
          draftId={draftId}
        />
      ) : (
        <Part query={check} skeleton="text" count={4}>
          {({ refusals, warnings }) => (
            <>
              <Problems problems={presentProblems(blocking(refusals), content)} draftId={draftId} />
              {warnings.length > 0 && (
                <Card title={words.warnings}>
                  <ul className="stack-small">
                    {warnings.map((warning, at) => (
                      <li key={`${warning.code} ${at}`}>{warningText(codes, warning)}</li>
                    ))}
                  </ul>
                </Card>
              )}
              <OverrideCard refusals={refusals.filter(isAboutOverride)} />
              <Card flush>
                <dl>
                  {presentAnswers(content, areas, me.today, known?.caseNumber).map((answer) => (
                    <div key={answer.id} className="answer">
                      <dt className="muted">{answer.label}</dt>
                      <dd className="pre">
                        {answer.value ?? <span className="muted">{words.notAnswered}</span>}
                      </dd>
                      <dd>
                        <UiLink
                          href={taskHref(draftId, answer.task)}
                          aria-label={words.changeOf(answer.label)}
                        >
                          {words.change}
                        </UiLink>
                      </dd>
                    </div>
                  ))}
                </dl>
              </Card>
              <Warnings
                of={toAccept}
                isSaving={submit.isPending}
                onAccept={() => void send(toAccept)}
                acceptText={words.anyway}
              />
              <div className="action-bar">
                <Button
                  kind={refusals.some(isAboutOverride) ? "default" : "primary"}
                  isPending={submit.isPending || check.isFetching}
                  pendingText={words.checking}
                  isDisabled={blocking(refusals).length > 0}
                  onPress={() => void send([], !refusals.some(isAboutOverride))}
                >
                  {submitText(content, refusals)}
                </Button>
                {content.override === undefined && (
                  <LinkButton href={paths.referralOverride(draftId)}>
                    {referrals.override.ask}
                  </LinkButton>
                )}
              </div>
            </>
          )}
        </Part>
      )}
    </div>
  );
}

/** What stands in the way, each with the way to where it is put right. */
function Problems({ problems, draftId }: { problems: readonly ProblemView[]; draftId: string }) {
  if (problems.length === 0) return null;
  return (
    <Card title={words.problems} flush>
      <ul className="link-rows">
        {problems.map(({ text, task }) => (
          <li key={text}>
            <UiLink href={taskHref(draftId, task)}>{text}</UiLink>
            <span className="muted small">{referrals.tasks[task].title}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What stands against the referral itself; an override that is refused only takes itself away (DEC-34). */
const blocking = (refusals: readonly Refusal[]) => refusals.filter((one) => !isAboutOverride(one));

const submitText = (content: ReferralDraft, refusals: readonly Refusal[]): string => {
  if (content.override === undefined) return words.submit;
  return refusals.some(isAboutOverride)
    ? referrals.override.submitWithout
    : referrals.override.submitWith;
};
