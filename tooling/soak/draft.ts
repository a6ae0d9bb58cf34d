import { LATER, TODAY } from "./agency.ts";

/** Someone of the family who is in the case already. */
export interface Known {
  readonly personId: string;
  readonly role: string;
}

export interface Family {
  readonly name: string;
  readonly serviceAreaId: string;
  readonly service: "FSRP" | "SAFETY_PLAN";
  /** Services begin later, so that a withdrawal takes the turn back. */
  readonly isLater?: boolean;
  /** The contractor that an override asks for: it served the family before. */
  readonly override?: string;
  /** The case that the referral continues, with its people. */
  readonly of?: { readonly caseId: string; readonly people: readonly Known[] };
}

/** A mother at home with an abused girl, as a worker fills in the form. */
export function draftOf({ name, serviceAreaId, service, isLater, override, of }: Family): object {
  const living = { setting: "PARENTAL_HOME", state: "IA" };
  const personOf = (role: string) => {
    const personId = of?.people.find((one) => one.role === role)?.personId;
    return personId === undefined ? {} : { personId };
  };
  return {
    ...(of && { caseId: of.caseId }),
    family: {
      members: [
        {
          ref: "girl",
          ...personOf("CHILD"),
          given: "Ann",
          family: name,
          birthDate: "2018-05-04",
          birthDateKind: "EXACT",
          role: "CHILD",
          bases: [{ basis: "ABUSE_VICTIM", on: "2026-11-01", meetsOpeningCriteria: true }],
          living,
          purpose: "PRESERVE",
        },
        {
          ref: "mom",
          ...personOf("PARENT"),
          given: "Maria",
          family: name,
          role: "PARENT",
          bases: [{ basis: "PARENT" }],
          living,
        },
      ],
    },
    service: {
      serviceType: service,
      serviceAreaId,
      ...(service === "FSRP" && { purpose: "PRESERVE" }),
    },
    legalBasis: { openingBasis: "CHILD_PROTECTIVE_ASSESSMENT", openedOn: TODAY },
    form: { effectiveDate: isLater ? LATER : TODAY, signedOn: TODAY },
    priorServices:
      override === undefined
        ? { noneKnown: true }
        : { records: [{ organizationId: override, from: "2025-01-06", to: "2025-06-30" }] },
    ...(override !== undefined && {
      override: { target: override, believedBeneficialBy: ["FAMILY"], reason: "CONTINUITY" },
    }),
    risks: { noneKnown: true },
  };
}
