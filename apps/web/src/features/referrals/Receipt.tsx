import { useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { warningText } from "@kinward/wording";
import { codes } from "@kinward/wording/en/codes";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import type { ReferralId } from "@kinward/domain/kernel";
import type { ReceiptView } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { mayRefer, useMe } from "../../app/me.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { Part } from "../shared/Part.tsx";
import { sentenceOf } from "../shared/faults.ts";
import { beginReferral } from "./begin-referral.ts";
import { citeText, methodText, presentWhy } from "./present.ts";
import { OverrideRecord, WithdrawalRecord } from "./ReceiptRecords.tsx";
import { SaveReceipt } from "./SaveReceipt.tsx";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

const words = referrals.receipt;
const route = getRouteApi("/app/referrals/$referralId");

/** Why a case went where it went: shown after submission, and the same ever after. */
export default function Receipt() {
  const referralId = asId<ReferralId>(route.useParams().referralId);
  const receipt = useQuery(
    api.referrals.receipt.queryOptions({ referralId }, { staleTime: 60_000 }),
  );
  if (receipt.isError && ["NOT_FOUND", "INVALID"].includes(failureOf(receipt.error).kind))
    return <NoAccess />;
  return (
    <div className="page page-narrow">
      <PageHeader
        title={words.title}
        actions={
          <span className="row no-print">
            <SaveReceipt referralId={referralId} />
            <Button onPress={() => window.print()} icon={<Printer size={16} aria-hidden />}>
              {words.print}
            </Button>
          </span>
        }
      />
      <Part query={receipt} skeleton="text" count={8}>
        {(data) => <Loaded receipt={data} />}
      </Part>
    </div>
  );
}

function Loaded({ receipt }: { receipt: ReceiptView }) {
  const me = useMe();
  const router = useRouter();
  const [withdraws, setWithdraws] = useState(false);
  const [problem, setProblem] = useState<string>();
  const begin = useMutation({
    mutationFn: () => beginReferral(receipt.caseId),
    onSuccess: (draftId) => router.history.push(paths.referralDraft(draftId)),
    onError: (error) => setProblem(sentenceOf(failureOf(error))),
  });
  const how = words.how[receipt.method] ?? methodText(receipt.method);
  const isOver = receipt.status !== "ASSIGNED" && receipt.status !== "ACTIVE";
  const day = (iso: string) => dates.date(iso, { today: me.today });
  return (
    <>
      <Card>
        <div className="stack">
          <p className="receipt-turn strong">
            {(isOver ? words.went : words.goesTo)(receipt.contractorName, receipt.turn, how)}
          </p>
          <KeyValue
            layout="list"
            facts={[
              ...(receipt.familyName === undefined
                ? []
                : [{ label: referrals.columns.family, value: receipt.familyName }]),
              { label: referrals.columns.number, value: receipt.caseNumber },
              { label: words.status, value: labels.referralStatus[receipt.status] },
              { label: words.area, value: receipt.areaName },
              { label: words.method, value: methodText(receipt.method) },
              { label: words.effective, value: day(receipt.effectiveDate) },
              ...(receipt.initialContactDueOn === undefined
                ? []
                : [{ label: words.firstContact, value: day(receipt.initialContactDueOn) }]),
              {
                label: words.submitted,
                value: words.by(
                  receipt.by,
                  dates.moment(receipt.at, me.agency.timeZone, { today: me.today }),
                ),
              },
            ]}
          />
        </div>
      </Card>
      <WithdrawalRecord receipt={receipt} />
      <OverrideRecord receipt={receipt} />
      {receipt.transferReason !== undefined && (
        <Card title={words.transferred}>
          <p className="pre">{receipt.transferReason}</p>
        </Card>
      )}
      <Card title={words.why}>
        <ul className="stack-small">
          {presentWhy(receipt).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      {receipt.warnings.length > 0 && (
        <Card title={words.warnings}>
          <ul className="stack-small">
            {receipt.warnings.map((warning, at) => (
              <li key={`${warning.code} ${at}`}>{warningText(codes, warning)}</li>
            ))}
          </ul>
        </Card>
      )}
      {!isOver && (
        <Card title={words.next}>
          <p>{words.nextText(receipt.contractorName)}</p>
        </Card>
      )}
      <Card title={words.record}>
        <KeyValue
          layout="list"
          facts={[
            { label: words.cites, value: receipt.cites.map(citeText).join("; ") },
            { label: words.policy, value: receipt.policyNumber },
            ...(receipt.balance === undefined
              ? []
              : [
                  {
                    label: words.balance,
                    value: words.balanceText(
                      receipt.balance.before,
                      receipt.balance.after,
                      receipt.balance.first,
                      receipt.balance.second,
                    ),
                  },
                ]),
            { label: words.hash, value: <code className="hash">{receipt.headHash}</code> },
          ]}
        />
        <p className="muted small">{words.witness}</p>
      </Card>
      <div className="row no-print">
        <LinkButton kind="primary" href={paths.case(receipt.caseId)}>
          {words.openCase}
        </LinkButton>
        {mayRefer(me) && (
          <>
            <Button
              onPress={() => begin.mutate()}
              isPending={begin.isPending}
              pendingText={words.preparing}
            >
              {words.referAgain}
            </Button>
            <LinkButton href={paths.newReferral()}>{words.another}</LinkButton>
          </>
        )}
        {receipt.withdraw && (
          <Button kind="danger" onPress={() => setWithdraws(true)}>
            {referrals.withdraw.open}
          </Button>
        )}
      </div>
      {problem !== undefined && (
        <p role="alert" className="stale-note">
          {problem}
        </p>
      )}
      {withdraws && receipt.withdraw && (
        <WithdrawDialog
          receipt={receipt}
          reverses={receipt.withdraw.reverses}
          onClose={() => setWithdraws(false)}
        />
      )}
    </>
  );
}
