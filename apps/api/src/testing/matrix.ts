import { newId } from "@kinward/db";
import { type Actor, may, mayRead } from "@kinward/domain/access";
import { type Route, type RouteName, ROUTES } from "../routes.ts";
import type { Answer, TestClient } from "./client.ts";
import { INPUTS } from "./inputs/all.ts";
import type { WorldServer } from "./server.ts";
import { PERSON_NAMES, type PersonName } from "./world.ts";

/** Routes that change what the world states of its people, or end their sessions: asked after all others. */
const LAST: readonly RouteName[] = [
  "cases.openWithReason",
  "intake.assignCoordinator",
  "team.nameCover",
  "team.reassignCoordinator",
  "team.reassignWorker",
  "team.reassignMany",
  "referrals.withdraw",
  "session.signOutEverywhere",
];

type Expected = "LET_IN" | "SIGNED_OUT" | "FORBIDDEN" | "NOT_FOUND" | "REASON_NEEDED";

/**
 * Asks for every route as everyone, with the world's case, and compares with the access table and the relations that the
 * world states. What a foreign case answers is compared byte by byte with what a missing one does.
 * @returns one line for each answer that is not as it should be
 */
export async function matrixComplaints(
  server: WorldServer,
  names: readonly RouteName[],
): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const name of names.toSorted((a, b) => LAST.indexOf(a) - LAST.indexOf(b))) {
    const route: Route = ROUTES[name];
    const everyone: readonly (PersonName | "anyone")[] =
      route.caller === "PUBLIC" ? ["anyone", "worker"] : ["anyone", ...PERSON_NAMES];
    // How often somebody may call is proved elsewhere; there are more routes than one address may call in a minute.
    await server.services.db.deleteFrom("rateLimit").execute();
    // Everyone at once: no one's answer may depend on another's.
    const found = await Promise.all(everyone.map((person) => complaintsOf(server, name, person)));
    complaints.push(...found.flat());
  }
  return complaints;
}

async function complaintsOf(
  server: WorldServer,
  name: RouteName,
  person: PersonName | "anyone",
): Promise<readonly string[]> {
  const route: Route = ROUTES[name];
  const client = person === "anyone" ? server.anyone : await server.as(person);
  const staffId = person === "anyone" ? "" : server.world.people[person].staffId;
  const input = INPUTS[name](server.world);
  const expected = expectation(server, route, person, input);
  server.passed.delete(staffId);
  const answer = await client.call(name, input);
  const found = verdict(answer, route, server.passed.has(staffId));
  const complaints =
    found === expected ? [] : [`${name} as ${person}: ${expected} expected, ${found} found`];
  return expected === "NOT_FOUND"
    ? [...complaints, ...(await compareWithMissing(client, name, route, input, answer, person))]
    : complaints;
}

function expectation(
  { world }: WorldServer,
  route: Route,
  person: PersonName | "anyone",
  input: object,
): Expected {
  if (route.caller === "PUBLIC") return "LET_IN";
  if (person === "anyone") return "SIGNED_OUT";
  if (route.action === undefined) return "LET_IN";
  const { staffId, role, organizationId } = world.people[person];
  const actor: Actor = {
    staffId,
    roles: [role],
    ...(organizationId === undefined ? {} : { organizationId }),
  };
  const isCase = typeof route.relation === "object";
  const ask = route.does === "QUERY" || route.asks === "READ" ? mayRead : may;
  const permission = ask(actor, route.action, isCase ? world.relations[person] : {});
  if (permission.allowed) {
    const needsReason = isCase && permission.withReason === true && !("reason" in input);
    return needsReason ? "REASON_NEEDED" : "LET_IN";
  }
  switch (permission.because) {
    case "ROLE":
      return isCase ? "NOT_FOUND" : "FORBIDDEN";
    case "RELATION":
      return isCase ? "NOT_FOUND" : route.relation === "NONE" ? "FORBIDDEN" : "LET_IN";
    default:
      return "FORBIDDEN";
  }
}

/** What the guards did, as far as an answer shows it. */
function verdict({ status, failure }: Answer, route: Route, hasPassed: boolean): string {
  if (status === 200) return "LET_IN";
  if (failure === undefined) return `status ${status}`;
  switch (failure.kind) {
    case "REFUSED":
    case "CONFLICT":
      return "LET_IN";
    case "NOT_FOUND":
      // Behind the guards a record of another kind may be missing.
      return typeof route.relation === "object" && !hasPassed ? "NOT_FOUND" : "LET_IN";
    default:
      return failure.kind;
  }
}

async function compareWithMissing(
  client: TestClient,
  name: RouteName,
  route: Route,
  input: object,
  foreign: Answer,
  person: string,
): Promise<readonly string[]> {
  if (typeof route.relation !== "object") return [];
  const missing = await client.call(name, { ...input, [route.relation.case]: newId() });
  const same = missing.text === foreign.text && missing.status === foreign.status;
  return same ? [] : [`${name} as ${person}: a foreign case is told apart from a missing one`];
}
