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
  settings: paths.settings(),
  setting: paths.setting("initialContactBusinessDays"),
};
