import { newId } from "@kinward/db";
import { plainDate } from "@kinward/domain/kernel";
import type { ADMINISTRATION_ROUTES } from "../../routes/administration.ts";
import type { Inputs } from "./inputs.ts";

const change = () => ({ commandId: newId(), reason: "Test" });
const DAY = plainDate("2027-01-01");
const LATER = plainDate("2027-06-30");
const nothing = () => ({});

export const ADMINISTRATION_INPUTS: Inputs<keyof typeof ADMINISTRATION_ROUTES> = {
  "admin.home": nothing,
  "areas.list": nothing,
  "areas.begin": ({ serviceAreaId }) => ({
    ...change(),
    serviceAreaId,
    subareaName: "North",
    from: DAY,
  }),
  "areas.end": ({ contractAreaId }) => ({ ...change(), contractAreaId, on: DAY }),
  "areas.setCounty": ({ contractAreaId }) => ({
    ...change(),
    contractAreaId,
    county: `County ${newId()}`,
    from: DAY,
  }),
  "areas.endCounty": ({ contractAreaId }) => ({
    ...change(),
    contractAreaId,
    county: "Story",
    to: LATER,
  }),
  "organizations.list": nothing,
  "organizations.save": () => ({
    ...change(),
    name: `Organization ${newId()}`,
    kinds: ["CONTRACTOR"],
  }),
  "organizations.end": ({ organizations }) => ({
    ...change(),
    organizationId: organizations.contractor,
    on: DAY,
  }),
  "contracts.matrix": () => ({ from: DAY, to: LATER }),
  "contracts.save": ({ contractAreaId, organizations }) => ({
    ...change(),
    contractAreaId,
    organizationId: organizations.contractor,
    position: 1,
    from: DAY,
    to: LATER,
    procurementRef: "P-1",
    capacities: [],
    rateCents: 100_000,
  }),
  "contracts.activate": ({ contracts }) => ({ ...change(), contractId: contracts[0] }),
  "contracts.addSubcontractor": ({ contracts, organizations }) => ({
    ...change(),
    contractId: contracts[0],
    organizationId: organizations.contractor,
    from: DAY,
  }),
  "contracts.endSubcontractor": ({ contracts, organizations }) => ({
    ...change(),
    contractId: contracts[0],
    organizationId: organizations.foreignContractor,
    from: DAY,
    to: LATER,
  }),
  "contracts.setStarter": ({ contractAreaId, contracts }) => ({
    ...change(),
    contractAreaId,
    contractId: contracts[0],
    from: DAY,
  }),
  "holidays.year": () => ({ profile: "IA_FSRP", year: 2027 }),
  "holidays.years": () => ({ profile: "IA_FSRP" }),
  "holidays.proposal": () => ({ profile: "IA_FSRP", year: 2028 }),
  "holidays.publish": () => ({
    commandId: newId(),
    profile: "IA_FSRP",
    year: 2030,
    holidays: [{ date: "2030-01-01", name: "New Year's Day" }],
    source: "Test list",
    expectedBook: 0,
  }),
  "settings.list": () => ({ profile: "IA_FSRP" }),
  "staff.list": () => ({ text: "worker" }),
  "staff.get": ({ people }) => ({ staffId: people.worker.staffId }),
  "staff.invite": () => ({
    ...change(),
    name: "New Person",
    email: `${newId()}@kinward.test`,
    roles: ["CASEWORKER"],
    languages: ["en"],
  }),
  "staff.change": ({ people }) => ({
    ...change(),
    staffId: people.otherWorker.staffId,
    roles: ["CASEWORKER"],
    supervisorId: people.otherSupervisor.staffId,
    languages: ["en"],
  }),
  // Of someone who is not there: the people of the world are still needed.
  "staff.end": () => ({ ...change(), staffId: newId(), on: DAY }),
  "staff.resendInvitation": ({ people }) => ({
    commandId: newId(),
    staffId: people.worker.staffId,
  }),
  "offices.list": nothing,
  "offices.save": () => ({ ...change(), name: `Office ${newId()}` }),
  "offices.end": () => ({ ...change(), officeId: newId(), on: DAY }),
  "teams.list": nothing,
  "teams.save": () => ({ ...change(), name: "Team", officeId: newId() }),
  "teams.end": () => ({ ...change(), teamId: newId(), on: DAY }),
  "changes.of": ({ people }) => ({ kind: "STAFF", id: people.worker.staffId }),
};
