import type { OfficeId, StaffId, TeamId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { accept, type Refusal, refuse, type Result } from "../kernel/result.ts";
import { rolesOn } from "../access/actor.ts";
import type { Staff } from "./staff.ts";

/** An office or a team: where people of the Department work. Ended ones stay on old records. */
export interface Place<Id extends OfficeId | TeamId> {
  readonly id: Id;
  readonly name: string;
  readonly endedOn?: PlainDate;
}

/** A name that no other open place has. */
export const decideNamePlace = <Id extends OfficeId | TeamId>(
  name: string,
  others: readonly Place<Id>[],
): Result<{ readonly name: string }> => {
  const trimmed = name.trim();
  if (trimmed === "")
    return refuse({ code: "FIELD_REQUIRED", path: ["name"], params: { of: "name" } });
  const taken = others.some(
    (other) => other.endedOn === undefined && other.name.toLowerCase() === trimmed.toLowerCase(),
  );
  return taken
    ? refuse({ code: "DUPLICATE_NAME", path: ["name"], params: { of: trimmed } })
    : accept({ name: trimmed });
};

/** A team belongs to an open office, and its supervisor is one of the Department. */
export const decideSaveTeam = (
  input: {
    readonly name: string;
    readonly officeId: OfficeId;
    readonly supervisorId?: StaffId | undefined;
  },
  facts: {
    readonly others: readonly Place<TeamId>[];
    readonly offices: readonly Place<OfficeId>[];
    readonly staff: readonly Staff[];
    readonly today: PlainDate;
  },
): Result<{ readonly name: string }> => {
  const refusals: Refusal[] = [];
  const office = facts.offices.find((one) => one.id === input.officeId);
  if (office === undefined || office.endedOn !== undefined)
    refusals.push({ code: "FIELD_REQUIRED", path: ["officeId"], params: { of: "officeId" } });
  const supervisor = facts.staff.find((one) => one.id === input.supervisorId);
  const fits =
    supervisor !== undefined &&
    supervisor.organizationId === undefined &&
    rolesOn(supervisor.roles, facts.today).includes("SUPERVISOR");
  if (input.supervisorId !== undefined && !fits)
    refusals.push({
      code: "FIELD_REQUIRED",
      path: ["supervisorId"],
      params: { of: "supervisorId" },
    });
  const named = decideNamePlace(input.name, facts.others);
  if (!named.ok) refusals.push(...named.refusals);
  return refusals.length > 0 || !named.ok ? refuse(...refusals) : named;
};

/** Ends an office or team; refused while someone or something still belongs to it. */
export const decideEndPlace = (
  place: Place<OfficeId | TeamId>,
  stillThere: number,
): Result<{ readonly ended: true }> =>
  place.endedOn !== undefined || stillThere > 0
    ? refuse({ code: "INVALID_TRANSITION", params: { count: stillThere } })
    : accept({ ended: true });
