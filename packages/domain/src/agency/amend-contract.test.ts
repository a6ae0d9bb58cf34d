import { expect, test } from "vitest";
import type { ContractAreaId, ContractId, OrganizationId } from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { decideAmendContract } from "./amend-contract.ts";
import type { Contract } from "./contract.ts";

const contract: Contract = {
  id: "c" as ContractId,
  contractAreaId: "a" as ContractAreaId,
  organizationId: "o" as OrganizationId,
  position: 1,
  from: plainDate("2026-01-01"),
  to: plainDate("2026-12-31"),
  procurementRef: "P",
  capacities: [],
  rates: [],
  subcontractors: [],
  active: true,
};

test("an activated contract keeps area, organization, position and first day", () => {
  expect(decideAmendContract(contract, { ...contract, to: plainDate("2027-12-31") }).ok).toBe(true);
  expect(decideAmendContract(contract, { ...contract, position: 2 })).toMatchObject({
    refusals: [{ code: "INVALID_TRANSITION", path: ["position"] }],
  });
  expect(decideAmendContract({ ...contract, active: false }, { ...contract, position: 2 }).ok).toBe(
    true,
  );
});
