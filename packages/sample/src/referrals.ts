import { sha256 } from "@kinward/db";
import {
  assign,
  type AssignmentDecision,
  chainLine,
  decideSubmitReferral,
  emptyRotation,
  explainAssignment,
  GENESIS_HASH,
  type LedgerLine,
  type ReferralChange,
  type ReferralDraft,
  type ReferralFacts,
  reverse,
  type RotationHead,
  rotationRulesOn,
  type SafetyPlanAssignment,
  standingTurns,
} from "@kinward/domain/assignment";
import type {
  CaseId,
  EpisodeId,
  Instant,
  OrganizationId,
  PersonId,
  PlainDate,
  ReferralId,
  StaffId,
} from "@kinward/domain/kernel";
import { addDays, instant, type Result } from "@kinward/domain/kernel";
import type { SampleAgency, SampleArea, SampleStaff } from "./agency.ts";
import { addPeople } from "./people.ts";
import type { Chance, IdMaker } from "./random.ts";
import { type Known, momentOf, type Rows } from "./rows.ts";

/** A case as far as the sample has told it. */
export interface SampleCase {
  readonly caseId: CaseId;
  readonly number: string;
  readonly area: SampleArea;
  readonly worker: SampleStaff;
  readonly draft: ReferralDraft;
  readonly people: ReadonlyMap<string, PersonId>;
  readonly episodes: SampleEpisode[];
}
export interface SampleEpisode {
  readonly episodeId: EpisodeId;
  readonly referralId: ReferralId;
  readonly no: number;
  readonly serviceType: "SAFETY_PLAN" | "FSRP";
  readonly effectiveDate: PlainDate;
  readonly contractor: OrganizationId;
  readonly submittedOn: PlainDate;
  readonly known: Known;
  readonly line: LedgerLine;
  lastServiceDay?: PlainDate;
  withdrawnOn?: PlainDate;
}

const mustBe = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`the sample is refused: ${JSON.stringify(result.refusals)}`);
  return result.value;
};

/** The ledgers of all areas while the referrals of two years come in, in the order of their submission. */
export class Referrals {
  readonly #agency: SampleAgency;
  readonly #rows: Rows;
  readonly #id: IdMaker;
  readonly #chance: Chance;
  readonly #heads = new Map<string, { head: RotationHead; hash: string; lines: LedgerLine[] }>();
  readonly #numbers = new Map<number, number>();

  constructor(agency: SampleAgency, rows: Rows, id: IdMaker, chance: Chance) {
    this.#agency = agency;
    this.#rows = rows;
    this.#id = id;
    this.#chance = chance;
  }

  /** The next human case number of a year. */
  caseNumber(on: PlainDate): string {
    const year = Number(on.slice(0, 4));
    const next = (this.#numbers.get(year) ?? 0) + 1;
    this.#numbers.set(year, next);
    return `${year}-${String(next).padStart(5, "0")}`;
  }

  /** Submits a referral on form 470-3055, which begins the case or goes on with it. */
  submit(draft: ReferralDraft, on: PlainDate, area: SampleArea, before?: SampleCase): SampleCase {
    const book = this.#agency.books.IA_FSRP;
    const worker = before?.worker ?? this.#chance.pick(area.workers);
    const running = before?.episodes.at(-1);
    const safetyPlan: SafetyPlanAssignment | undefined =
      running?.serviceType === "SAFETY_PLAN" && draft.service?.serviceType === "FSRP"
        ? { contractor: running.contractor, seq: running.line.seq }
        : undefined;
    const earlier = safetyPlan === undefined ? {} : { safetyPlan };
    const facts: ReferralFacts = {
      earlier,
      serviceAreas: this.#agency.serviceAreas,
      contractsOf: () => area.contracts,
      worker: worker.staffId,
      ...(before === undefined
        ? {}
        : {
            case: {
              caseId: before.caseId,
              caseNumber: before.number,
              profile: "IA_FSRP" as const,
              members: [],
              episodes: before.episodes.map((episode) => ({
                episodeId: episode.episodeId,
                no: episode.no,
                serviceType: episode.serviceType,
                effectiveDate: episode.effectiveDate,
                standing: true,
                ...(episode.lastServiceDay === undefined
                  ? {}
                  : { lastServiceDay: episode.lastServiceDay }),
              })),
            },
          }),
    };
    const change = mustBe(decideSubmitReferral(draft, facts, book, on));
    const at = this.#after(
      area,
      momentOf(on, 10 + this.#chance.whole(0, 5), this.#chance.whole(0, 59)),
    );
    const referralKey = this.#id<string>(at);
    const { decision, line, headBefore } = this.#turn(area, (head) =>
      mustBe(
        assign(
          head,
          {
            referralKey,
            serviceType: change.serviceType,
            submittedOn: on,
            at,
            ...(change.override === undefined ? {} : { override: change.override }),
          },
          { contracts: area.contracts, starters: [area.starter], ...earlier },
          book,
        ),
      ),
    );
    const caseId = before?.caseId ?? this.#id<CaseId>(at);
    const referralId = this.#id<ReferralId>(at);
    const contractorName = this.#agency.contractors.get(line.contractor)?.name ?? "";
    const known = this.#rows.act("referrals.submit", worker, at, {
      caseId,
      params: {
        referralId,
        serviceType: change.serviceType,
        contractorName,
        turn: line.seq,
        areaName: area.name,
      },
    });
    this.#store(area, decision, line, known);
    const sample = before ?? this.#beginCase(caseId, draft, change, area, worker, on, known);
    if (before !== undefined && change.opens !== undefined) {
      const row = this.#rows.of("caseRecord").find((one) => one.caseId === caseId);
      if (row !== undefined) Object.assign(row, change.opens);
    }
    const episodeId = this.#id<EpisodeId>(at);
    const contract = area.contracts.find((one) => one.organizationId === line.contractor);
    if (contract === undefined) throw new Error("the contractor has no contract");
    this.#rows.add("episode", {
      episodeId,
      caseId,
      no: change.episode.no,
      serviceType: change.serviceType,
      effectiveDate: change.episode.effectiveDate,
      previousEpisodeId: change.episode.follows ?? null,
      ...known,
    });
    this.#rows.add("referral", {
      referralId,
      caseId,
      episodeId,
      serviceType: change.serviceType,
      purpose: change.purpose ?? null,
      contractAreaId: area.contractAreaId,
      risks: change.risks ?? null,
      override: change.override === undefined ? null : { ...change.override },
      why: { ...explainAssignment(line, headBefore, rotationRulesOn(book, on), decision.begun) },
      referralKey,
      submittedAt: at,
      submittedBy: worker.staffId,
      ...known,
    });
    this.#rows.add("referralForm", {
      referralFormId: this.#id(at),
      caseId,
      referralId,
      kind: "INITIAL",
      effectiveDate: change.form.effectiveDate,
      signedOn: change.form.signedOn,
      enteredOn: on,
      ...known,
    });
    this.#rows.add("episodeContractor", {
      episodeContractorId: this.#id(at),
      caseId,
      episodeId,
      contractId: contract.id,
      organizationId: line.contractor,
      contractAreaId: area.contractAreaId,
      seq: line.seq,
      fromOn: change.episode.effectiveDate,
      ...known,
    });
    sample.episodes.push({
      episodeId,
      referralId,
      no: change.episode.no,
      serviceType: change.serviceType,
      effectiveDate: change.episode.effectiveDate,
      contractor: line.contractor,
      submittedOn: on,
      known,
      line,
    });
    return sample;
  }

  /** Withdraws a referral before its effective date: the turn is taken back by a line of its own (DEC-35). */
  withdraw(sample: SampleCase, on: PlainDate): void {
    const episode = sample.episodes.at(-1);
    if (episode === undefined) throw new Error("nothing to withdraw");
    const at = this.#after(sample.area, momentOf(on, 15));
    const { decision, line } = this.#turn(sample.area, (head, lines) =>
      mustBe(
        reverse(
          head,
          { line: episode.line, serviceType: episode.serviceType, on, at },
          {
            contracts: sample.area.contracts,
            starters: [sample.area.starter],
            standing: standingTurns(lines, { epoch: episode.line.epoch, lane: episode.line.lane }),
            reversed: false,
          },
          this.#agency.books.IA_FSRP,
        ),
      ),
    );
    const known = this.#rows.act("referrals.withdraw", sample.worker, at, {
      caseId: sample.caseId,
      params: { referralId: episode.referralId, turn: episode.line.seq, reversal: line.seq, on },
      reason: "The family moved out of state before services began",
    });
    this.#store(sample.area, decision, line, known);
    episode.withdrawnOn = on;
    const row = this.#rows.of("referral").find((one) => one.referralId === episode.referralId);
    if (row !== undefined) Object.assign(row, { withdrawnOn: on, withdrawalReversed: true });
    const begun = this.#rows.of("episode").find((one) => one.episodeId === episode.episodeId);
    if (begun !== undefined) Object.assign(begun, { withdrawn: true });
  }

  /** Writes the last state of each area, once all lines are there. */
  finish(): void {
    for (const [contractAreaId, { head, hash, lines }] of this.#heads)
      this.#rows.add("areaHead", {
        contractAreaId: contractAreaId as never,
        seq: head.seq,
        hash,
        head,
        at: lines.at(-1)?.at ?? null,
      });
    for (const [year, last] of this.#numbers) this.#rows.add("caseNumber", { year, last });
  }

  /** A line is later than the one before it: of two on a day the second comes a minute after the first. */
  #after(area: SampleArea, at: Instant): Instant {
    const newest = this.#heads.get(area.contractAreaId)?.lines.at(-1)?.at;
    return newest === undefined || newest < at
      ? at
      : instant(new Date(Date.parse(newest) + 60_000).toISOString());
  }

  #turn(
    area: SampleArea,
    decide: (head: RotationHead, lines: readonly LedgerLine[]) => AssignmentDecision,
  ) {
    const state = this.#heads.get(area.contractAreaId) ?? {
      head: emptyRotation(area.contractAreaId),
      hash: GENESIS_HASH,
      lines: [],
    };
    const headBefore = state.head;
    const decision = decide(headBefore, state.lines);
    const line = chainLine(decision.line, state.hash, sha256);
    this.#heads.set(area.contractAreaId, {
      head: decision.head,
      hash: line.hash,
      lines: [...state.lines, line],
    });
    return { decision, line, headBefore };
  }

  #store(area: SampleArea, decision: AssignmentDecision, line: LedgerLine, known: Known): void {
    for (const epoch of decision.begun)
      this.#rows.add("rotationEpoch", {
        contractAreaId: area.contractAreaId,
        number: epoch.number,
        firstContractId: epoch.contracts[0],
        secondContractId: epoch.contracts[1],
        fromOn: epoch.from,
        epoch,
        commandId: known.commandId,
      });
    this.#rows.add("ledgerLine", {
      contractAreaId: area.contractAreaId,
      seq: line.seq,
      kind: line.kind,
      referralKey: line.referralKey,
      line,
      prev: line.prev,
      hash: line.hash,
      commandId: known.commandId,
    });
  }

  #beginCase(
    caseId: CaseId,
    draft: ReferralDraft,
    change: ReferralChange,
    area: SampleArea,
    worker: SampleStaff,
    on: PlainDate,
    known: Known,
  ): SampleCase {
    const number = this.caseNumber(on);
    this.#rows.add("caseRecord", {
      caseId,
      number,
      profile: "IA_FSRP",
      familyName: change.familyName ?? "",
      openedOn: change.opens?.openedOn ?? null,
      openingBasis: change.opens?.openingBasis ?? null,
      languages: change.family.languages ?? [],
      interpreterNeeded: change.family.interpreterNeeded ?? false,
      culturalNotes: change.family.culturalNotes ?? null,
      changedAt: known.knownFrom,
      ...known,
    });
    this.#rows.add("caseTeam", {
      caseTeamId: this.#id(known.knownFrom),
      caseId,
      staffId: worker.staffId as StaffId,
      role: "CASEWORKER",
      fromOn: on,
      ...known,
    });
    const people = addPeople(this.#rows, this.#id, caseId, change.members, known);
    const livesElsewhere = (ref: string) =>
      change.members.some((one) => one.ref === ref && one.living?.setting === "NONRESIDENT");
    for (const relationship of change.family.relationships ?? [])
      if (relationship.kind !== undefined)
        this.#rows.add("relationship", {
          relationshipId: this.#id(known.knownFrom),
          caseId,
          personId: people.get(relationship.from) as PersonId,
          kind: relationship.kind,
          siblingKind: relationship.siblingKind ?? null,
          parentKind: relationship.parentKind ?? null,
          otherPersonId: people.get(relationship.to) as PersonId,
          // A parent who lives elsewhere is no partner any more.
          toOn:
            relationship.kind === "SIGNIFICANT_OTHER" && livesElsewhere(relationship.from)
              ? addDays(on, -400)
              : null,
          ...known,
        });
    for (const record of change.priorServices?.records ?? [])
      this.#rows.add("priorService", {
        priorServiceId: this.#id(known.knownFrom),
        caseId,
        organizationId: record.organizationId ?? null,
        organizationName: record.organizationName ?? null,
        fromOn: record.from ?? null,
        toOn: record.to ?? null,
        note: record.note ?? null,
        ...known,
      });
    return { caseId, number, area, worker, draft, people, episodes: [] };
  }
}
