import { describe, expect, test } from "vitest";
import type { ContractTerm } from "../agency/contract.ts";
import type { LedgerLine } from "../assignment/ledger-line.ts";
import type { RotationEpoch } from "../assignment/rotation.ts";
import type { ContractId, OrganizationId, StaffId } from "../kernel/ids.ts";
import { instant } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { codeText, type Result } from "../kernel/result.ts";
import { defaultPolicyBook, settingOn } from "../policy/policy-book.ts";
import { SETTING_KEYS, SETTINGS, type SettingKey, type SettingValue } from "../policy/settings.ts";
import { covers } from "../testing/covers.ts";
import { decideCaseMove } from "./case-move.ts";
import { checkCorrection } from "./correction.ts";
import { decideProposalAnswer } from "./proposal.ts";
import { SettingContent } from "./proposal.schema.ts";
import { decideSettingChange, withSettingChange } from "./setting-change.ts";

const ada = "ada" as StaffId;
const ben = "ben" as StaffId;
const codes = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(codeText);

describe("an answer", () => {
  test("is another person's than the proposal, once" + covers("ASG-7", "ASG-10"), () => {
    const open = { proposedBy: ada };
    expect(decideProposalAnswer(open, { by: ben, decision: "APPROVED" })).toMatchObject({
      ok: true,
      value: { decision: "APPROVED" },
    });
    expect(codes(decideProposalAnswer(open, { by: ada, decision: "APPROVED" }))).toEqual([
      "APPROVER_IS_REQUESTER",
    ]);
    expect(codes(decideProposalAnswer(open, { by: ada, decision: "REJECTED", note: "x" }))).toEqual(
      ["APPROVER_IS_REQUESTER"],
    );
    for (const decision of ["APPROVED", "REJECTED", "WITHDRAWN"] as const)
      expect(
        codes(decideProposalAnswer({ ...open, decision }, { by: ben, decision: "APPROVED" })),
      ).toEqual(["INVALID_TRANSITION"]);
  });

  test("that rejects says why; only the one who asked takes it back" + covers("ASG-10"), () => {
    const open = { proposedBy: ada };
    expect(codes(decideProposalAnswer(open, { by: ben, decision: "REJECTED", note: " " }))).toEqual(
      ["REASON_REQUIRED"],
    );
    expect(
      decideProposalAnswer(open, { by: ben, decision: "REJECTED", note: " No source " }),
    ).toMatchObject({ value: { note: "No source" } });
    expect(decideProposalAnswer(open, { by: ada, decision: "WITHDRAWN" }).ok).toBe(true);
    expect(codes(decideProposalAnswer(open, { by: ben, decision: "WITHDRAWN" }))).toEqual([
      "INVALID_TRANSITION",
    ]);
  });
});

const today = plainDate("2026-11-23");
const january = plainDate("2027-01-01");
const book = defaultPolicyBook("IA_FSRP");
const change = (
  values: Partial<Record<SettingKey, SettingValue>>,
  more: { readonly validFrom?: string; readonly source?: string } = {},
) =>
  decideSettingChange(
    {
      validFrom: plainDate(more.validFrom ?? january),
      values,
      source: more.source ?? "Contract amendment 3",
    },
    book,
    today,
  );
const published = { publishedAt: instant("2026-11-23T15:00:00Z"), publishedBy: "Ada" };

describe("a change of settings", () => {
  test(
    "is a new version from a day on; what was before stays" +
      covers("X-6", "DEC-48", "DEC-32", "DEC-38"),
    () => {
      const decided = change({ rotationScope: "PER_SERVICE_TYPE", allowSingleContractor: true });
      if (!decided.ok) throw new Error(codes(decided).join());
      expect(decided.value.steps).toEqual([
        { key: "rotationScope", before: "COMBINED", after: "PER_SERVICE_TYPE" },
        { key: "allowSingleContractor", before: false, after: true },
      ]);
      const next = withSettingChange(book, decided.value, published);
      expect(next.number).toBe(book.number + 1);
      expect(next.settings.slice(0, book.settings.length)).toEqual(book.settings);
      for (const [day, value] of [
        ["2026-12-31", "COMBINED"],
        ["2027-01-01", "PER_SERVICE_TYPE"],
      ] as const)
        expect(settingOn(next, "rotationScope", plainDate(day))).toBe(value);
    },
  );

  test(
    "is refused for a day that is past, without source, without value" + covers("DEC-48"),
    () => {
      expect(codes(change({ tieBreak: "STARTER_FIRST" }, { validFrom: "2026-11-22" }))).toEqual([
        "DATE_IN_PAST",
      ]);
      expect(change({ tieBreak: "STARTER_FIRST" }, { validFrom: today }).ok).toBe(true);
      expect(codes(change({ tieBreak: "STARTER_FIRST" }, { source: " " }))).toEqual([
        "FIELD_REQUIRED:source",
      ]);
      expect(codes(change({}))).toEqual(["FIELD_REQUIRED:values"]);
    },
  );

  test("is refused where it changes nothing or does not fit" + covers("DEC-34", "DEC-35"), () => {
    expect(codes(change({ overrideReasonCodes: ["CONTINUITY"] }))).toEqual([
      "VALUE_UNCHANGED:overrideReasonCodes",
    ]);
    expect(codes(change({ resubmissionWindowDays: 30 }))).toEqual([
      "VALUE_UNCHANGED:resubmissionWindowDays",
    ]);
    for (const value of [-1, 367, 1.5, null, "30", true] as unknown as SettingValue[])
      expect(codes(change({ resubmissionWindowDays: value }))).toEqual([
        "VALUE_NOT_ALLOWED:resubmissionWindowDays",
      ]);
    expect(codes(change({ overrideReasonCodes: ["OTHER", "OTHER"] }))).toEqual([
      "VALUE_NOT_ALLOWED:overrideReasonCodes",
    ]);
    // A setting of the other policy.
    expect(codes(change({ authorMayApprove: true }))).toEqual([
      "VALUE_NOT_ALLOWED:authorMayApprove",
    ]);
  });

  test("ends where a later version is published already" + covers("DEC-48"), () => {
    const first = change({ weeklyCount: 4 }, { validFrom: "2027-03-01" });
    if (!first.ok) throw new Error();
    const next = withSettingChange(book, first.value, published);
    const second = decideSettingChange(
      { validFrom: january, values: { weeklyCount: 5 }, source: "Notice" },
      next,
      today,
    );
    expect(second).toMatchObject({
      value: { steps: [{ key: "weeklyCount", before: 3, after: 5, until: "2027-03-01" }] },
    });
  });

  test(
    "can be made of every setting of the register, by the shape of its value" + covers("X-6"),
    () => {
      for (const key of SETTING_KEYS) {
        const { shape, profile, default: usual } = SETTINGS[key];
        const value: SettingValue =
          shape.kind === "yesNo"
            ? !(usual as boolean)
            : shape.kind === "choice"
              ? (shape.of.find((one) => one !== usual) as SettingValue)
              : shape.kind === "codes"
                ? ["CONTINUITY", "KINSHIP"]
                : usual === shape.max
                  ? shape.min
                  : shape.max;
        const content = { profile, validFrom: january, values: { [key]: value } };
        expect(SettingContent.safeParse(content).success, key).toBe(true);
        const decided = decideSettingChange(
          { ...content, source: "Notice" },
          defaultPolicyBook(profile),
          today,
        );
        expect([key, codes(decided)]).toEqual([key, []]);
      }
    },
  );
});

const term = (
  id: string,
  organizationId: string,
  position: 1 | 2,
  from: string,
  to: string,
): ContractTerm => ({
  id: id as ContractId,
  organizationId: organizationId as OrganizationId,
  position,
  from: plainDate(from),
  to: plainDate(to),
  subcontractors: [],
});

describe("a move of open cases at the end of a contract", () => {
  const contracts = [
    term("a1", "A", 1, "2026-01-01", "2026-12-15"),
    term("b1", "B", 2, "2026-01-01", "2026-12-15"),
    term("b2", "B", 2, "2026-12-16", "2027-12-31"),
    term("c1", "C", 1, "2027-01-01", "2027-12-31"),
  ];
  const move = (contractId: string, successorId: string, day: string = today) =>
    decideCaseMove(
      { contractId: contractId as ContractId, successorId: successorId as ContractId },
      contracts,
      plainDate(day),
    );

  test(
    "goes to another organization, from the day after or its first day" +
      covers("ASG-12", "DEC-42"),
    () => {
      expect(move("a1", "c1")).toMatchObject({ value: { servesFrom: "2027-01-01" } });
      expect(move("a1", "b2")).toMatchObject({ value: { servesFrom: "2026-12-16" } });
      expect(codes(move("a1", "b1"))).toEqual(["NO_ACTIVE_CONTRACTOR"]);
      // Long after, when that contract is over too.
      expect(codes(move("a1", "c1", "2028-01-01"))).toEqual(["NO_ACTIVE_CONTRACTOR"]);
      expect(codes(move("a1", "a1"))).toEqual(["NO_ACTIVE_CONTRACTOR"]);
    },
  );

  test(
    "is prepared 30 days ahead, and not where the organization goes on" +
      covers("DEC-36", "DEC-42"),
    () => {
      expect(move("a1", "c1", "2026-11-15").ok).toBe(true);
      expect(codes(move("a1", "c1", "2026-11-14"))).toEqual(["INVALID_TRANSITION"]);
      expect(codes(move("b1", "c1"))).toEqual(["INVALID_TRANSITION"]);
      expect(codes(move("none", "c1"))).toEqual(["INVALID_TRANSITION"]);
    },
  );
});

test("a correction names one of the pair of the line's epoch" + covers("ASG-10"), () => {
  const epochs = [{ number: 1, contractors: ["A", "B"] }] as unknown as readonly RotationEpoch[];
  const line = { kind: "ASSIGNMENT", epoch: 1 } as LedgerLine;
  const check = (contractor: string, of = line) =>
    codes(checkCorrection({ contractor: contractor as OrganizationId, counted: true }, of, epochs));
  expect(check("B")).toEqual([]);
  expect(check("C")).toEqual(["VALUE_NOT_ALLOWED"]);
  expect(check("B", { ...line, kind: "MOVE" })).toEqual(["INVALID_TRANSITION"]);
  expect(check("B", { ...line, epoch: 0 })).toEqual(["INVALID_TRANSITION"]);
});
