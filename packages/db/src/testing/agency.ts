import type {
  ContractAreaId,
  ContractId,
  OrganizationId,
  PlainDate,
  ServiceAreaId,
  StaffId,
} from "@kinward/domain/kernel";
import type { Role } from "@kinward/domain/views";
import type { Database } from "../core/client.ts";
import { newId } from "../core/values.ts";

const day = (text: string): PlainDate => text as PlainDate;

/** An agency with two contractors and some people, as most tests want to find it. */
export interface TestAgency {
  readonly prairie: OrganizationId;
  readonly riverBend: OrganizationId;
  readonly supervisor: StaffId;
  readonly worker: StaffId;
  readonly colleague: StaffId;
  readonly prairieCoordinator: StaffId;
  readonly riverBendCoordinator: StaffId;
  readonly administrator: StaffId;
  readonly areas: readonly TestArea[];
}
export interface TestArea {
  readonly areaId: ContractAreaId;
  readonly contracts: readonly [ContractId, ContractId];
}

const SINCE = day("2024-01-01");
const UNTIL = day("2029-12-31");

/** @param owner a pool of the owner's role, which needs nobody's leave */
export async function makeAgency(
  owner: Database,
  options: { readonly areas?: number; readonly today?: string } = {},
): Promise<TestAgency> {
  await owner
    .insertInto("agency")
    .values({
      name: "Agency of the tests",
      timeZone: "America/Chicago",
      fixedToday: options.today === undefined ? null : day(options.today),
    })
    .execute();
  const prairie = await organization(owner, "Prairie Family Services");
  const riverBend = await organization(owner, "River Bend Family Care");
  const supervisor = await person(owner, "Sam Supervisor", "SUPERVISOR");
  const worker = await person(owner, "Wanda Worker", "CASEWORKER");
  const colleague = await person(owner, "Cole League", "CASEWORKER");
  const agency = {
    prairie,
    riverBend,
    supervisor,
    worker,
    colleague,
    prairieCoordinator: await person(owner, "Cora Prairie", "CARE_COORDINATOR", prairie),
    riverBendCoordinator: await person(owner, "Cora River", "CARE_COORDINATOR", riverBend),
    administrator: await person(owner, "Ada Admin", "ADMINISTRATOR"),
  };
  await owner
    .insertInto("supervisorLine")
    .values(
      [worker, colleague].map((staffId) => ({
        supervisorLineId: newId(),
        staffId,
        supervisorId: supervisor,
        fromOn: SINCE,
      })),
    )
    .execute();
  const areas: TestArea[] = [];
  for (let index = 0; index < (options.areas ?? 1); index += 1)
    areas.push(await area(owner, index, prairie, riverBend));
  return { ...agency, areas };
}

async function organization(owner: Database, name: string): Promise<OrganizationId> {
  const organizationId = newId<OrganizationId>();
  await owner
    .insertInto("organization")
    .values({ organizationId, name, kinds: ["CONTRACTOR"] })
    .execute();
  return organizationId;
}

/** One more member of the staff with one role. */
export async function person(
  owner: Database,
  name: string,
  role: Role,
  organizationId?: OrganizationId,
): Promise<StaffId> {
  const staffId = newId<StaffId>();
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  await owner
    .insertInto("staff")
    .values({ staffId, name, email, organizationId: organizationId ?? null })
    .execute();
  await owner
    .insertInto("staffRole")
    .values({ staffRoleId: newId(), staffId, role, fromOn: SINCE })
    .execute();
  return staffId;
}

async function area(
  owner: Database,
  index: number,
  prairie: OrganizationId,
  riverBend: OrganizationId,
): Promise<TestArea> {
  const serviceAreaId = newId<ServiceAreaId>();
  const areaId = newId<ContractAreaId>();
  await owner
    .insertInto("serviceArea")
    .values({ serviceAreaId, name: `Area ${index + 1}` })
    .execute();
  await owner
    .insertInto("contractArea")
    .values({ contractAreaId: areaId, serviceAreaId, fromOn: SINCE })
    .execute();
  const contracts = [newId<ContractId>(), newId<ContractId>()] as const;
  await owner
    .insertInto("contract")
    .values(
      contracts.map((contractId, at) => ({
        contractId,
        contractAreaId: areaId,
        organizationId: at === 0 ? prairie : riverBend,
        position: at === 0 ? (1 as const) : (2 as const),
        fromOn: SINCE,
        toOn: UNTIL,
        procurementRef: `RFP-${index + 1}-${at + 1}`,
        activatedAt: "2023-12-01T12:00:00.000Z" as never,
      })),
    )
    .execute();
  await owner
    .insertInto("areaStarter")
    .values({
      areaStarterId: newId(),
      contractAreaId: areaId,
      contractId: contracts[0],
      fromOn: SINCE,
    })
    .execute();
  return { areaId, contracts };
}
