import type { Letter } from "../notices/letter.ts";

/** What the notice of a household change is made from; neither the family nor what changed stands in it. */
export interface HouseholdNotice {
  readonly workerName: string;
  readonly senderName: string;
  readonly organizationName: string;
  readonly link: string;
}

/** The e-mail that tells the Department worker of a household change (EXP-6). */
export const householdLetter = (notice: HouseholdNotice): Letter => ({
  subject: "A household change to read in Kinward",
  body: [
    `${notice.workerName},`,
    `${notice.senderName}, ${notice.organizationName}, has recorded that the household changed in one of your cases. What changed stands in Kinward only:`,
    notice.link,
    "Mark it as received when you have read it.",
  ].join("\n\n"),
});
