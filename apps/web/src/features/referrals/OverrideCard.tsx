import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import type { Refusal } from "@kinward/domain/kernel";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { Part } from "../shared/Part.tsx";
import { stateText } from "./OverrideApproval.tsx";
import { presentProblems } from "./present.ts";
import { useReferral } from "./ReferralPages.tsx";
import { recordsOf, serviceName } from "./services.ts";
import { usePriorServices } from "./use-prior-services.ts";

const words = referrals.override;

/** The override of the referral on the check page: what is asked, what stands against it, and the way without it. */
export function OverrideCard({ refusals }: { refusals: readonly Refusal[] }) {
  const form = useReferral();
  const { content, draftId } = form;
  const me = useMe();
  const { query } = usePriorServices();
  const { override } = content;
  if (override === undefined) return null;
  return (
    <Card title={words.title}>
      <div className="stack">
        {refusals.length > 0 && (
          <div className="stale-note stack-small">
            <p>
              {refusals.every((one) => one.code === "SUPERVISOR_APPROVAL_REQUIRED")
                ? words.waitsText
                : words.refusedText}
            </p>
            <ul className="stack-small">
              {presentProblems(refusals, content).map(({ text }) => (
                <li key={text}>
                  <UiLink href={paths.referralOverride(draftId)}>{text}</UiLink>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Part query={query} skeleton="text" count={4}>
          {({ targets = [], approval }) => {
            const target = targets.find((one) => one.organizationId === override.target);
            const refs = (target?.supports ?? []).map((one) => one.ref);
            const ref = override.restsOn ?? (refs.length === 1 ? refs[0] : undefined);
            const record = recordsOf(content).find((one) => one.ref === ref);
            const at =
              approval?.at === undefined
                ? ""
                : dates.moment(approval.at, me.agency.timeZone, { today: me.today });
            const none = referrals.check.notAnswered;
            return (
              <KeyValue
                layout="list"
                facts={[
                  { label: words.fields.target, value: target?.name ?? none },
                  {
                    label: words.fields.restsOn,
                    value: record === undefined ? none : serviceName(record, me.today),
                  },
                  {
                    label: words.fields.believed,
                    value:
                      dates.list(
                        (override.believedBeneficialBy ?? []).map(
                          (who) => words.believerOnRecord[who],
                        ),
                      ) || none,
                  },
                  {
                    label: words.fields.reason,
                    value:
                      override.reason === undefined
                        ? none
                        : (words.reasons[override.reason] ?? override.reason),
                  },
                  ...(approval === undefined
                    ? []
                    : [{ label: words.fields.approval, value: stateText(approval, at) }]),
                ]}
              />
            );
          }}
        </Part>
        <div className="row">
          <LinkButton href={paths.referralOverride(draftId)}>{words.change}</LinkButton>
          <Button onPress={() => form.set(["override"], undefined)}>{words.takeBack}</Button>
        </div>
      </div>
    </Card>
  );
}
