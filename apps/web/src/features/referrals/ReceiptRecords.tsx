import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { dates } from "@kinward/wording/en/dates";
import type { ReceiptView } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { serviceName } from "./services.ts";

const words = referrals.receipt;

/** The record of an override: who believes in it, why, on which service it rests, who agreed. */
export function OverrideRecord({ receipt }: { receipt: ReceiptView }) {
  const { today } = useMe();
  const { override } = receipt;
  if (override === undefined) return null;
  const { service } = override;
  const asked = referrals.override;
  return (
    <Card title={words.override}>
      <KeyValue
        layout="list"
        facts={[
          {
            label: asked.fields.believed,
            value: dates.list(
              override.believedBeneficialBy.map((who) => asked.believerOnRecord[who]),
            ),
          },
          { label: asked.fields.reason, value: asked.reasons[override.reason] ?? override.reason },
          ...(service === undefined
            ? []
            : [
                {
                  label: words.restsOn,
                  value: [
                    serviceName(service, today),
                    service.caseNumber === undefined
                      ? service.found
                        ? referrals.approvals.found
                        : referrals.approvals.byHand
                      : words.foundIn(service.caseNumber),
                  ].join(", "),
                },
              ]),
          { label: words.requested, value: override.requestedBy },
          ...(override.approvedBy === undefined
            ? []
            : [{ label: words.approved, value: override.approvedBy }]),
        ]}
      />
    </Card>
  );
}

/** That a referral was withdrawn, why, and what became of its turn. */
export function WithdrawalRecord({ receipt }: { receipt: ReceiptView }) {
  const me = useMe();
  const { withdrawal } = receipt;
  if (withdrawal === undefined) return null;
  const said = referrals.withdraw;
  const { line } = withdrawal;
  return (
    <Card title={said.card}>
      <KeyValue
        layout="list"
        facts={[
          { label: said.on, value: dates.date(withdrawal.on, { today: me.today }) },
          {
            label: said.by,
            value: words.by(
              withdrawal.by,
              dates.moment(withdrawal.at, me.agency.timeZone, { today: me.today }),
            ),
          },
          { label: said.reason.label, value: <span className="pre">{withdrawal.reason}</span> },
          {
            label: said.effect,
            value: line === undefined ? said.counts : said.takenBack(receipt.turn, line.turn),
          },
          ...(line === undefined
            ? []
            : [{ label: said.hash, value: <code className="hash">{line.hash}</code> }]),
        ]}
      />
    </Card>
  );
}
