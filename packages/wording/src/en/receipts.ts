import { labelOf, number, text, when } from "../lib/params.ts";
import type { ReceiptWords } from "../types.ts";
import { dates } from "./dates.ts";

const METHODS = {
  ROTATION: "In turn",
  EQUALIZING: "In turn, to balance the order",
  OVERRIDE: "Continuity override",
  CARRY_OVER: "Same contractor as the safety plan services",
  RESUBMISSION: "Referred again to the same contractor",
  REVERSAL: "Turn taken back",
  FORCED: "Only one contractor is under contract",
  TRANSFER: "Transfer to another contract area",
};

/** Why a case went where it went, for those who read it after submission. */
export const receipts = {
  method: METHODS,
  why: {
    ROTATION: () =>
      "The two contractors of the area take turns, and it was this contractor's turn.",
    EQUALIZING: (p) =>
      `An earlier assignment went outside the order. This one helps to balance it${when(text(p, "before"), (n) => `; the difference was ${Math.abs(Number(n))}`)}.`,
    OVERRIDE: (p) =>
      `It was assigned outside the order for continuity of service${when(text(p, "reason"), (reason) => `: ${reason}`)}. Later referrals balance it.`,
    CARRY_OVER: () =>
      "This contractor has the family for safety plan services and keeps it. The turn is not counted again.",
    RESUBMISSION: () =>
      "The family was referred before and withdrawn. It returns to the same contractor.",
    FORCED: () => "Only one contract is in force in the area.",
    TRANSFER: () => "The family moved to another contract area and takes a turn there.",
    COUNTED: () => "The turn counts.",
    NOT_COUNTED: () => "The turn does not count.",
    OUT_OF_ORDER: () => "It was the other contractor's turn; later referrals balance it.",
    BALANCE: (p) =>
      `The difference between the two contractors went from ${number(p, "before") ?? 0} to ${number(p, "after") ?? 0}.`,
    REFERS_TO: (p) => `It goes back to turn ${text(p, "seq")}.`,
    LANE: (p) =>
      `Order: ${labelOf({ COMBINED: "one for both services", FSRP: "FSRP", SAFETY_PLAN: "safety plan services" }, text(p, "lane"))}.`,
    EPOCH: (p) =>
      `The contracts of this order began${when(text(p, "from"), (d) => ` ${dates.date(d)}`)}.`,
  },
} satisfies ReceiptWords;
