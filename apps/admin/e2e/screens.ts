import type { CaseId } from "@kinward/domain/kernel";
import { example } from "./effect-fixtures.ts";
import { paths } from "../src/paths.ts";
import { AMES, draftContract, invited, openContract, organizations, worker } from "./fixtures.ts";

/** Every screen of someone who is signed in, by name, with an address that shows it filled. */
export const SCREENS: Readonly<Record<string, string>> = {
  home: paths.home(),
  more: paths.more(),
  areas: paths.areas(),
  area: paths.area(AMES),
  organizations: paths.organizations(),
  "new organization": paths.newOrganization(),
  organization: paths.organization(organizations[0]?.organizationId ?? ("" as never)),
  contractors: paths.contractors(),
  contracts: paths.contracts(),
  "new contract": paths.newContract(),
  contract: paths.contract(openContract.contractId),
  "contract not activated": paths.contract(draftContract.contractId),
  "edit contract": paths.editContract(openContract.contractId),
  starters: paths.starters(),
  holidays: paths.holidays({ profile: "IA_FSRP", year: 2026 }),
  "edit holidays": paths.editHolidays({ profile: "IA_FSRP", year: 2026 }),
  "propose holidays": paths.editHolidays({ profile: "IA_FSRP", year: 2027, propose: "yes" }),
  people: paths.people(),
  invite: paths.invite(),
  person: paths.person(worker.staffId),
  "invited person": paths.person(invited.staffId),
  "edit person": paths.editPerson(worker.staffId),
  offices: paths.offices(),
  fairness: paths.fairness({ area: AMES, year: 2026 }),
  "order review": paths.orderReview({ area: AMES, year: 2026 }),
  simulation: paths.simulation({ area: AMES, tie: "STARTER_FIRST", window: 0, overrides: 5 }),
  settings: paths.settings(),
  setting: paths.setting("initialContactBusinessDays"),
  "setting with a waiting version": paths.setting("rotationScope"),
  "new version of a setting": paths.changeSettings({ key: "resubmissionWindowDays" }),
  "compare policy books": paths.compareBooks({ profile: "IA_FSRP", first: 0, second: 1 }),
  "date workbench": paths.workbench(),
  "date workbench with a case": paths.workbench({
    case: "0190a000-0000-7000-8000-0000000000ca" as CaseId,
  }),
  "date workbench with an example": paths.workbench({ example: example.exampleId, version: 1 }),
  "referral order": paths.rotations(),
  "referral order of an area": paths.rotation(AMES),
  approvals: paths.approvals(),
};
