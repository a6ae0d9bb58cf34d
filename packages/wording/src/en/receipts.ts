import { text, when } from "../lib/params.ts";
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
    ASSIGNED_ROTATION: () =>
      "The two contractors of the area take turns, and it was this contractor's turn.",
    ASSIGNED_EQUALIZING: () =>
      "An earlier assignment went outside the order. This one helps to balance it.",
    ASSIGNED_OVERRIDE: () => "It was assigned for continuity of service.",
    ASSIGNED_CARRY_OVER: () =>
      "This contractor has the family for safety plan services and keeps it.",
    ASSIGNED_RESUBMISSION: () =>
      "The family was referred before and withdrawn. It returns to the same contractor.",
    ASSIGNED_FORCED: () => "Only one contract is in force in the area.",
    ASSIGNED_TRANSFER: () => "The family moved to another contract area and takes a turn there.",
    NOT_COUNTED: () => "The turn does not count.",
    OUT_OF_TURN: () => "It was the other contractor's turn; later referrals balance it.",
    ASSIGNED_REVERSAL: (p) =>
      `The turn was taken back${when(text(p, "refersToSeq"), (seq) => `; it was turn ${seq}`)}.`,
    MOVED_AT_CONTRACT_END: (p) =>
      `The contract ended and the open case was moved to another contractor${when(text(p, "refersToSeq"), (seq) => `; it was turn ${seq}`)}.`,
    TURN_CORRECTED: (p) =>
      `An administrator corrected a turn, with a second person's agreement${when(text(p, "refersToSeq"), (seq) => `; it was turn ${seq}`)}.`,
    NEW_EPOCH: (p) =>
      `The contracts of this order began${when(text(p, "from"), (d) => ` ${dates.date(d)}`)}.`,
  },
} satisfies ReceiptWords;
