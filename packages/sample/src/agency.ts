import { type ContractTerm, type ServiceArea, SERVICE_ACTIVITIES } from "@kinward/domain/agency";
import { holidaysByRule } from "@kinward/domain/calendar";
import {
  addMonths,
  type ContractAreaId,
  type ContractId,
  type OfficeId,
  type OrganizationId,
  type PlainDate,
  type ServiceAreaId,
  type StaffId,
  type TeamId,
  yearOf,
} from "@kinward/domain/kernel";
import {
  CASE_PROFILES,
  defaultPolicyBook,
  type CaseProfile,
  type PolicyBook,
} from "@kinward/domain/policy";
import type { Role } from "@kinward/domain/views";
import { canonical, sha256 } from "@kinward/db";
import {
  ADMINISTRATORS,
  AREAS,
  AUDITOR,
  CONTRACTOR_STAFF,
  CONTRACTORS,
  OFFICES,
  SUBCONTRACTORS,
  SUPERVISORS,
  WORKERS,
} from "./agency-facts.ts";
import type { IdMaker } from "./random.ts";
import { type Actor, type Known, momentOf, type Rows } from "./rows.ts";

export interface SampleStaff extends Actor {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly organizationName?: string;
  readonly languages: readonly string[];
}
export interface SampleArea {
  readonly contractAreaId: ContractAreaId;
  readonly serviceAreaId: ServiceAreaId;
  readonly subareaName?: string;
  readonly name: string;
  readonly contracts: readonly ContractTerm[];
  readonly starter: ContractId;
  readonly workers: readonly SampleStaff[];
}
export interface SampleAgency {
  readonly from: PlainDate;
  readonly areas: readonly SampleArea[];
  readonly serviceAreas: readonly ServiceArea[];
  readonly contractors: ReadonlyMap<
    OrganizationId,
    {
      readonly name: string;
      readonly intake: SampleStaff;
      readonly coordinators: readonly SampleStaff[];
    }
  >;
  readonly staff: readonly SampleStaff[];
  readonly books: Readonly<Record<CaseProfile, PolicyBook>>;
}

/** Builds the agency as it was set up two years before the load day, with contracts that run on after it. */
export const makeAgency = (rows: Rows, id: IdMaker, today: PlainDate): SampleAgency => {
  const from = addMonths(today, -25);
  const at = momentOf(from, 9);
  const administratorId = id<StaffId>(at);
  const administrator: Actor = { staffId: administratorId };
  const set = (
    procedure: string,
    kind: string,
    subject: string,
    params: Record<string, string | number> = {},
  ): Known =>
    rows.act(procedure, administrator, at, {
      subject: { kind, id: subject },
      params,
      reason: "First set-up of the sample agency",
    });

  const staff: SampleStaff[] = [];
  const person = (
    name: string,
    mail: string,
    roles: readonly Role[],
    of: {
      organizationId?: OrganizationId;
      organizationName?: string;
      officeId?: OfficeId;
      staffId?: StaffId;
      languages?: readonly string[];
    } = {},
  ): SampleStaff => {
    const staffId = of.staffId ?? id<StaffId>(at);
    const one: SampleStaff = {
      staffId,
      name,
      email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@${mail}.example`,
      roles,
      languages: of.languages ?? ["en"],
      ...(of.organizationId === undefined ? {} : { organizationId: of.organizationId }),
      ...(of.organizationName === undefined ? {} : { organizationName: of.organizationName }),
    };
    const known = set("staff.invite", "STAFF", staffId, { name });
    rows.add("staff", {
      staffId,
      name,
      email: one.email,
      organizationId: one.organizationId ?? null,
      officeId: of.officeId ?? null,
      languages: one.languages,
      ...known,
    });
    for (const role of roles)
      rows.add("staffRole", { staffRoleId: id(at), staffId, role, fromOn: from, ...known });
    staff.push(one);
    return one;
  };

  const administrators = ADMINISTRATORS.map((name, index) =>
    person(name, "dhs", ["ADMINISTRATOR"], index === 0 ? { staffId: administratorId } : {}),
  );
  person(AUDITOR, "dhs", ["AUDITOR"]);

  const workersOfArea = new Map<number, readonly SampleStaff[]>();
  OFFICES.forEach((office, index) => {
    const officeId = id<OfficeId>(at);
    const teamId = id<TeamId>(at);
    rows.add("office", {
      officeId,
      name: office.name,
      county: office.county,
      ...set("offices.save", "OFFICE", officeId, { name: office.name }),
    });
    rows.add("team", {
      teamId,
      officeId,
      name: `${office.name} team`,
      ...set("teams.save", "TEAM", teamId, { name: `${office.name} team` }),
    });
    const supervisor = person(SUPERVISORS[index] ?? "", "dhs", ["SUPERVISOR"], { officeId });
    const workers = (WORKERS[index] ?? []).map((name, n) =>
      person(name, "dhs", ["CASEWORKER"], { officeId, languages: n === 1 ? ["en", "es"] : ["en"] }),
    );
    for (const member of [supervisor, ...workers]) {
      const known = set("staff.change", "STAFF", member.staffId, { name: member.name });
      rows.add("teamMember", {
        teamMemberId: id(at),
        staffId: member.staffId,
        teamId,
        fromOn: from,
        ...known,
      });
      if (member !== supervisor)
        rows.add("supervisorLine", {
          supervisorLineId: id(at),
          staffId: member.staffId,
          supervisorId: supervisor.staffId,
          fromOn: from,
          ...known,
        });
    }
    for (const area of office.areas) workersOfArea.set(area, workers);
  });

  const contractors = new Map<
    OrganizationId,
    { name: string; intake: SampleStaff; coordinators: readonly SampleStaff[] }
  >();
  const organizations = CONTRACTORS.map(({ name, mail }, index) => {
    const organizationId = id<OrganizationId>(at);
    rows.add("organization", {
      organizationId,
      name,
      kinds: ["CONTRACTOR"],
      phone: `515-555-01${10 + index}`,
      email: `office@${mail}.example`,
      ...set("organizations.save", "ORGANIZATION", organizationId, { name }),
    });
    const of = { organizationId, organizationName: name };
    const [head, ...others] = CONTRACTOR_STAFF[index] ?? [];
    const intake = person(head ?? "", mail, ["CONTRACTOR_SUPERVISOR", "INTAKE"], of);
    const coordinators = others.map((one, n) =>
      person(one, mail, ["CARE_COORDINATOR"], {
        ...of,
        languages: n === 0 ? ["en", "es"] : ["en"],
      }),
    );
    for (const one of coordinators)
      rows.add("supervisorLine", {
        supervisorLineId: id(at),
        staffId: one.staffId,
        supervisorId: intake.staffId,
        fromOn: from,
        ...set("staff.change", "STAFF", one.staffId, { name: one.name }),
      });
    contractors.set(organizationId, { name, intake, coordinators });
    return organizationId;
  });
  const subcontractors = SUBCONTRACTORS.map(({ name, of }) => {
    const organizationId = id<OrganizationId>(at);
    rows.add("organization", {
      organizationId,
      name,
      kinds: ["SUBCONTRACTOR"],
      ...set("organizations.save", "ORGANIZATION", organizationId, { name }),
    });
    return { organizationId, of };
  });

  const serviceAreaIds = new Map<string, ServiceAreaId>();
  const until = addMonths(from, 48);
  const areas = AREAS.map((facts, index): SampleArea => {
    let serviceAreaId = serviceAreaIds.get(facts.service);
    if (serviceAreaId === undefined) {
      serviceAreaId = id<ServiceAreaId>(at);
      serviceAreaIds.set(facts.service, serviceAreaId);
      rows.add("serviceArea", {
        serviceAreaId,
        name: facts.service,
        ...set("areas.begin", "SERVICE_AREA", serviceAreaId),
      });
    }
    const contractAreaId = id<ContractAreaId>(at);
    const subareaName = "subarea" in facts ? facts.subarea : undefined;
    const known = set("areas.begin", "CONTRACT_AREA", contractAreaId, { from });
    rows.add("contractArea", {
      contractAreaId,
      serviceAreaId,
      subareaName: subareaName ?? null,
      fromOn: from,
      ...known,
    });
    for (const county of facts.counties.split(" "))
      rows.add("contractAreaCounty", {
        contractAreaCountyId: id(at),
        contractAreaId,
        county: county.replaceAll("_", " "),
        fromOn: from,
        ...known,
      });
    const contracts = facts.pair.map((contractor, place): ContractTerm => {
      const contractId = id<ContractId>(at);
      const organizationId = organizations[contractor] as OrganizationId;
      const position = place === 0 ? 1 : 2;
      const signed = set("contracts.activate", "CONTRACT", contractId, { from, to: until });
      rows.add("contract", {
        contractId,
        contractAreaId,
        organizationId,
        position,
        fromOn: from,
        toOn: until,
        procurementRef: `SAMPLE-${yearOf(from)}-${String(index * 2 + position).padStart(2, "0")}`,
        crisisContact: `800-555-01${String(10 + contractor)}`,
        capacities: [...SERVICE_ACTIVITIES],
        activatedAt: at,
        ...signed,
      });
      rows.add("contractRate", {
        contractRateId: id(at),
        contractId,
        cents: 50_000,
        fromOn: from,
        ...signed,
      });
      const subcontracts = subcontractors.filter((one) => one.of === contractor);
      for (const one of subcontracts)
        rows.add("contractSubcontractor", {
          contractSubcontractorId: id(at),
          contractId,
          organizationId: one.organizationId,
          fromOn: from,
          ...signed,
        });
      return {
        id: contractId,
        organizationId,
        position,
        from,
        to: until,
        subcontractors: subcontracts.map((one) => ({ organizationId: one.organizationId, from })),
      };
    });
    const starter = (contracts[index % 2] as ContractTerm).id;
    rows.add("areaStarter", {
      areaStarterId: id(at),
      contractAreaId,
      contractId: starter,
      fromOn: from,
      ...set("contracts.setStarter", "CONTRACT_AREA", contractAreaId, { from }),
    });
    return {
      contractAreaId,
      serviceAreaId,
      ...(subareaName === undefined ? {} : { subareaName }),
      name: subareaName === undefined ? facts.service : `${facts.service} / ${subareaName}`,
      contracts,
      starter,
      workers: workersOfArea.get(index) ?? [],
    };
  });

  const serviceAreas = [...serviceAreaIds].map(([name, serviceAreaId]): ServiceArea => ({
    id: serviceAreaId,
    name,
    contractAreas: areas
      .filter((area) => area.serviceAreaId === serviceAreaId)
      .map((area) => ({
        id: area.contractAreaId,
        ...(area.subareaName === undefined ? {} : { subareaName: area.subareaName }),
        from,
        counties: [],
      })),
  }));

  const publisher = administrators[0] as SampleStaff;
  const books = Object.fromEntries(
    CASE_PROFILES.map((profile) => {
      const defaults = defaultPolicyBook(profile);
      const years = [yearOf(from), yearOf(from) + 1, yearOf(from) + 2, yearOf(from) + 3].filter(
        (year) => year <= yearOf(today) + 1,
      );
      const book: PolicyBook = {
        ...defaults,
        number: 1,
        publishedAt: at,
        holidayYears:
          profile === "IA_FSRP"
            ? years.map((year) => ({
                year,
                holidays: holidaysByRule(profile, year),
                source: "State office calendar (sample)",
              }))
            : [],
      };
      const known = rows.act("holidays.publish", publisher, at, {
        subject: { kind: "HOLIDAYS", id: `${profile}:${yearOf(from)}` },
        params: { year: yearOf(from) },
        reason: "First policy of the sample agency",
      });
      rows.add("policyBook", {
        profile,
        number: 1,
        digest: sha256(canonical(book)),
        document: book,
        publishedAt: at,
        publishedBy: publisher.staffId,
        commandId: known.commandId,
      });
      return [profile, book];
    }),
  ) as unknown as Record<CaseProfile, PolicyBook>;

  return { from, areas, serviceAreas, contractors, staff, books };
};
