import { newId } from "@kinward/db";
import type { CASEWORK_ROUTES } from "../../routes/casework.ts";
import type { Inputs } from "./inputs.ts";

const nothing = () => ({});
const command = () => ({ commandId: newId() });

export const CASEWORK_INPUTS: Inputs<keyof typeof CASEWORK_ROUTES> = {
  "work.list": nothing,
  "work.people": nothing,
  "work.recordWhy": ({ theCase }) => ({
    ...command(),
    caseId: theCase.caseId,
    episodeId: theCase.episodeId,
    keys: ["none"],
    note: "Snow",
  }),
  "cases.list": () => ({ page: 1, sort: "nextDue", direction: "ascending", filter: {} }),
  "cases.find": () => ({ text: "Testfamily" }),
  "cases.overview": ({ theCase }) => ({ caseId: theCase.caseId }),
  "cases.header": ({ theCase }) => ({ caseId: theCase.caseId }),
  "cases.explain": ({ theCase }) => ({
    caseId: theCase.caseId,
    episodeId: theCase.episodeId,
    key: "none",
  }),
  "cases.explainExpectation": ({ theCase }) => ({
    caseId: theCase.caseId,
    key: "none",
  }),
  "cases.history": ({ theCase }) => ({ caseId: theCase.caseId, page: 1 }),
  "cases.openWithReason": ({ theCase }) => ({
    ...command(),
    caseId: theCase.caseId,
    reason: "Covering",
  }),
  "cases.begin": () => ({
    ...command(),
    profile: "KY_IN_HOME",
    openedOn: "2026-11-18",
    assignedOn: "2026-11-19",
    people: [],
  }),
  "cases.recordMove": ({ theCase }) => ({
    ...command(),
    caseId: theCase.caseId,
    revision: 1,
    personId: newId(),
    setting: "KINSHIP",
    state: "IA",
    from: "2026-11-19",
  }),
  "cases.recordIcpc": ({ theCase }) => ({
    ...command(),
    caseId: theCase.caseId,
    episodeId: theCase.episodeId,
    personId: newId(),
    on: "2026-11-19",
    note: "Asked",
  }),
  "cases.options": nothing,
  "contacts.list": ({ theCase }) => ({ caseId: theCase.caseId }),
  "contacts.formContext": ({ theCase }) => ({ caseId: theCase.caseId }),
  "contacts.record": ({ theCase }) => ({
    ...command(),
    caseId: theCase.caseId,
    date: "2026-11-19",
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: [newId()],
  }),
  "contacts.correct": ({ theCase }) => ({
    ...command(),
    caseId: theCase.caseId,
    contactId: newId(),
    date: "2026-11-19",
    mode: "FACE_TO_FACE",
    place: "FAMILY_HOME",
    with: [newId()],
    reason: "Typing error",
  }),
  "notices.previewFirstMeeting": ({ theCase }) => ({
    caseId: theCase.caseId,
    episodeId: theCase.episodeId,
  }),
  "notices.sendFirstMeeting": ({ theCase }) => ({
    ...command(),
    caseId: theCase.caseId,
    episodeId: theCase.episodeId,
    statedMeetingDate: "2026-11-19",
  }),
  "drafts.list": nothing,
  "drafts.get": () => ({ draftId: newId() }),
  "drafts.save": () => ({
    ...command(),
    draftId: newId(),
    kind: "REFERRAL",
    title: "Draft",
    content: {},
    expectedVersion: 0,
  }),
  "drafts.discard": () => ({ ...command(), draftId: newId() }),
  "drafts.restore": () => ({ ...command(), draftId: newId() }),
  "intake.list": nothing,
  "intake.acknowledge": ({ theCase }) => ({ ...command(), referralId: theCase.referralId }),
  "intake.coordinators": ({ theCase }) => ({ episodeId: theCase.episodeId }),
  "intake.assignCoordinator": ({ theCase, people }) => ({
    ...command(),
    episodeId: theCase.episodeId,
    staffId: people.otherCoordinator.staffId,
    from: "2026-11-20",
    endPrevious: true,
  }),
};
