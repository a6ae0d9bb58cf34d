import { useState } from "react";
import { useRouter } from "@tanstack/react-router";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { Empty } from "@kinward/ui/Empty";
import { ErrorSummary, type FieldFault } from "@kinward/ui/ErrorSummary";
import { Field } from "@kinward/ui/Field";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { UiLink } from "@kinward/ui/UiLink";
import { refusalText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import {
  isAboutOverride,
  OVERRIDE_BELIEVERS,
  type OverrideBeliever,
} from "@kinward/domain/assignment";
import type { Refusal } from "@kinward/domain/kernel";
import type { OverrideTargetView, PriorServicesView } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { Part } from "../shared/Part.tsx";
import { useErrorTitle } from "../shared/use-error-title.ts";
import { OverrideApproval } from "./OverrideApproval.tsx";
import { useReferral } from "./ReferralPages.tsx";
import { recordsOf, serviceDates, serviceName } from "./services.ts";
import { choiceField } from "./SmallTasks.tsx";
import { taskHref } from "./tasks.ts";
import { usePriorServices } from "./use-prior-services.ts";

const words = referrals.override;

/** All that stands against one answer of the override, in one sentence. */
const errorAt = (refusals: readonly Refusal[], field: string): string | undefined => {
  const said = refusals
    .filter((refusal) => refusal.path?.join(".") === `override.${field}`)
    .map((refusal) =>
      refusal.code === "FIELD_REQUIRED"
        ? (words.missing[field] ?? refusalText(codes, refusal))
        : refusalText(codes, refusal),
    );
  return said.length === 0 ? undefined : said.join(". ");
};

/** Asks for the contractor that served the family before (DEC-34). Whose turn it is stands nowhere on it. */
export function AskOverride() {
  const form = useReferral();
  const { content, draftId } = form;
  const router = useRouter();
  const { query, reload } = usePriorServices();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const faults: readonly FieldFault[] = [...new Set(refusals.map((one) => one.path?.[1]))].map(
    (field) => ({
      name: `override.${String(field)}`,
      message: errorAt(refusals, String(field)) ?? "",
    }),
  );
  useErrorTitle(faults.length > 0);
  const toCheck = () => router.history.push(paths.referralCheck(draftId));

  /** Judged by the server at once; only the supervisor's approval may still be missing. */
  async function judge(): Promise<boolean> {
    const checked = await form.recheck();
    const against = (checked?.refusals ?? []).filter(
      (one) => isAboutOverride(one) && one.code !== "SUPERVISOR_APPROVAL_REQUIRED",
    );
    setRefusals(
      content.override === undefined
        ? [{ code: "FIELD_REQUIRED", path: ["override", "target"] }]
        : against,
    );
    return content.override !== undefined && against.length === 0;
  }

  return (
    <div className="page page-narrow">
      <UiLink href={paths.referralCheck(draftId)}>{referrals.tasks.CHECK.title}</UiLink>
      <PageHeader title={words.title} lead={words.lead} />
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void judge().then((holds) => holds && toCheck());
        }}
      >
        <ErrorSummary faults={faults} />
        <Part query={query} skeleton="text" count={6}>
          {(prior) =>
            prior.targets === undefined ? (
              <Card>
                <Empty
                  kind="start"
                  title={words.noArea}
                  action={
                    <LinkButton href={taskHref(draftId, "SERVICE")}>{words.toService}</LinkButton>
                  }
                >
                  {words.noAreaText}
                </Empty>
              </Card>
            ) : (
              <>
                <Questions prior={prior} refusals={refusals} />
                {prior.approval && (
                  <OverrideApproval approval={prior.approval} judge={judge} reload={reload} />
                )}
                <div className="action-bar">
                  <Button type="submit" kind="primary">
                    {words.save}
                  </Button>
                  <Button
                    onPress={() => {
                      form.set(["override"], undefined);
                      toCheck();
                    }}
                  >
                    {words.takeBack}
                  </Button>
                </div>
              </>
            )
          }
        </Part>
      </form>
    </div>
  );
}

function Questions({
  prior,
  refusals,
}: {
  prior: PriorServicesView;
  refusals: readonly Refusal[];
}) {
  const form = useReferral();
  const { today } = useMe();
  const { override } = form.content;
  const targets = prior.targets ?? [];
  const chosen = targets.find((one) => one.organizationId === override?.target);
  const believers = override?.believedBeneficialBy ?? [];
  const believe = (who: OverrideBeliever, on: boolean) =>
    form.set(
      ["override", "believedBeneficialBy"],
      OVERRIDE_BELIEVERS.filter((one) => (one === who ? on : believers.includes(one))),
    );
  if (targets.length === 0)
    return (
      <Card>
        <p>{words.noContractor}</p>
      </Card>
    );
  return (
    <Card>
      <div className="form">
        <RadioGroup
          {...choiceField<string>(form, ["override", "target"])}
          label={words.target}
          error={errorAt(refusals, "target")}
          choices={targets.map((target) => ({
            id: target.organizationId as string,
            label: target.name,
            detail: supportText(form.content, target, today),
          }))}
          onChange={(id) => form.set(["override"], { ...override, target: id, restsOn: undefined })}
        />
        {chosen && <RestsOn target={chosen} refusals={refusals} />}
        <Field
          name="override.believedBeneficialBy"
          label={words.believed}
          error={errorAt(refusals, "believedBeneficialBy")}
        >
          {OVERRIDE_BELIEVERS.map((who) => (
            <CheckboxField
              key={who}
              name={`override.believedBeneficialBy.${who}`}
              label={words.believer[who]}
              value={believers.includes(who)}
              onChange={(on) => believe(who, on)}
            />
          ))}
        </Field>
        <RadioGroup
          {...choiceField<string>(form, ["override", "reason"])}
          label={words.reason}
          error={errorAt(refusals, "reason")}
          choices={prior.reasonCodes.map((id) => ({ id, label: words.reasons[id] ?? id }))}
        />
      </div>
    </Card>
  );
}

/** What speaks for a contractor, service by service. */
const supportText = (
  content: ReturnType<typeof useReferral>["content"],
  target: OverrideTargetView,
  today: string,
): string =>
  target.supports.length === 0
    ? words.unsupported
    : target.supports
        .map(({ ref, by }) => {
          const record = recordsOf(content).find((one) => one.ref === ref);
          const when = serviceDates(record ?? {}, today);
          return by === undefined ? words.served(when) : words.servedBy(by, when);
        })
        .join(". ");

/** The service on which the override rests: asked only where several support the contractor. */
function RestsOn({
  target,
  refusals,
}: {
  target: OverrideTargetView;
  refusals: readonly Refusal[];
}) {
  const form = useReferral();
  const { today } = useMe();
  const records = target.supports.flatMap(
    ({ ref }) => recordsOf(form.content).find((record) => record.ref === ref) ?? [],
  );
  const [only] = records;
  if (records.length > 1)
    return (
      <RadioGroup
        {...choiceField<string>(form, ["override", "restsOn"])}
        label={words.restsOn}
        error={errorAt(refusals, "restsOn")}
        choices={records.map((record) => ({
          id: record.ref ?? "",
          label: serviceName(record, today),
        }))}
      />
    );
  return (
    <Field
      name="override.priorService"
      label={words.restsOnOne}
      error={errorAt(refusals, "priorService")}
    >
      <p>{only === undefined ? words.unsupported : serviceName(only, today)}</p>
      {only === undefined && (
        <div>
          <LinkButton href={taskHref(form.draftId, "PRIOR_SERVICES")}>
            {words.addService}
          </LinkButton>
        </div>
      )}
    </Field>
  );
}
