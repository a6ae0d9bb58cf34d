export {
  findEpisode,
  type LoadedContactFacts,
  type LoadedEpisode,
  loadContactFacts,
} from "./facts.ts";
export { correctContact, recordContact } from "./record.ts";
export {
  recordFirstMeetingNotice,
  type RecordIcpc,
  recordIcpc,
  recordJointMeeting,
  type RecordWhy,
  recordWhy,
} from "./tasks.ts";
