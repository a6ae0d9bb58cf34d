import type { Params } from "@kinward/domain/kernel";
import { labelOf, list, text, when } from "../lib/params.ts";
import type { HistoryWords } from "../types.ts";
import { dates } from "./dates.ts";
import { fieldWord } from "./fields.ts";
import { labels } from "./labels.ts";
import { markSentences } from "./marks.ts";

/** `today` among the parameters leaves the year of this year out. */
const on = (value: string, params: Params) =>
  dates.date(value, { style: "day", today: text(params, "today") });
const people = (names: readonly string[]) =>
  names.length === 0 ? "" : ` with ${dates.list(names)}`;

/** One sentence for each thing that someone did. The screen adds who and when. */
export const history = {
  sentence: {
    "referrals.submit": (p) =>
      `Submitted the referral${when(text(p, "serviceType"), (code) => ` for ${labelOf(labels.serviceType, code)}`)}${when(text(p, "contractorName"), (name) => `; it went to ${name}`)}${when(text(p, "turn"), (turn) => `, turn ${turn}`)}${when(text(p, "areaName"), (area) => ` in ${area}`)}`,
    "intake.acknowledge": () => "Acknowledged the referral",
    "intake.assignCoordinator": (p) =>
      `Assigned ${text(p, "name") || "a care coordinator"}${text(p, "name") === "" ? "" : " as care coordinator"}${when(text(p, "from"), (d) => ` from ${on(d, p)}`)}`,
    "team.reassignWorker": (p) =>
      `Handed the case over to ${text(p, "name") || "another worker"} as Department worker${when(text(p, "from"), (d) => ` from ${on(d, p)}`)}`,
    "team.reassignCoordinator": (p) =>
      `Handed the case over to ${text(p, "name") || "another care coordinator"} as care coordinator${when(text(p, "from"), (d) => ` from ${on(d, p)}`)}`,
    "team.reassignMany": (p) =>
      `Handed cases over to ${text(p, "name") || "someone else"}${when(text(p, "from"), (d) => ` from ${on(d, p)}`)}`,
    "team.confirmHandover": () => "Confirmed having read the handover note",
    "team.nameCover": (p) =>
      `Named ${text(p, "name") || "someone"} to cover for ${text(p, "awayName") || "someone"}${when(text(p, "from"), (from) => `, ${dates.range(from, text(p, "to"), { today: text(p, "today") })}`)}`,
    "team.endCover": (p) => `Ended the cover for ${text(p, "awayName") || "someone"}`,
    "contacts.record": (p) =>
      text(p, "mode") === "ATTEMPT"
        ? `Recorded an attempt${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}${people(list(p, "people"))}`
        : `Recorded a contact${when(text(p, "mode"), (mode) => `, ${labelOf(labels.mode, mode).toLowerCase()},`)}${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}${people(list(p, "people"))}`,
    "contacts.correct": (p) =>
      `Corrected the contact${when(text(p, "on"), (d) => ` of ${on(d, p)}`)}${people(list(p, "people"))}`,
    "notices.sendFirstMeeting": (p) =>
      `Sent the first-meeting notice${when(text(p, "to"), (to) => ` to ${to}`)}${when(text(p, "meetingOn"), (d) => `, about the meeting of ${on(d, p)}`)}`,
    "work.recordWhy": (p) =>
      `Recorded why a duty was late or missed${when(dates.list(list(p, "duties")), (what) => `: ${what}`)}`,
    "cases.begin": (p) =>
      `Began the case${when(text(p, "openedOn"), (d) => `, opened ${on(d, p)}`)}`,
    "cases.recordMove": (p) =>
      `Recorded where ${text(p, "person") || "a member of the family"} lives${when(text(p, "setting"), (code) => `: ${labelOf(labels.setting, code).toLowerCase()}`)}${when(text(p, "from"), (d) => ` from ${on(d, p)}`)}`,
    "cases.recordIcpc": (p) =>
      `Recorded Interstate Compact coordination${when(text(p, "person"), (name) => ` for ${name}`)}${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}`,
    "people.add": (p) =>
      `Added ${text(p, "person") || "someone"} to the case${when(text(p, "role"), (code) => ` as ${labelOf(labels.memberRole, code).toLowerCase()}`)}${when(text(p, "joined"), (d) => ` from ${on(d, p)}`)}`,
    "people.endMembership": (p) =>
      `Recorded that ${text(p, "person") || "someone"} left the case${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}${when(text(p, "because"), (code) => `: ${labelOf(labels.leftReason, code).toLowerCase()}`)}`,
    "people.recordDeath": (p) =>
      text(p, "on") === ""
        ? `Took back the record that ${text(p, "person") || "someone"} died`
        : `Recorded that ${text(p, "person") || "someone"} died on ${on(text(p, "on"), p)}`,
    "people.confirm": (p) => `Confirmed what was recorded of ${text(p, "person") || "someone"}`,
    "people.correctMembership": (p) =>
      `Corrected when ${text(p, "person") || "someone"} was in the case`,
    "people.correctPerson": (p) => `Corrected who ${text(p, "person") || "someone"} is`,
    "people.correctStay": (p) => `Corrected where ${text(p, "person") || "someone"} lived`,
    "people.withdrawStay": (p) => `Took back a recorded move of ${text(p, "person") || "someone"}`,
    "people.remove": (p) => `Took out ${text(p, "person") || "someone"}, who was added by mistake`,
    "people.recordHouseholdChange": (p) =>
      `Recorded that ${text(p, "who") || "someone"} ${text(p, "kind") === "EXITED" ? "left" : "entered"} the household${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}`,
    "people.receiveNotice": (p) =>
      `Received the notice of a household change${when(text(p, "on"), (d) => ` of ${on(d, p)}`)}`,
    "cases.endServices": (p) =>
      text(p, "on") === ""
        ? "Recorded that the services go on"
        : text(p, "before") === ""
          ? `Ended the services on ${on(text(p, "on"), p)}`
          : `Corrected the last service day from ${on(text(p, "before"), p)} to ${on(text(p, "on"), p)}`,
    "cases.moveToSuccessor": (p) =>
      `Moved the services to ${text(p, "contractorName") || "another contractor"}${when(text(p, "from"), (d) => ` from ${on(d, p)}`)}, because the contract ended`,
    ...markSentences,
    "referrals.withdraw": (p) =>
      `Withdrew the referral${text(p, "reversal") === "" ? when(text(p, "on"), (d) => `; the turn counts and services end on ${on(d, p)}`) : `; turn ${text(p, "turn")} was taken back by line ${text(p, "reversal")}`}`,
    "overrides.request": () => "Asked a supervisor about a continuity override",
    "overrides.answer": (p) =>
      text(p, "decision") === "APPROVED"
        ? "Approved a continuity override"
        : "Declined a continuity override",
    "persons.merge": (p) =>
      `Merged two records about ${text(p, "person") || "one person"}${when(text(p, "merged"), (name) => `, one of them as ${name}`)}`,
    "persons.undoMerge": (p) =>
      `Took back the merge of two records about ${text(p, "person") || "one person"}`,
    "persons.proposeMerge": () => "Proposed that two records are about one person",
    "persons.approveMerge": () => "Agreed that two records are about one person",
    "persons.declineMerge": () => "Declined that two records are about one person",
    "persons.withdrawMerge": () => "Took back that two records are about one person",
    "persons.maybeSame": () => "Took back that two people with similar records are not the same",
    "persons.notSame": () => "Recorded that two people with similar records are not the same",
    "cases.openWithReason": () => "Opened the case of another team",
    "areas.setCounty": (p) =>
      `Put ${text(p, "county") || "a county"} into the contract area${when(text(p, "from"), (d) => ` from ${on(d, p)}`)}`,
    "areas.endCounty": (p) =>
      `Took ${text(p, "county") || "a county"} out of the contract area${when(text(p, "to"), (d) => ` after ${on(d, p)}`)}`,
    "areas.begin": (p) =>
      `Began the contract area${when(text(p, "from"), (d) => ` on ${on(d, p)}`)}`,
    "areas.end": (p) => `Ended the contract area${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}`,
    "organizations.save": (p) =>
      `Saved the organization${when(text(p, "name"), (name) => ` ${name}`)}`,
    "organizations.end": (p) =>
      `Ended the organization${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}`,
    "contracts.save": () => "Saved the contract",
    "contracts.activate": () => "Activated the contract",
    "contracts.addSubcontractor": (p) =>
      `Added ${text(p, "name") || "a subcontractor"}${when(text(p, "from"), (d) => ` from ${on(d, p)}`)}`,
    "contracts.endSubcontractor": (p) =>
      `Ended ${text(p, "name") || "a subcontractor"}${when(text(p, "to"), (d) => ` on ${on(d, p)}`)}`,
    "contracts.setStarter": (p) =>
      `Named ${text(p, "name") || "the contractor"} to begin the order`,
    "holidays.publish": (p) =>
      `Published the holidays${when(text(p, "year"), (year) => ` of ${year}`)}`,
    "staff.invite": (p) => `Invited ${text(p, "name") || "someone"}`,
    "staff.change": (p) => `Changed the access of ${text(p, "name") || "someone"}`,
    "staff.end": (p) =>
      `Ended the access of ${text(p, "name") || "someone"}${when(text(p, "on"), (d) => ` on ${on(d, p)}`)}`,
    "staff.resendInvitation": (p) => `Sent the invitation of ${text(p, "name") || "someone"} again`,
    "offices.save": (p) => `Saved the office${when(text(p, "name"), (name) => ` ${name}`)}`,
    "teams.save": (p) => `Saved the team${when(text(p, "name"), (name) => ` ${name}`)}`,
    "setup.create": () => "Set up the agency",
    "invitations.accept": () => "Accepted the invitation",
    "session.signOutEverywhere": () => "Signed out everywhere",
  },
  field: (table, field) => {
    const own = fieldWord(table, field);
    if (own !== undefined) return own;
    const words = field
      .replace(/Id$|_id$/u, "")
      .replace(/([a-z])([A-Z])/gu, "$1 $2")
      .replaceAll("_", " ")
      .toLowerCase();
    return words === "" ? field : words[0]?.toUpperCase() + words.slice(1);
  },
} satisfies HistoryWords;
