import { chainLine, GENESIS_HASH } from "@kinward/domain/assignment";
import { json, newId, sha256, system, type Trx, writeAs } from "@kinward/db";
import type { Relation } from "@kinward/domain/access";
import type {
  CaseId,
  ContractAreaId,
  ContractId,
  EpisodeId,
  OrganizationId,
  PlainDate,
  ReferralId,
  ServiceAreaId,
  StaffId,
} from "@kinward/domain/kernel";
import { instant, plainDate } from "@kinward/domain/kernel";
import type { Role } from "@kinward/domain/views";
import { sql } from "kysely";
import type { TestServer } from "./server.ts";
import { onAuth } from "./sessions.ts";

export type PersonName =
  | "administrator"
  | "auditor"
  | "supervisor"
  | "worker"
  | "teammate"
  | "otherSupervisor"
  | "otherWorker"
  | "contractorSupervisor"
  | "coordinator"
  | "otherCoordinator"
  | "intake"
  | "foreignContractorSupervisor"
  | "foreignCoordinator"
  | "foreignIntake";

/** The world's people: role, organization, supervisor. */
const PEOPLE: Readonly<Record<PersonName, Place>> = {
  administrator: { role: "ADMINISTRATOR" },
  auditor: { role: "AUDITOR" },
  supervisor: { role: "SUPERVISOR" },
  worker: { role: "CASEWORKER", supervisor: "supervisor" },
  teammate: { role: "CASEWORKER", supervisor: "supervisor" },
  otherSupervisor: { role: "SUPERVISOR" },
  otherWorker: { role: "CASEWORKER", supervisor: "otherSupervisor" },
  contractorSupervisor: { role: "CONTRACTOR_SUPERVISOR", of: "contractor" },
  coordinator: { role: "CARE_COORDINATOR", of: "contractor", supervisor: "contractorSupervisor" },
  otherCoordinator: {
    role: "CARE_COORDINATOR",
    of: "contractor",
    supervisor: "contractorSupervisor",
  },
  intake: { role: "INTAKE", of: "contractor" },
  foreignContractorSupervisor: { role: "CONTRACTOR_SUPERVISOR", of: "foreignContractor" },
  foreignCoordinator: { role: "CARE_COORDINATOR", of: "foreignContractor" },
  foreignIntake: { role: "INTAKE", of: "foreignContractor" },
};
type OrganizationName = "contractor" | "foreignContractor";
interface Place {
  readonly role: Role;
  readonly of?: OrganizationName;
  readonly supervisor?: PersonName;
}
export const PERSON_NAMES = Object.keys(PEOPLE) as readonly PersonName[];

export interface WorldPerson {
  readonly staffId: StaffId;
  readonly authUserId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly organizationId?: OrganizationId;
}

export interface World {
  readonly today: PlainDate;
  readonly people: Readonly<Record<PersonName, WorldPerson>>;
  readonly organizations: Readonly<Record<OrganizationName, OrganizationId>>;
  readonly serviceAreaId: ServiceAreaId;
  readonly contractAreaId: ContractAreaId;
  readonly contracts: readonly [ContractId, ContractId];
  /** The worker's case, served by the contractor with its coordinator. */
  readonly theCase: {
    readonly caseId: CaseId;
    readonly episodeId: EpisodeId;
    readonly referralId: ReferralId;
  };
  /** What the case has to do with each of the people, stated here and not computed. */
  readonly relations: Readonly<Record<PersonName, Relation>>;
}

/** The world's day: a Friday. */
export const WORLD_TODAY = plainDate("2026-11-20");

/** Puts the world into an empty database. Small on purpose: rich case data are the sample's and the builders'. */
export async function createWorld({
  services,
  database,
}: Pick<TestServer, "services" | "database">): Promise<World> {
  const organizations = {
    contractor: newId<OrganizationId>(),
    foreignContractor: newId<OrganizationId>(),
  };
  const people = Object.fromEntries(
    PERSON_NAMES.map((name) => {
      const { role, of } = PEOPLE[name];
      return [
        name,
        {
          staffId: newId<StaffId>(),
          authUserId: `account of ${name}`,
          role,
          name: `Test ${name}`,
          email: `${name.toLowerCase()}@kinward.test`,
          ...(of === undefined ? {} : { organizationId: organizations[of] }),
        },
      ];
    }),
  ) as unknown as World["people"];
  for (const person of Object.values(people))
    await onAuth(
      database.authUrl,
      `INSERT INTO auth."user" (id, name, email, email_verified) VALUES ($1, $2, $3, true)`,
      [person.authUserId, person.name, person.email],
    );

  const world: World = {
    today: WORLD_TODAY,
    people,
    organizations,
    serviceAreaId: newId<ServiceAreaId>(),
    contractAreaId: newId<ContractAreaId>(),
    contracts: [newId<ContractId>(), newId<ContractId>()],
    theCase: {
      caseId: newId<CaseId>(),
      episodeId: newId<EpisodeId>(),
      referralId: newId<ReferralId>(),
    },
    relations: relationsOf(),
  };
  await writeAs(services.db, system("test world"), async (trx) => {
    await insertAgencyAndPeople(trx, world);
    await insertContracts(trx, world);
    await insertCase(trx, world);
  });
  return world;
}

function relationsOf(): World["relations"] {
  const today = WORLD_TODAY;
  const nothing: Relation = { today, ownArea: false };
  const contractorOfCase = {};
  return {
    administrator: nothing,
    auditor: nothing,
    supervisor: { ...nothing, below: true },
    worker: { ...nothing, onTeam: true, sameSupervisorTeam: true },
    teammate: { ...nothing, sameSupervisorTeam: true },
    otherSupervisor: nothing,
    otherWorker: nothing,
    contractorSupervisor: { today, contractorOfCase, ownArea: true },
    coordinator: {
      today,
      contractorOfCase,
      ownArea: true,
      coordinatorOrNamed: true,
      coordinatorOnDay: true,
    },
    otherCoordinator: { today, contractorOfCase, ownArea: true },
    intake: { today, contractorOfCase, ownArea: true },
    foreignContractorSupervisor: { today, ownArea: true },
    foreignCoordinator: { today, ownArea: true },
    foreignIntake: { today, ownArea: true },
  };
}

const BEGIN = plainDate("2026-01-01");

async function insertAgencyAndPeople(
  trx: Trx,
  { people, organizations, today }: World,
): Promise<void> {
  await trx
    .insertInto("agency")
    .values({ name: "Test agency", timeZone: "America/Chicago", fixedToday: today })
    .execute();
  for (const [name, organizationId] of Object.entries(organizations))
    await trx
      .insertInto("organization")
      .values({ organizationId, name: `Test ${name}`, kinds: sql`ARRAY['CONTRACTOR']` })
      .execute();
  for (const { staffId, authUserId, name, email, organizationId = null } of Object.values(people))
    await trx
      .insertInto("staff")
      .values({ staffId, authUserId, name, email, organizationId })
      .execute();
  for (const { staffId, role } of Object.values(people))
    await trx
      .insertInto("staffRole")
      .values({ staffRoleId: newId(), staffId, role, fromOn: BEGIN })
      .execute();
  for (const name of PERSON_NAMES) {
    const { supervisor } = PEOPLE[name];
    if (supervisor === undefined) continue;
    await trx
      .insertInto("supervisorLine")
      .values({
        supervisorLineId: newId(),
        staffId: people[name].staffId,
        supervisorId: people[supervisor].staffId,
        fromOn: BEGIN,
      })
      .execute();
  }
}

async function insertContracts(trx: Trx, world: World): Promise<void> {
  const { serviceAreaId, contractAreaId, contracts, organizations } = world;
  await trx.insertInto("serviceArea").values({ serviceAreaId, name: "Test area" }).execute();
  await trx
    .insertInto("contractArea")
    .values({ contractAreaId, serviceAreaId, fromOn: BEGIN })
    .execute();
  const of = [organizations.contractor, organizations.foreignContractor] as const;
  for (const position of [1, 2] as const)
    await trx
      .insertInto("contract")
      .values({
        contractId: contracts[position - 1] as ContractId,
        contractAreaId,
        organizationId: of[position - 1] as OrganizationId,
        position,
        fromOn: BEGIN,
        toOn: plainDate("2027-12-31"),
        procurementRef: `TEST-${position}`,
        activatedAt: sql`now()`,
      })
      .execute();
}

async function insertCase(trx: Trx, world: World): Promise<void> {
  const { caseId, episodeId, referralId } = world.theCase;
  const { contractAreaId, contracts, organizations, people } = world;
  const effective = plainDate("2026-11-02");
  const referralKey = newId();
  await trx
    .insertInto("caseRecord")
    .values({
      caseId,
      number: "2026-00001",
      profile: "IA_FSRP",
      familyName: "Testfamily",
      openedOn: effective,
    })
    .execute();
  await trx.insertInto("caseNumber").values({ year: 2026, last: 1 }).execute();
  await trx
    .insertInto("caseTeam")
    .values({
      caseTeamId: newId(),
      caseId,
      staffId: people.worker.staffId,
      role: "CASEWORKER",
      fromOn: effective,
    })
    .execute();
  await trx
    .insertInto("caseOrg")
    .values({ caseId, organizationId: organizations.contractor, fromOn: effective })
    .execute();
  await trx
    .insertInto("episode")
    .values({ episodeId, caseId, no: 1, serviceType: "FSRP", effectiveDate: effective })
    .execute();
  await trx
    .insertInto("referral")
    .values({
      referralId,
      caseId,
      episodeId,
      serviceType: "FSRP",
      contractAreaId,
      why: json({ parts: [], ledger: { pool: [], before: 0, after: 1 }, cites: [] }),
      referralKey,
      submittedAt: sql`now()`,
      submittedBy: people.worker.staffId,
    })
    .execute();
  await insertTurn(trx, world, referralKey);
  await trx
    .insertInto("episodeContractor")
    .values({
      episodeContractorId: newId(),
      caseId,
      episodeId,
      contractId: contracts[0],
      organizationId: organizations.contractor,
      contractAreaId,
      seq: 1,
      fromOn: effective,
    })
    .execute();
  await trx
    .insertInto("coordinator")
    .values({
      coordinatorId: newId(),
      caseId,
      episodeId,
      staffId: people.coordinator.staffId,
      fromOn: effective,
    })
    .execute();
}

/** The first line of the area's ledger: the turn by which the contractor got the case. */
async function insertTurn(trx: Trx, world: World, referralKey: string): Promise<void> {
  const { contractAreaId, organizations } = world;
  const line = chainLine(
    {
      v: 1,
      area: contractAreaId,
      seq: 1,
      kind: "ASSIGNMENT",
      lane: "COMBINED",
      epoch: 1,
      referralKey,
      contractor: organizations.contractor,
      method: "ROTATION",
      counted: 1,
      outOfOrder: 0,
      before: 0,
      after: 1,
      policyNumber: 0,
      at: instant("2026-11-02T15:00:00Z"),
    },
    GENESIS_HASH,
    sha256,
  );
  await trx
    .insertInto("ledgerLine")
    .values({
      contractAreaId,
      seq: 1,
      kind: "ASSIGNMENT",
      referralKey,
      line: json(line),
      prev: line.prev,
      hash: line.hash,
      commandId: newId(),
    })
    .execute();
}
