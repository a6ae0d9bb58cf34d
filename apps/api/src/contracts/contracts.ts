import { newId, type Trx } from "@kinward/db";
import {
  activateContract,
  endSubcontractor,
  insertStarter,
  insertSubcontractor,
  loadContracts,
  loadOrganizations,
  loadServiceAreas,
  lockAreas,
  type NamedContract,
  pairWithTurns,
  saveContract,
  setRate,
} from "@kinward/db/admin";
import {
  ActivateContractInput,
  AddSubcontractorInput,
  decideActivateContract,
  decideAddSubcontractor,
  decideAmendContract,
  decideEndSubcontractor,
  decideSaveContract,
  decideSetStarter,
  EndSubcontractorInput,
  SaveContractInput,
  SetStarterInput,
} from "@kinward/domain/agency";
import { type ContractId, maxDate, type OrganizationId } from "@kinward/domain/kernel";
import { router } from "../trpc/base.ts";
import { decided, orNotFound, refused } from "../trpc/failure.ts";
import { command } from "../trpc/procedures.ts";
import { matrix } from "./matrix.ts";

const ok = { ok: true } as const;
const subject = (id: ContractId) => ({ kind: "CONTRACT", id });

const save = command("contracts.save", SaveContractInput, async ({ trx, today }, input) => {
  await lockAreas(trx);
  const areas = (await loadServiceAreas(trx)).flatMap((one) => one.contractAreas);
  orNotFound(areas.find((one) => one.id === input.contractAreaId));
  const organizationName = await nameOf(trx, input.organizationId);
  if (organizationName === undefined)
    throw refused({
      code: "FIELD_REQUIRED",
      path: ["organizationId"],
      params: { of: "organizationId" },
    });
  if (input.contractId !== undefined)
    decided(decideAmendContract(await getContract(trx, input.contractId), input));
  const others = (await loadContracts(trx, { contractAreaId: input.contractAreaId })).filter(
    (one) => one.id !== input.contractId,
  );
  const { value } = decided(decideSaveContract(input, others, today));
  const contractId = input.contractId ?? newId<ContractId>();
  await saveContract(trx, contractId, value);
  if (input.rateCents !== undefined) {
    const isNew = input.contractId === undefined;
    await setRate(
      trx,
      contractId,
      input.rateCents,
      isNew ? value.from : maxDate(today, value.from),
    );
  }
  return {
    result: { contractId },
    subject: subject(contractId),
    params: { organization: organizationName, from: value.from, to: value.to },
  };
});

const activate = command(
  "contracts.activate",
  ActivateContractInput,
  async ({ trx, at }, { contractId }) => {
    const contract = await getContract(trx, contractId);
    decided(decideActivateContract(contract));
    await activateContract(trx, contractId, at);
    return {
      result: ok,
      subject: subject(contractId),
      params: { organization: contract.organizationName },
    };
  },
);

const addSubcontractor = command(
  "contracts.addSubcontractor",
  AddSubcontractorInput,
  async ({ trx }, input) => {
    const contract = await getContract(trx, input.contractId);
    const name = await nameOf(trx, input.organizationId);
    if (name === undefined)
      throw refused({
        code: "FIELD_REQUIRED",
        path: ["organizationId"],
        params: { of: "organizationId" },
      });
    const { organizationId, from, to } = input;
    const { value } = decided(
      decideAddSubcontractor(contract, {
        organizationId,
        from,
        ...(to === undefined ? {} : { to }),
      }),
    );
    await insertSubcontractor(trx, input.contractId, value);
    return {
      result: ok,
      subject: subject(input.contractId),
      params: { organization: contract.organizationName, subcontractor: name, from },
    };
  },
);

const endSubcontractorTerm = command(
  "contracts.endSubcontractor",
  EndSubcontractorInput,
  async ({ trx }, input) => {
    const { contractId, organizationId, to } = input;
    const contract = await getContract(trx, contractId);
    const { value } = decided(decideEndSubcontractor(contract, organizationId, to));
    await endSubcontractor(trx, contractId, organizationId, value.from, to);
    return {
      result: ok,
      subject: subject(contractId),
      params: {
        organization: contract.organizationName,
        subcontractor: (await nameOf(trx, organizationId)) ?? "",
        to,
      },
    };
  },
);

const setStarter = command("contracts.setStarter", SetStarterInput, async ({ trx }, input) => {
  const { contractAreaId, contractId, from } = input;
  const contract = await getContract(trx, contractId);
  const contracts = await loadContracts(trx, { contractAreaId });
  decided(decideSetStarter(input, contracts, await pairWithTurns(trx, contractAreaId)));
  await insertStarter(trx, { contractAreaId, contractId, from });
  return {
    result: ok,
    subject: { kind: "CONTRACT_AREA", id: contractAreaId },
    params: { organization: contract.organizationName, from },
  };
});

/** One contract, after taking the rows of all areas. */
async function getContract(trx: Trx, contractId: ContractId): Promise<NamedContract> {
  await lockAreas(trx);
  return orNotFound((await loadContracts(trx, { contractId }))[0]);
}

const nameOf = async (trx: Trx, organizationId: OrganizationId): Promise<string | undefined> =>
  (await loadOrganizations(trx)).find((one) => one.id === organizationId)?.name;

export const contractsRouter = router({
  matrix,
  save,
  activate,
  addSubcontractor,
  endSubcontractor: endSubcontractorTerm,
  setStarter,
});
