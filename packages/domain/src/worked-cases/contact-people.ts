import { readCaseFile } from "../casefile/read-case-file.ts";
import { householdNotice } from "../expectations/household-notice.ts";
import { isObject, objects } from "./compare.ts";
import { type Block, date } from "./contact-block.ts";
import { caseFileOf, evaluationOf, finalDay } from "./facts-of-case.ts";

export const membership: Block = (comparison, expected, workedCase) => {
  const { members } = readCaseFile(caseFileOf(workedCase));
  objects(expected).forEach((row, i) => {
    const on = row["asOf"] === undefined ? finalDay(workedCase) : date(row["asOf"]);
    const member = members.find((candidate) => candidate.id === row["person"]);
    const basis = member?.criteria.map((entry) => entry.basis) ?? [];
    comparison.fields(`[${i}]`, row, {
      person: row["person"],
      member: member !== undefined && (member.to === undefined || member.to >= on),
      asOf: on,
      from: member?.joined,
      to: member?.to,
      basis: basis.find((code) => code === row["basis"]),
      // Joining a case makes no form 470-3055 and takes no turn (CASE-3, DEC-41): nothing here creates one.
      newReferral: false,
      rotationCounted: false,
    });
  });
};

export const householdNotification: Block = (comparison, expected, workedCase) => {
  const { householdChanges } = readCaseFile(caseFileOf(workedCase));
  const rows = isObject(expected) ? [expected] : objects(expected);
  rows.forEach((row, i) => {
    const change =
      householdChanges.find((candidate) => candidate.person === row["person"]) ??
      householdChanges[i];
    comparison.fields(
      rows.length > 1 ? `[${i}]` : "",
      row,
      change
        ? {
            rule: householdNotice.meta.id,
            person: change.person,
            ...householdNotice(change, workedCase.book, finalDay(workedCase)),
          }
        : {},
    );
  });
};

export const careCoordinator: Block = (comparison, expected, workedCase) =>
  objects(expected).forEach((row, i) => {
    const on = date(row["asOf"]);
    const flag = evaluationOf(workedCase, on).warnings.find(
      (warning) => warning.code === "CARE_COORDINATOR_MISSING",
    );
    comparison.fields(`[${i}]`, row, { asOf: on, flag: flag?.code });
  });
