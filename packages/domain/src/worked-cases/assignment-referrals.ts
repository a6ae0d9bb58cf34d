import { IOWA_SERVICE_AREAS, type ServiceArea } from "../agency/area.ts";
import { checkReferral } from "../assignment/decide-referral.ts";
import type { CaseSoFar, ReferralFacts } from "../assignment/referral.ts";
import type { ReferralDraft } from "../assignment/referral-draft.schema.ts";
import type { CaseId, ContractAreaId, EpisodeId, ServiceAreaId, StaffId } from "../kernel/ids.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { codeText } from "../kernel/result.ts";
import type { PolicyBook } from "../policy/policy-book.ts";
import { contractsOf } from "./assignment-world.ts";

const today = plainDate("2026-11-23");
const opened = plainDate("2026-11-19");
const from = plainDate("2000-01-01");

const area = (name: string, ...subareas: readonly string[]): ServiceArea => ({
  id: name as ServiceAreaId,
  name,
  contractAreas:
    subareas.length === 0
      ? [{ id: name as ContractAreaId, from, counties: [] }]
      : subareas.map((subareaName) => ({
          id: `${name} / ${subareaName}` as ContractAreaId,
          subareaName,
          from,
          counties: [],
        })),
});
const AREAS = IOWA_SERVICE_AREAS.map(({ name, subareas }) =>
  subareas === 0 ? area(name) : area(name, "subarea 1", "subarea 2"),
);

/** A referral to which nothing is wanting: of a case that is open, in an area with two contractors. */
const complete: ReferralDraft = {
  family: {
    members: [
      {
        ref: "mia",
        given: "Mia",
        family: "Sample",
        birthDate: plainDate("2020-05-04"),
        birthDateKind: "EXACT",
        role: "CHILD",
        bases: [{ basis: "ABUSE_VICTIM", on: plainDate("2026-11-10"), meetsOpeningCriteria: true }],
        living: { setting: "PARENTAL_HOME", state: "IA" },
      },
      {
        ref: "dana",
        given: "Dana",
        family: "Sample",
        role: "PARENT",
        living: { setting: "PARENTAL_HOME", state: "IA" },
      },
    ],
  },
  service: { serviceType: "FSRP", serviceAreaId: "Waterloo" as ServiceAreaId, purpose: "PRESERVE" },
  form: { effectiveDate: today, signedOn: today },
  risks: { noneKnown: true },
};

const openCase: CaseSoFar = {
  caseId: "K-1" as CaseId,
  caseNumber: "2026-0001",
  profile: "IA_FSRP",
  openedOn: opened,
  members: [],
  episodes: [],
};

const facts = (pair: readonly string[], known?: CaseSoFar): ReferralFacts => ({
  serviceAreas: AREAS,
  contractsOf: (id) => contractsOf({ area: id, pair }),
  worker: "worker" as StaffId,
  ...(known && { case: known }),
});
const usual = facts(["Prairie Family Services", "River Bend Family Care"], openCase);

const { purpose: _purpose, ...withoutPurpose } = complete.service ?? {};
const { serviceAreaId: _area, ...withoutArea } = complete.service ?? {};
const child = complete.family?.members?.[0];

interface Situation {
  readonly draft: ReferralDraft;
  readonly facts: ReferralFacts;
}
const of = (change: Partial<ReferralDraft>, known: ReferralFacts = usual): Situation => ({
  draft: { ...complete, ...change },
  facts: known,
});

/** Situations by the words in which the worked cases tell them; the first that fits. */
const SITUATIONS: readonly (readonly [RegExp, Situation])[] = [
  [/^FSRP referral, no open child welfare case/, of({}, facts(["Prairie", "River Bend"]))],
  [
    /^safety plan referral, no open case/,
    of(
      { service: { ...withoutPurpose, serviceType: "SAFETY_PLAN" } },
      facts(["Prairie", "River Bend"]),
    ),
  ],
  [/^FSRP referral without purpose/, of({ service: withoutPurpose })],
  [
    /only child is a victim who does not meet the opening criteria/,
    of({
      family: {
        members:
          child === undefined
            ? []
            : [{ ...child, bases: [{ basis: "ABUSE_VICTIM", meetsOpeningCriteria: false }] }],
      },
    }),
  ],
  [/^no contract area/, of({ service: withoutArea })],
  [
    /already assigned and open for FSRP/,
    of(
      {},
      facts(["Prairie", "River Bend"], {
        ...openCase,
        episodes: [
          {
            episodeId: "E-1" as EpisodeId,
            no: 1,
            serviceType: "FSRP",
            effectiveDate: opened,
            standing: true,
          },
        ],
      }),
    ),
  ],
];

/** Referrals that the narrative of a case describes and its data do not: each code names its own situation. */
const BY_CODE: Readonly<Record<string, Situation>> = {
  AREA_REQUIRED: of({ service: withoutArea }),
  SUBAREA_REQUIRED: of({
    service: { ...complete.service, serviceAreaId: "Des Moines" as ServiceAreaId },
  }),
  SUBAREA_NOT_ALLOWED: of({
    service: { ...complete.service, subareaId: "Waterloo / subarea 1" as ContractAreaId },
  }),
  AREA_NEEDS_TWO_CONTRACTORS: of({}, facts(["Prairie Family Services"], openCase)),
  NO_ACTIVE_CONTRACTOR: of({}, facts([], openCase)),
};

const codesOf = (situation: Situation, book: PolicyBook): readonly string[] =>
  checkReferral(situation.draft, situation.facts, book, today).refusals.map(codeText);

export const referralSituation = (
  text: string,
  book: PolicyBook,
): readonly string[] | undefined => {
  const found = SITUATIONS.find(([shape]) => shape.test(text));
  return found && codesOf(found[1], book);
};

/** A referral that its label describes: `R8 (Waterloo subarea 1)` names a service area and a subarea. */
const namedArea = (label: string): Situation | undefined => {
  const named = AREAS.find(({ name }) => label.includes(name));
  if (named === undefined) return undefined;
  const [subarea] = /subarea \d/.exec(label) ?? [];
  const subareaId = subarea && { subareaId: `${named.name} / ${subarea}` as ContractAreaId };
  return of({ service: { ...withoutArea, serviceAreaId: named.id, ...subareaId } });
};

/** The codes of a refused referral: by its label where that describes it, else by the situation that its code names. */
export const refusalsOf = (
  label: string,
  code: string,
  book: PolicyBook,
): readonly string[] | undefined => {
  const found = namedArea(label) ?? BY_CODE[code];
  return found && codesOf(found, book);
};
