import { SERVICE_ACTIVITIES } from "@kinward/domain/agency";
import type { ContractId } from "@kinward/domain/kernel";
import type { ContractMatrix, ContractView } from "@kinward/domain/views";
import { KeyValue } from "@kinward/ui/KeyValue";
import { showToast } from "@kinward/ui/Toast";
import { paths } from "../../paths.ts";
import { activityWords } from "../shared/code-words.ts";
import { FormChips, FormDate, FormPick, FormReason, FormText } from "../shared/form/fields.tsx";
import { RecordFormView } from "../shared/form/RecordFormView.tsx";
import { type RecordForm, useRecordForm } from "../shared/form/use-record-form.ts";
import { GapWords } from "../shared/GapWords.tsx";
import { useGo } from "../shared/go.tsx";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { areaChoices, organizationChoices } from "./choices.ts";
import { contracts as m } from "./messages.ts";
import {
  centsOf,
  checkContract,
  type ContractValues,
  inputOf,
  othersOf,
  remainingGaps,
  valuesOf,
} from "./present.ts";
import { useOrganizationChoices, useSaveContract } from "./queries.ts";

interface ContractFormProps {
  readonly matrix: ContractMatrix;
  readonly contract?: ContractView;
  /** The area that the link came from. */
  readonly area?: string | undefined;
  readonly back: string;
}

/** Begins a contract, or changes the one given. */
export function ContractForm({ matrix, contract, area, back }: ContractFormProps) {
  const { today } = useMe();
  const go = useGo();
  const send = useSaveContract();
  const others = (values: ContractValues) => othersOf(values, matrix, contract?.contractId);
  const form = useRecordForm<ContractValues, { contractId: ContractId }>({
    defaults: valuesOf(contract, today, area),
    check: (values) => checkContract(values, others(values), today),
    send: (values) => {
      const input = inputOf(values);
      if (input === undefined) throw new Error("sent before its check");
      const rateCents = centsOf(values.rate);
      return send({
        ...(contract === undefined ? {} : { contractId: contract.contractId }),
        ...input,
        capacities: [...input.capacities],
        ...(rateCents === undefined ? {} : { rateCents }),
        reason: values.reason,
      });
    },
    onDone: ({ contractId }) => {
      showToast(contract?.active ? m.form.savedActive : m.form.saved);
      go(paths.contract(contractId));
    },
  });
  return (
    <RecordFormView
      form={form}
      submitText={contract === undefined ? m.form.submitNew : m.form.submit}
      back={back}
    >
      {contract?.active === true ? (
        <FixedFacts contract={contract} />
      ) : (
        <TermFields form={form} matrix={matrix} />
      )}
      <FormDate form={form} name="to" label={m.form.to} />
      <EffectOf form={form} others={others} />
      <FormText
        form={form}
        name="procurementRef"
        label={m.form.procurementRef}
        autoComplete="off"
      />
      <FormText
        form={form}
        name="crisisContact"
        label={m.form.crisisContact}
        hint={m.form.crisisHint}
        type="tel"
        mark="optional"
      />
      <FormChips
        form={form}
        name="capacities"
        label={m.form.capacities}
        hint={m.form.capacitiesHint}
        mark="optional"
        choices={SERVICE_ACTIVITIES.map((activity) => ({
          id: activity,
          label: activityWords[activity],
        }))}
      />
      <FormText
        form={form}
        name="rate"
        label={m.form.rate}
        hint={m.form.rateHint}
        inputMode="decimal"
        width="short"
        mark="optional"
      />
      <FormReason form={form} />
    </RecordFormView>
  );
}

/** What an activated contract keeps: its turns were given for it. */
function FixedFacts({ contract }: { readonly contract: ContractView }) {
  const { today } = useMe();
  return (
    <div className="stack-small">
      <KeyValue
        facts={[
          { label: m.form.area, value: contract.areaName },
          { label: m.form.organization, value: contract.organizationName },
          { label: m.form.position, value: m.positions[contract.position] },
          { label: m.form.from, value: dayWords(contract.from, today) },
        ]}
      />
      <p className="muted small">{m.form.fixed}</p>
    </div>
  );
}

interface TermFieldsProps {
  readonly form: RecordForm<ContractValues>;
  readonly matrix: ContractMatrix;
}

/** Whose contract it is, where and from when: open until it is activated. */
function TermFields({ form, matrix }: TermFieldsProps) {
  const organizations = useOrganizationChoices();
  return (
    <>
      <FormPick
        form={form}
        name="contractAreaId"
        label={m.form.area}
        choices={areaChoices(matrix)}
        as="search"
      />
      <FormPick
        form={form}
        name="organizationId"
        label={m.form.organization}
        hint={m.form.organizationHint}
        choices={organizationChoices(organizations.data?.organizations ?? [], "CONTRACTOR")}
        as="search"
      />
      <FormPick
        form={form}
        name="position"
        label={m.form.position}
        hint={m.form.positionHint}
        choices={[
          { id: "1", label: m.positions[1] },
          { id: "2", label: m.positions[2] },
        ]}
        as="segments"
      />
      <FormDate form={form} name="from" label={m.form.from} />
    </>
  );
}

/** Before it is saved: on which days the area would still lack a contract. */
function EffectOf({
  form,
  others,
}: {
  readonly form: RecordForm<ContractValues>;
  readonly others: (values: ContractValues) => ReturnType<typeof othersOf>;
}) {
  const { today } = useMe();
  const values = form.useAll();
  const input = inputOf(values);
  if (input === undefined || input.to < input.from || input.to < today) return null;
  const gaps = remainingGaps(input, others(values), today);
  return (
    <div className="effect" role="status">
      <p className="strong">{m.form.effect}</p>
      {gaps.length === 0 ? (
        <p>{m.form.effectNone}</p>
      ) : (
        <>
          <p className="muted small">{m.form.effectGaps}</p>
          <GapWords words={gaps} />
        </>
      )}
    </div>
  );
}
