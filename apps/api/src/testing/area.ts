import { newId, system, writeAs } from "@kinward/db";
import type { ReferralDraft } from "@kinward/domain/assignment";
import type {
  ContractAreaId,
  ContractId,
  PlainDate,
  ServiceAreaId,
  StaffId,
} from "@kinward/domain/kernel";
import { createClient, type TestClient } from "./client.ts";
import type { WorldServer } from "./server.ts";
import { onAuth, sessionCookie } from "./sessions.ts";

export interface NewArea {
  readonly contractAreaId: ContractAreaId;
  readonly serviceAreaId: ServiceAreaId;
  readonly contracts: readonly [ContractId, ContractId];
}

/** A contract area of the world's two contractors whose ledger is still empty. */
export async function addArea(
  { services, world }: Pick<WorldServer, "services" | "world">,
  name = "Ames",
): Promise<NewArea> {
  const area: NewArea = {
    contractAreaId: newId<ContractAreaId>(),
    serviceAreaId: newId<ServiceAreaId>(),
    contracts: [newId<ContractId>(), newId<ContractId>()],
  };
  const { contractAreaId, serviceAreaId, contracts } = area;
  const { contractor, foreignContractor } = world.organizations;
  await writeAs(services.db, system("test area"), async (trx, { today, now }) => {
    await trx.insertInto("serviceArea").values({ serviceAreaId, name }).execute();
    await trx
      .insertInto("contractArea")
      .values({ contractAreaId, serviceAreaId, fromOn: today })
      .execute();
    for (const [index, organizationId] of [contractor, foreignContractor].entries())
      await trx
        .insertInto("contract")
        .values({
          contractId: contracts[index] as ContractId,
          contractAreaId,
          organizationId,
          position: index === 0 ? 1 : 2,
          fromOn: today,
          toOn: "2027-12-31" as PlainDate,
          procurementRef: "TEST",
          activatedAt: now,
        })
        .execute();
    await trx
      .insertInto("areaStarter")
      .values({ areaStarterId: newId(), contractAreaId, contractId: contracts[0], fromOn: today })
      .execute();
  });
  return area;
}

/** A referral that can be submitted as it is: a mother at home with an abused girl. */
export function familyReferral(
  { world }: Pick<WorldServer, "world">,
  { serviceAreaId }: Pick<NewArea, "serviceAreaId">,
): ReferralDraft {
  const home = { setting: "PARENTAL_HOME", state: "IA" } as const;
  return {
    family: {
      members: [
        {
          ref: "girl",
          given: "Elizabeth",
          family: "Thornfield",
          birthDate: "2018-05-04" as PlainDate,
          birthDateKind: "EXACT",
          role: "CHILD",
          bases: [
            { basis: "ABUSE_VICTIM", on: "2026-11-01" as PlainDate, meetsOpeningCriteria: true },
          ],
          living: home,
          purpose: "PRESERVE",
        },
        {
          ref: "mom",
          given: "Maria",
          family: "Thornfield",
          role: "PARENT",
          bases: [{ basis: "PARENT" }],
          living: home,
        },
      ],
    },
    service: { serviceType: "FSRP", serviceAreaId, purpose: "PRESERVE" },
    legalBasis: { openingBasis: "CHILD_PROTECTIVE_ASSESSMENT", openedOn: world.today },
    form: { effectiveDate: world.today, signedOn: world.today },
    priorServices: { noneKnown: true },
    risks: { noneKnown: true },
  };
}

/** Saves and submits a referral as the worker; the answer of the submission. */
export async function submitReferralTo(server: WorldServer, area: NewArea) {
  const worker = await server.as("worker");
  const draftId = newId();
  await worker.api.drafts.save.mutate({
    commandId: newId() as never,
    draftId: draftId as never,
    kind: "REFERRAL",
    title: "Referral",
    content: familyReferral(server, area) as never,
    expectedVersion: 0,
  });
  return worker.call("referrals.submit", {
    commandId: newId(),
    draftId,
    expectedVersion: 1,
    acceptWarnings: [],
  });
}

/** One more administrator than the world has, signed in. */
export async function secondAdministrator(server: WorldServer): Promise<TestClient> {
  const staffId = newId<StaffId>();
  const authUserId = `account of ${staffId}`;
  const email = `${staffId}@kinward.test`;
  await onAuth(
    server.database.authUrl,
    `INSERT INTO auth."user" (id, name, email, email_verified) VALUES ($1, $2, $3, true)`,
    [authUserId, "Second Administrator", email],
  );
  await writeAs(server.services.db, system("test"), async (trx) => {
    await trx
      .insertInto("staff")
      .values({ staffId, authUserId, name: "Second Administrator", email })
      .execute();
    await trx
      .insertInto("staffRole")
      .values({
        staffRoleId: newId(),
        staffId,
        role: "ADMINISTRATOR",
        fromOn: "2026-01-01" as PlainDate,
      })
      .execute();
  });
  return createClient(server.origin, await sessionCookie(server, authUserId));
}
