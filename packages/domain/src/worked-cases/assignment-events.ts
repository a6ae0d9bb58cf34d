import type { SafetyPlanAssignment, WithdrawnAssignment } from "../assignment/assign.ts";
import type { LedgerLine } from "../assignment/ledger-line.ts";
import { isPlainDate, type PlainDate } from "../kernel/plain-date.ts";
import { codeText, type Result } from "../kernel/result.ts";
import type { ServiceType } from "../people/people.ts";
import type { AssignmentDecision } from "../assignment/assign.ts";
import {
  AreaWorld,
  type AreaSetting,
  openedHead,
  overrideRequest,
  USUAL_DAY,
} from "./assignment-world.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import type { Json, JsonObject, WorkedCase } from "./checker.ts";
import { isObject, objects, strings, textOf } from "./compare.ts";

/** `R4 (K-1)` is referral R4 of case K-1. */
const labelOf = (text: string): { readonly key: string; readonly family: string } => {
  const found = /^(\S+)\s*\(([^)]+)\)/.exec(text);
  return { key: found?.[1] ?? text, family: found?.[2] ?? text };
};

const byReferral = (list: Json | undefined): ReadonlyMap<string, JsonObject> =>
  new Map(objects(list).map((one) => [textOf(one["referral"]) ?? textOf(one["id"]) ?? "", one]));

interface Assigned {
  readonly row: JsonObject;
  readonly family: string;
  readonly service: ServiceType;
  readonly line: LedgerLine;
}

/** What one expected row of a ledger came to. */
export interface PlayedRow {
  readonly row: JsonObject;
  readonly result: Result<AssignmentDecision>;
  readonly actual: { readonly [field: string]: Json | undefined };
}

const dayOf = (row: JsonObject): PlainDate => {
  const named = [row["on"], row["date"], row["submittedOn"], row["withdrawnOn"]].find(
    (value) => typeof value === "string",
  );
  return typeof named === "string" && isPlainDate(named) ? named : USUAL_DAY;
};

const settingsOf = (given: JsonObject): readonly AreaSetting[] => {
  const { contractors } = given;
  const starter = textOf(given["starter"]);
  const subcontractors = isObject(given["subcontractors"])
    ? { subcontractors: given["subcontractors"] }
    : {};
  const named = starter === undefined ? {} : { starter };
  if (!isObject(contractors))
    return [
      {
        area: textOf(given["contractArea"]) ?? "area",
        pair: strings(contractors),
        ...named,
        ...subcontractors,
      },
    ];
  return Object.entries(contractors).map(([area, pair]) => ({
    area,
    pair: strings(pair),
    ...subcontractors,
  }));
};

/**
 * Plays the rows of an expected ledger in their order through the rotation. A row says what came in: a referral, or the
 * withdrawal of one (REVERSAL). Overrides stand in `given.overrides`, else the row's own contractor is the target.
 */
export class LedgerPlay {
  readonly #worlds = new Map<string, AreaWorld>();
  readonly #assigned: Assigned[] = [];
  readonly #withdrawn: (WithdrawnAssignment & { readonly family: string })[] = [];
  readonly #overrides: ReadonlyMap<string, JsonObject>;
  readonly #described: ReadonlyMap<string, JsonObject>;
  readonly #book: PolicyBook;

  constructor(
    workedCase: Pick<WorkedCase, "given" | "book">,
    worlds?: ReadonlyMap<string, AreaWorld>,
  ) {
    const { given, book } = workedCase;
    this.#book = book;
    this.#described = byReferral(given["referrals"]);
    for (const setting of settingsOf(given)) {
      const opening = typeof given["openingBalance"] === "number" ? given["openingBalance"] : 0;
      const last = textOf(given["lastCounted"]);
      const opened =
        opening !== 0 || last !== undefined ? openedHead(setting, opening, last) : undefined;
      this.#worlds.set(setting.area, new AreaWorld(setting, book, opened));
    }
    for (const [area, world] of worlds ?? []) this.#worlds.set(area, world);
    this.#overrides = byReferral(given["overrides"]);
  }

  /** The named contract area, the only one where none is named; one that the case does not describe has no contractor. */
  world(area: string | undefined): AreaWorld {
    const [only] = this.#worlds.values();
    const found = area === undefined ? only : this.#worlds.get(area);
    if (found !== undefined) return found;
    const empty = new AreaWorld({ area: area ?? "", pair: [] }, this.#book);
    this.#worlds.set(area ?? "", empty);
    return empty;
  }

  /** What asking for an override at this row comes to, as codes; nothing is assigned when it is refused. */
  tryOverride(row: JsonObject, request: JsonObject): readonly string[] {
    const result = this.#referral(row, overrideRequest(request));
    return result.ok ? [] : result.refusals.map(codeText);
  }

  play(expected: JsonObject): PlayedRow {
    const row = { ...this.#described.get(textOf(expected["referral"]) ?? ""), ...expected };
    const { key, family } = labelOf(textOf(row["referral"]) ?? "");
    const world = this.world(textOf(row["contractArea"]));
    const asked =
      this.#overrides.get(key) ??
      (row["method"] === "OVERRIDE" ? { to: row["contractor"] ?? "" } : undefined);
    const result =
      row["method"] === "REVERSAL"
        ? this.#withdraw(row, key, family)
        : this.#referral(row, asked && overrideRequest(asked));
    if (!result.ok) {
      const { method: _method, contractor: _contractor, ...asked } = row;
      return { row, result, actual: { ...asked, error: result.refusals.map(codeText).join(" ") } };
    }
    const line = world.lines.at(-1) as LedgerLine;
    return {
      row,
      result,
      actual: {
        contractArea: line.area,
        seq: line.seq,
        referral: row["referral"],
        service: row["service"],
        contractor: line.contractor,
        method: line.method,
        counted: line.counted === 1,
        outOfOrder: line.outOfOrder === 1,
        balanceBefore: line.before,
        balanceAfter: line.after,
        nextUp: world.nextUp(line.lane, dayOf(row)),
        lane: line.lane,
        epoch: line.epoch,
        kind: line.kind,
        on: row["on"],
        date: row["date"],
        submittedOn: row["submittedOn"],
        effectiveDate: row["effectiveDate"],
      },
    };
  }

  #serviceOf(row: JsonObject): ServiceType {
    return row["service"] === "SAFETY_PLAN" ? "SAFETY_PLAN" : "FSRP";
  }

  #referral(
    row: JsonObject,
    override: ReturnType<typeof overrideRequest> | undefined,
  ): Result<AssignmentDecision> {
    const { key, family } = labelOf(textOf(row["referral"]) ?? "");
    const world = this.world(textOf(row["contractArea"]));
    const service = this.#serviceOf(row);
    const before = this.#assigned.findLast(
      (one) => one.family === family && one.service === "SAFETY_PLAN",
    );
    const safetyPlan: SafetyPlanAssignment | undefined = before && {
      contractor: before.line.contractor,
      seq: before.line.seq,
    };
    const own = this.#withdrawn.filter((one) => one.family === family);
    // A row may say that it is a resubmission without naming the family twice.
    const withdrawn = own.length === 0 && row["method"] === "RESUBMISSION" ? this.#withdrawn : own;
    const result = world.assign(
      {
        referralKey: key,
        serviceType: service,
        submittedOn: dayOf(row),
        ...(override && { override }),
        ...(row["method"] === "TRANSFER" && { transfer: true as const }),
      },
      { ...(safetyPlan && { safetyPlan }), withdrawn },
    );
    if (result.ok)
      this.#assigned.push({ row, family, service, line: world.lines.at(-1) as LedgerLine });
    return result;
  }

  #withdraw(row: JsonObject, key: string, family: string): Result<AssignmentDecision> {
    const world = this.world(textOf(row["contractArea"]));
    const index = this.#assigned.findLastIndex((one) => one.line.referralKey === key);
    const of = this.#assigned[index];
    const result = world.reverse(key, of?.service ?? "FSRP", dayOf(row));
    if (result.ok && of !== undefined) {
      this.#assigned.splice(index, 1);
      const { contractor, seq, method } = of.line;
      this.#withdrawn.push({
        family: of.family === key ? family : of.family,
        contractor,
        seq,
        method,
        withdrawnOn: dayOf(row),
      });
    }
    return result;
  }
}
