export {
  contactFactsOf,
  findEpisode,
  type LoadedContactFacts,
  type LoadedEpisode,
  loadContactFacts,
} from "./facts.ts";
export { type ContactBounds, listContacts } from "./list-contacts.ts";
export { correctContact, recordContact } from "./record.ts";
export { listRecordableCases, type RecordableCase, type Recorder } from "./recordable-cases.ts";
export { type Addressee, findAddressee, recordFirstMeetingNotice, recordIcpc } from "./tasks.ts";
