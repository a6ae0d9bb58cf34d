import fc from "fast-check";
import type { CaseFile, Contact, LivingSituation, Member } from "../casefile/case-file.ts";
import type { ContactId, EpisodeId, PersonId } from "../kernel/ids.ts";
import { addDays, type PlainDate, plainDate } from "../kernel/plain-date.ts";
import {
  CONTACT_MODES,
  FREQUENCY_SOURCES,
  LIVING_SETTINGS,
  MEMBER_ROLES,
} from "../people/people.ts";
import { defaultPolicyBook, type PolicyBook, type SettingVersion } from "../policy/policy-book.ts";
import type { SettingKey, SettingValue } from "../policy/settings.ts";

/** Random case files and policy books: small families with much movement around few dates, so that edges meet. */

const ORIGIN = plainDate("2026-10-25");

/**
 * A date in a stretch of days that crosses Thanksgiving, New Year and two changes of month length. Most fall on few days,
 * one after another, so that facts meet on a day or its neighbor.
 */
export const dateIn = (first = 0, days = 150): fc.Arbitrary<PlainDate> =>
  fc
    .tuple(fc.integer({ min: first, max: first + days }), fc.nat(3))
    .map(([n, spread]) => (spread === 0 ? n : n - (n % 7) + (n % 7 >= 4 ? 1 : 0)))
    .map((n) => addDays(ORIGIN, n));

/** A value once in so many times, otherwise nothing. */
const optionally = <T>(arbitrary: fc.Arbitrary<T>, onceIn = 3): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { arbitrary: fc.constant(undefined), weight: onceIn - 1 },
    { arbitrary: arbitrary as fc.Arbitrary<T | undefined>, weight: 1 },
  );

/** Drops keys without a value: absent is absent, never undefined. */
const compact = <T extends object>(value: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;

const livingArbitrary: fc.Arbitrary<readonly LivingSituation[]> = fc
  .tuple(
    fc.constantFrom(...LIVING_SETTINGS, "PARENTAL_HOME" as const, "PARENTAL_HOME" as const),
    fc.constantFrom("IA", "IA", "IA", "IL"),
    fc.array(
      fc.record({
        from: dateIn(5, 110),
        length: optionally(fc.integer({ min: 0, max: 30 }), 2),
        setting: fc.constantFrom(...LIVING_SETTINGS, "PARENTAL_HOME" as const),
        state: fc.constantFrom("IA", "IA", "IA", "NE"),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([setting, state, moves]) => [
    { setting, state },
    ...moves
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, length, ...stay }) =>
        compact<LivingSituation>({
          ...stay,
          from,
          to: length === undefined ? undefined : addDays(from, length),
        }),
      ),
  ]);

const memberArbitrary = (id: PersonId): fc.Arbitrary<Member> =>
  fc
    .record({
      role: fc.constantFrom(...MEMBER_ROLES, "CHILD" as const, "CHILD" as const),
      living: livingArbitrary,
      criteria: optionally(
        fc.array(
          fc.constantFrom("ABUSE_VICTIM" as const, "CINA" as const, "SIBLING" as const, {
            basis: "CINA" as const,
            from: addDays(ORIGIN, 20),
          }),
          { maxLength: 2 },
        ),
        2,
      ),
      joined: optionally(dateIn(0, 100), 4),
      stays: optionally(fc.integer({ min: 0, max: 60 }), 4),
      // Birthdays inside the stretch, February 29 among them, so that children come of age.
      dob: optionally(
        fc.oneof(
          dateIn(0, 150).map((day) =>
            plainDate(`2009${day.slice(4) === "-02-29" ? "-03-01" : day.slice(4)}`),
          ),
          fc.constant(plainDate("2008-02-29")),
          dateIn(0, 100),
        ),
        2,
      ),
      deceasedOn: optionally(dateIn(0, 120), 8),
      continuesPastMajority: optionally(fc.boolean(), 4),
    })
    .map(({ stays, ...member }) =>
      compact<Member>({
        ...member,
        id,
        to: stays === undefined ? undefined : addDays(member.joined ?? ORIGIN, stays + 10),
      }),
    );

const contactArbitrary = (people: readonly PersonId[]) =>
  fc.record({
    date: dateIn(0, 140),
    mode: fc.constantFrom(
      ...CONTACT_MODES,
      "FACE_TO_FACE" as const,
      "FACE_TO_FACE" as const,
      "FACE_TO_FACE" as const,
      "FACE_TO_FACE" as const,
    ),
    with: fc.subarray([...people]),
    by: fc.constantFrom(
      "CONTRACTOR" as const,
      "CONTRACTOR" as const,
      "CONTRACTOR" as const,
      "SUBCONTRACTOR" as const,
      "DEPARTMENT" as const,
    ),
  });

const frequencyArbitrary = fc
  .record({
    times: fc.integer({ min: 1, max: 3 }),
    per: fc.constantFrom("WEEK" as const, "MONTH" as const, "MONTH" as const),
    source: fc.constantFrom(...FREQUENCY_SOURCES),
    from: dateIn(-10, 100),
    length: optionally(fc.integer({ min: 0, max: 60 }), 2),
  })
  .map(({ length, ...frequency }) => ({
    ...frequency,
    ...(length !== undefined && { to: addDays(frequency.from, length) }),
  }));

/** A case with one FSRP episode, sometimes after a safety plan. */
export const caseFileArbitrary: fc.Arbitrary<CaseFile> = fc
  .integer({ min: 1, max: 6 })
  .chain((size) => {
    const people = Array.from({ length: size }, (_, i) => `p${i}` as PersonId);
    return fc.record({
      effectiveDate: dateIn(5, 45),
      served: optionally(fc.integer({ min: 0, max: 90 }), 2),
      safetyPlan: optionally(fc.integer({ min: 1, max: 30 }), 4),
      members: fc.tuple(...people.map(memberArbitrary)),
      contacts: fc.array(contactArbitrary(people), { maxLength: 40 }),
      family: fc.array(frequencyArbitrary, { maxLength: 2 }),
      persons: fc.array(fc.tuple(fc.constantFrom(...people), frequencyArbitrary), { maxLength: 3 }),
      rights: fc.array(fc.tuple(fc.constantFrom(...people), dateIn(0, 100)), { maxLength: 1 }),
    });
  })
  .map(({ effectiveDate, served, safetyPlan, members, contacts, family, persons, rights }) => ({
    episodes: [
      ...(safetyPlan === undefined
        ? []
        : [
            {
              id: "plan" as EpisodeId,
              serviceType: "SAFETY_PLAN" as const,
              effectiveDate: addDays(effectiveDate, -safetyPlan),
              lastServiceDay: addDays(effectiveDate, -1),
            },
          ]),
      {
        id: "fsrp" as EpisodeId,
        serviceType: "FSRP" as const,
        effectiveDate,
        ...(served !== undefined && { lastServiceDay: addDays(effectiveDate, served) }),
      },
    ],
    members,
    contacts: contacts.map((contact, i): Contact => ({ ...contact, id: `c${i}` as ContactId })),
    familyPlanFrequency: family,
    planFrequencies: persons.map(([member, frequency]) => ({ ...frequency, member })),
    terminationsOfRights: rights.map(([parent, date]) => ({ parent, date, child: "ALL" as const })),
  }));

const choices: { readonly [K in SettingKey]?: readonly SettingValue[] } = {
  initialContactBusinessDays: [5, 3],
  initialContactCountsEffectiveDay: [false, true],
  firstPeriodDays: [30, 20],
  weekStartsOn: ["SUNDAY", "MONDAY"],
  weekMode: ["CALENDAR", "ROLLING_7"],
  weeklyCount: [3, 2],
  initialContactAnchor: ["FIRST_HOME_ADULT", "FIRST_HOME_MEMBER", "ALL_REQUIRED_SEEN"],
  escalateInitialOverdueDays: [0, 2],
  monthlyStart: ["MONTH_OF_DAY_31", "FIRST_FULL_MONTH"],
  familyQuorum: ["ADULT_AND_ALL_HOME_CHILDREN", "ANY_HOME_MEMBER", "EVERY_HOME_MEMBER"],
  otherChildContactMustPostdateMove: [false, true],
  entrantGraceBusinessDays: [5, 0, 10],
  closingWindow: ["CANCEL", "REQUIRE"],
  childAgeLimit: [18, 17],
  icpcTaskForNonPlacement: [false, true],
  countSafetyPlanContacts: [false, true],
  jointMeetingDeadline: [null, 3],
  firstMeetingEmailBusinessDays: [null, 2],
};

const versionArbitrary: fc.Arbitrary<SettingVersion> = fc
  .constantFrom(...(Object.keys(choices) as SettingKey[]))
  .chain((key) =>
    fc.record({
      key: fc.constant(key),
      value: fc.constantFrom(...(choices[key] ?? [])),
      validFrom: optionally(dateIn(0, 120), 2),
    }),
  )
  .map((version) => compact<SettingVersion>({ ...version, source: "random" }));

/** The default book with some settings changed, some of them from a later day on. */
export const policyBookArbitrary: fc.Arbitrary<PolicyBook> = fc
  .array(versionArbitrary, { maxLength: 5 })
  .map((versions) => {
    const book = defaultPolicyBook("IA_FSRP");
    return { ...book, settings: [...book.settings, ...versions] };
  });
