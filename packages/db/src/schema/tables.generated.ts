// Written by generate.ts from a migrated database: `pnpm run generate`.
import type { Checkpoint, LedgerLine, RotationEpoch, RotationHead } from "@kinward/domain/assignment";
import type { CancelReason, DutyRule } from "@kinward/domain/contacts";
import type { AreaPauseId, CaseId, CommandId, ContactId, ContractAreaId, ContractId, CoverId, DraftId, EpisodeId, ExampleId, HandoverId, Instant, MemberId, NoticeId, OfficeId, OrganizationId, Params, PersonId, PlainDate, ProposalId, ReferralFormId, ReferralId, SavedViewId, ServiceAreaId, StaffId, TeamId } from "@kinward/domain/kernel";
import type { PersonName } from "@kinward/domain/people";
import type { PolicyBook } from "@kinward/domain/policy";
import type { CaseStage } from "@kinward/domain/views";
import type { Generated } from "kysely";

export type JsonObject = Readonly<Record<string, unknown>>;

export interface AccessLogTable {
  accessId: string;
  staffId: StaffId;
  organizationId: OrganizationId | null;
  purpose: "OPEN" | "LIST" | "SEARCH" | "EXPORT" | "REFRESH";
  procedure: string;
  caseIds: readonly CaseId[];
  address: string | null;
  firstAt: Instant;
  lastAt: Instant;
  count: Generated<number>;
  repeatKey: string;
}

export interface AgencyTable {
  one: Generated<boolean>;
  name: string;
  timeZone: string;
  sampleData: Generated<boolean>;
  fixedToday: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface AreaHeadTable {
  contractAreaId: ContractAreaId;
  seq: number;
  hash: string;
  head: RotationHead;
  at: Instant | null;
}

export interface AreaPauseTable {
  areaPauseId: AreaPauseId;
  contractAreaId: ContractAreaId;
  fromOn: PlainDate;
  resumesOn: PlainDate | null;
  reason: string;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface AreaStarterTable {
  areaStarterId: string;
  contractAreaId: ContractAreaId;
  contractId: ContractId;
  fromOn: PlainDate;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface CalendarFeedTable {
  staffId: StaffId;
  feedId: string;
  tokenHash: string;
  madeAt: Instant;
}

export interface CaseAccessReasonTable {
  caseAccessReasonId: string;
  caseId: CaseId;
  staffId: StaffId;
  reason: string;
  at: Instant;
  onDate: PlainDate;
  commandId: CommandId;
}

export interface CaseCountTable {
  caseId: CaseId;
  contractAreaId: ContractAreaId;
  organizationId: OrganizationId;
  dues: unknown;
}

export interface CaseNumberTable {
  year: number;
  last: number;
}

export interface CaseOrgTable {
  caseId: CaseId;
  organizationId: OrganizationId;
  fromOn: PlainDate;
  lastServiceDay: PlainDate | null;
}

export interface CaseRecordTable {
  caseId: CaseId;
  number: string;
  profile: "IA_FSRP" | "KY_IN_HOME";
  familyName: string;
  openedOn: PlainDate | null;
  openingBasis: "CHILD_PROTECTIVE_ASSESSMENT" | "CINA_ASSESSMENT" | "JUVENILE_COURT_ACTION" | null;
  assignedOn: PlainDate | null;
  closedOn: PlainDate | null;
  culturalNotes: string | null;
  languages: Generated<readonly string[]>;
  interpreterNeeded: boolean | null;
  revision: Generated<number>;
  changedAt: Generated<Instant>;
  derivedRevision: number | null;
  derivedBook: number | null;
  derivedOn: PlainDate | null;
  changesOn: PlainDate | null;
  stage: CaseStage | null;
  childLastSeenOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
  needsConfirmed: Generated<boolean>;
}

export interface CaseTeamTable {
  caseTeamId: string;
  caseId: CaseId;
  staffId: StaffId;
  role: "CASEWORKER" | "MEMBER";
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface CheckpointTable {
  contractAreaId: ContractAreaId;
  number: number;
  seq: number;
  onDate: PlainDate;
  keyId: string;
  checkpoint: Checkpoint;
  digest: string;
  commandId: CommandId;
}

export interface CommandTable {
  commandId: CommandId;
  procedure: string;
  actorStaffId: StaffId | null;
  systemPurpose: string | null;
  organizationId: OrganizationId | null;
  at: Instant;
  recordedAt: Instant | null;
  caseId: CaseId | null;
  subjectKind: string | null;
  subjectId: string | null;
  reason: string | null;
  inputDigest: string;
  params: Generated<Params>;
  result: unknown | null;
}

export interface ContactTable {
  contactId: ContactId;
  caseId: CaseId;
  episodeId: EpisodeId | null;
  onDate: PlainDate;
  mode: "FACE_TO_FACE" | "VIDEO" | "TELEPHONE" | "EMAIL" | "ATTEMPT";
  place: "FAMILY_HOME" | "FOSTER_HOME" | "KINSHIP_HOME" | "FACILITY" | "SCHOOL" | "OFFICE" | "COURT" | "COMMUNITY" | "OTHER" | null;
  startsAt: string | null;
  minutes: number | null;
  interpreter: "NOT_NEEDED" | "USED" | "NEEDED_NOT_AVAILABLE" | null;
  safetyConcern: "YES" | "NO" | "NOT_ASKED" | null;
  notes: string | null;
  people: readonly PersonId[];
  staffId: StaffId | null;
  organizationId: OrganizationId | null;
  countsAs: "CONTRACTOR" | "SUBCONTRACTOR" | "DEPARTMENT";
  enteredOn: PlainDate;
  recordedAt: Instant;
  withdrawn: Generated<boolean>;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface ContentTable {
  sha256: string;
  mediaType: string;
  bytes: Buffer;
  createdAt: Generated<Instant>;
}

export interface ContractTable {
  contractId: ContractId;
  contractAreaId: ContractAreaId;
  organizationId: OrganizationId;
  position: 1 | 2;
  fromOn: PlainDate;
  toOn: PlainDate;
  procurementRef: string;
  crisisContact: string | null;
  capacities: Generated<readonly string[]>;
  activatedAt: Instant | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface ContractAreaTable {
  contractAreaId: ContractAreaId;
  serviceAreaId: ServiceAreaId;
  subareaName: string | null;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface ContractAreaCountyTable {
  contractAreaCountyId: string;
  contractAreaId: ContractAreaId;
  county: string;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface ContractRateTable {
  contractRateId: string;
  contractId: ContractId;
  cents: number;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface ContractSubcontractorTable {
  contractSubcontractorId: string;
  contractId: ContractId;
  organizationId: OrganizationId;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface CoordinatorTable {
  coordinatorId: string;
  caseId: CaseId;
  episodeId: EpisodeId;
  staffId: StaffId;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface CoverTable {
  coverId: CoverId;
  organizationId: OrganizationId | null;
  staffId: StaffId;
  coveredBy: StaffId;
  fromOn: PlainDate;
  toOn: PlainDate;
  cancelled: Generated<boolean>;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface DeviceKeyTable {
  staffId: StaffId;
  key: string;
  createdAt: Generated<Instant>;
}

export interface DraftTable {
  draftId: DraftId;
  staffId: StaffId;
  kind: "REFERRAL" | "CONTACT" | "CASE";
  caseId: CaseId | null;
  title: string;
  content: JsonObject;
  version: Generated<number>;
  savedAt: Instant;
  discardedAt: Instant | null;
  submittedAt: Instant | null;
}

export interface DutyTable {
  caseId: CaseId;
  episodeId: EpisodeId;
  key: string;
  rule: DutyRule;
  kind: "DEADLINE" | "WINDOW" | "TASK";
  subject: PersonId | "FAMILY";
  owner: "CONTRACTOR" | "DEPARTMENT_WORKER";
  opensOn: PlainDate;
  dueOn: PlainDate | null;
  settledOn: PlainDate | null;
  settledBy: ContactId | null;
  cancelledOn: PlainDate | null;
  cancelReason: CancelReason | null;
  workerNotAvailable: Generated<boolean>;
  missing: Generated<readonly string[]>;
  levelMinimum: number | null;
  levelEffective: number | null;
  lapsedOn: PlainDate | null;
}

export interface DutyNoteTable {
  caseId: CaseId;
  episodeId: EpisodeId;
  key: string;
  note: string;
  staffId: StaffId | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface EpisodeTable {
  episodeId: EpisodeId;
  caseId: CaseId;
  no: number;
  serviceType: "SAFETY_PLAN" | "FSRP";
  effectiveDate: PlainDate;
  lastServiceDay: PlainDate | null;
  previousEpisodeId: EpisodeId | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
  withdrawn: Generated<boolean>;
}

export interface EpisodeContractorTable {
  episodeContractorId: string;
  caseId: CaseId;
  episodeId: EpisodeId;
  contractId: ContractId;
  organizationId: OrganizationId;
  contractAreaId: ContractAreaId;
  seq: number;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface FrequencyTable {
  frequencyId: string;
  caseId: CaseId;
  personId: PersonId | null;
  times: number;
  per: "WEEK" | "MONTH" | null;
  source: "COURT" | "DEPARTMENT_WORKER" | "FAMILY_TEAM_MEETING" | "CASE_PLAN" | null;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  recordedAt: Instant;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
  approvedOn: PlainDate | null;
}

export interface HandoverTable {
  handoverId: HandoverId;
  caseId: CaseId;
  episodeId: EpisodeId | null;
  organizationId: OrganizationId | null;
  role: "CASEWORKER" | "CARE_COORDINATOR";
  fromStaffId: StaffId | null;
  toStaffId: StaffId;
  fromOn: PlainDate;
  note: string | null;
  parts: unknown;
  readAt: Instant | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface HistoryTable {
  historyId: Generated<number>;
  tableName: string;
  rowId: string;
  caseId: CaseId | null;
  version: number;
  knownFrom: Instant;
  knownTo: Instant;
  commandId: CommandId | null;
  row: JsonObject;
  changed: JsonObject | null;
}

export interface HouseholdChangeTable {
  householdChangeId: string;
  caseId: CaseId;
  personId: PersonId | null;
  kind: "ENTERED" | "EXITED";
  onDate: PlainDate;
  notifiedDepartmentOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
  who: string | null;
  recordedBy: string | null;
  receivedOn: PlainDate | null;
  receivedBy: string | null;
}

export interface InvitationTable {
  invitationId: string;
  staffId: StaffId;
  tokenHash: string;
  createdAt: Generated<Instant>;
  expiresAt: Instant;
  acceptedAt: Instant | null;
  revokedAt: Instant | null;
  link: string | null;
}

export interface LedgerKeyTable {
  keyId: string;
  publicKey: string;
  number: number;
  fromOn: PlainDate;
  commandId: CommandId;
}

export interface LedgerKeyRevocationTable {
  keyId: string;
  fromOn: PlainDate;
  commandId: CommandId;
}

export interface LedgerLineTable {
  contractAreaId: ContractAreaId;
  seq: number;
  kind: "ASSIGNMENT" | "REVERSAL" | "MOVE" | "CORRECTION";
  referralKey: string;
  line: LedgerLine;
  prev: string;
  hash: string;
  commandId: CommandId;
}

export interface LivingSituationTable {
  livingSituationId: string;
  caseId: CaseId;
  personId: PersonId;
  setting: "PARENTAL_HOME" | "FOSTER_FAMILY" | "KINSHIP" | "SHELTER" | "PMIC" | "TOLEDO" | "GROUP_CARE" | "OTHER_HOME" | "NONRESIDENT" | "UNKNOWN";
  state: string;
  address: string | null;
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  confirmed: Generated<boolean>;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface MailTable {
  mailId: string;
  toAddress: string;
  toStaffId: StaffId | null;
  template: string;
  language: Generated<string>;
  params: Generated<JsonObject>;
  status: Generated<"WAITING" | "SENT" | "FAILED">;
  attempts: Generated<number>;
  lastError: string | null;
  createdAt: Generated<Instant>;
  sentAt: Instant | null;
  commandId: CommandId | null;
}

export interface MemberTable {
  memberId: MemberId;
  caseId: CaseId;
  personId: PersonId;
  role: "CHILD" | "PARENT" | "STEP_PARENT" | "CARETAKER";
  position: Generated<number>;
  joinedOn: PlainDate | null;
  leftOn: PlainDate | null;
  continuesPastMajority: Generated<boolean>;
  confirmed: Generated<boolean>;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
  leftBecause: "MOVED_AWAY" | "ADOPTED" | "DISMISSED" | "RIGHTS_ENDED" | "OF_AGE" | "SEPARATED" | "OTHER" | null;
}

export interface MemberBasisTable {
  memberBasisId: string;
  caseId: CaseId;
  personId: PersonId;
  basis: "ABUSE_VICTIM" | "CINA" | "SIBLING" | "IN_PLACEMENT" | "PARENT" | "STEP_PARENT" | "ADOPTIVE_PARENT" | "CARETAKER";
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  meetsOpeningCriteria: boolean | null;
  siblingKind: "WHOLE" | "HALF" | "STEP" | null;
  caretakerKind: "RELATIVE" | "SIGNIFICANT_OTHER" | "OTHER" | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface MemberPurposeTable {
  memberPurposeId: string;
  caseId: CaseId;
  personId: PersonId;
  purpose: "PRESERVE" | "REUNIFY" | "ALTERNATIVE_PERMANENCY";
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface NameWordTable {
  word: string;
}

export interface NoticeTable {
  noticeId: NoticeId;
  staffId: StaffId;
  kind: "REFERRAL_NEW" | "REFERRAL_WITHDRAWN" | "COORDINATOR_ASSIGNED" | "HANDOVER" | "COVER" | "HOUSEHOLD_CHANGE" | "DUTY_LATE" | "DUTY_SOON" | "OVERRIDE_REQUESTED" | "OVERRIDE_ANSWERED" | "PROPOSAL_MADE" | "PROPOSAL_ANSWERED" | "SERVICES_ENDED" | "MERGE_PROPOSED" | "MERGE_ANSWERED";
  caseId: CaseId | null;
  params: Generated<JsonObject>;
  at: Instant;
  readAt: Instant | null;
  about: string;
}

export interface NoticeChoiceTable {
  staffId: StaffId;
  kind: "REFERRAL_NEW" | "REFERRAL_WITHDRAWN" | "COORDINATOR_ASSIGNED" | "HANDOVER" | "COVER" | "HOUSEHOLD_CHANGE" | "DUTY_LATE" | "DUTY_SOON" | "OVERRIDE_REQUESTED" | "OVERRIDE_ANSWERED" | "PROPOSAL_MADE" | "PROPOSAL_ANSWERED" | "SERVICES_ENDED" | "MERGE_PROPOSED" | "MERGE_ANSWERED";
  channel: "INBOX" | "DIGEST" | "NONE";
}

export interface NoticeDigestTable {
  staffId: StaffId;
  onDate: PlainDate;
  notices: number;
  madeAt: Instant;
}

export interface OfficeTable {
  officeId: OfficeId;
  name: string;
  county: string | null;
  phone: string | null;
  endedOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface OrganizationTable {
  organizationId: OrganizationId;
  name: string;
  kinds: Generated<readonly string[]>;
  phone: string | null;
  email: string | null;
  endedOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface PersonTable {
  personId: PersonId;
  given: string | null;
  middle: string | null;
  family: string | null;
  suffix: string | null;
  preferred: string | null;
  otherNames: Generated<readonly PersonName[]>;
  birthDate: PlainDate | null;
  birthDateKind: "EXACT" | "ESTIMATED" | "EXPECTED" | null;
  deceasedOn: PlainDate | null;
  sex: "FEMALE" | "MALE" | "OTHER" | null;
  languages: Generated<readonly string[]>;
  phone: string | null;
  email: string | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
  mergedInto: string | null;
  confirmed: Generated<boolean>;
}

export interface PersonDistinctTable {
  personId: PersonId;
  otherPersonId: PersonId;
  reason: string;
  staffId: StaffId | null;
  at: Instant;
  commandId: CommandId;
  undoneAt: Instant | null;
  undoneBy: string | null;
  undoneReason: string | null;
}

export interface PersonMergeTable {
  personMergeId: string;
  keptPersonId: string;
  mergedPersonId: string;
  mergedAt: Instant;
  mergedBy: string | null;
  reason: string;
  commandIds: readonly string[];
  movedCaseIds: readonly string[];
  caseIds: readonly string[];
  undoneAt: Instant | null;
  undoneBy: string | null;
  undoneReason: string | null;
}

export interface PersonNameKeyTable {
  personId: PersonId;
  kind: "EXACT" | "NICKNAME" | "SOUND";
  part: "GIVEN" | "FAMILY";
  key: string;
}

export interface PolicyBookTable {
  profile: "IA_FSRP" | "KY_IN_HOME";
  number: number;
  digest: string;
  document: PolicyBook;
  publishedAt: Instant;
  publishedBy: StaffId | null;
  commandId: CommandId;
}

export interface PriorServiceTable {
  priorServiceId: string;
  caseId: CaseId;
  organizationId: OrganizationId | null;
  organizationName: string | null;
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  note: string | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface ProposalTable {
  proposalId: ProposalId;
  kind: "LEDGER_CORRECTION" | "CASE_MOVE" | "SETTING" | "OVERRIDE" | "PERSON_MERGE";
  subjectKind: string;
  subjectId: string;
  content: JsonObject;
  reason: string;
  source: string | null;
  proposedBy: StaffId;
  proposedAt: Instant;
  decidedBy: StaffId | null;
  decidedAt: Instant | null;
  decision: "APPROVED" | "REJECTED" | "WITHDRAWN" | null;
  note: string | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface RateLimitTable {
  key: string;
  windowStart: Instant;
  count: number;
}

export interface ReferralTable {
  referralId: ReferralId;
  caseId: CaseId;
  episodeId: EpisodeId;
  serviceType: "SAFETY_PLAN" | "FSRP";
  purpose: "PRESERVE" | "REUNIFY" | "ALTERNATIVE_PERMANENCY" | null;
  contractAreaId: ContractAreaId;
  risks: string | null;
  override: JsonObject | null;
  why: JsonObject;
  referralKey: string;
  submittedAt: Instant;
  submittedBy: StaffId | null;
  acknowledgedAt: Instant | null;
  acknowledgedBy: StaffId | null;
  withdrawnOn: PlainDate | null;
  withdrawalReversed: boolean | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
  transferReason: string | null;
  endedPrevious: Generated<boolean>;
}

export interface ReferralFormTable {
  referralFormId: ReferralFormId;
  caseId: CaseId;
  referralId: ReferralId;
  kind: "INITIAL" | "SUBSEQUENT";
  effectiveDate: PlainDate;
  signedOn: PlainDate | null;
  enteredOn: PlainDate;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface RelationshipTable {
  relationshipId: string;
  caseId: CaseId;
  personId: PersonId;
  kind: "PARENT" | "IDENTIFIED_FATHER" | "STEP_PARENT" | "SIBLING" | "RELATIVE" | "SIGNIFICANT_OTHER" | "LEGAL_GUARDIAN" | "OTHER";
  siblingKind: "WHOLE" | "HALF" | "STEP" | null;
  parentKind: string | null;
  otherPersonId: PersonId;
  fromOn: PlainDate | null;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface RotationEpochTable {
  contractAreaId: ContractAreaId;
  number: number;
  firstContractId: ContractId;
  secondContractId: ContractId;
  fromOn: PlainDate;
  epoch: RotationEpoch;
  commandId: CommandId;
}

export interface SavedViewTable {
  viewId: SavedViewId;
  staffId: StaffId;
  list: "CASES" | "WORK";
  name: string;
  search: Readonly<Record<string, string>>;
  isDefault: Generated<boolean>;
  savedAt: Instant;
}

export interface ServiceAreaTable {
  serviceAreaId: ServiceAreaId;
  name: string;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface StaffTable {
  staffId: StaffId;
  authUserId: string | null;
  name: string;
  email: string;
  organizationId: OrganizationId | null;
  officeId: OfficeId | null;
  languages: Generated<readonly string[]>;
  lastSignInAt: Instant | null;
  endedOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface StaffRoleTable {
  staffRoleId: string;
  staffId: StaffId;
  role: "CASEWORKER" | "SUPERVISOR" | "CARE_COORDINATOR" | "CONTRACTOR_SUPERVISOR" | "INTAKE" | "ADMINISTRATOR" | "AUDITOR";
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface StateChangeTable {
  contractAreaId: ContractAreaId;
  organizationId: OrganizationId;
  dueOn: PlainDate | null;
  rule: string | null;
  kind: string | null;
  cases: number;
  open: number;
  noted: number;
  inTime: number;
  metLate: number;
}

export interface StateCountTable {
  contractAreaId: ContractAreaId;
  organizationId: OrganizationId;
  dueOn: PlainDate | null;
  rule: string | null;
  kind: string | null;
  cases: number;
  open: number;
  noted: number;
  inTime: number;
  metLate: number;
}

export interface SupervisorLineTable {
  supervisorLineId: string;
  staffId: StaffId;
  supervisorId: StaffId;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface TaskRecordTable {
  taskRecordId: string;
  caseId: CaseId;
  episodeId: EpisodeId;
  type: "JOINT_MEETING" | "FIRST_MEETING_EMAIL" | "ICPC_COORDINATION";
  onDate: PlainDate;
  workerPresent: boolean | null;
  statedMeetingDate: PlainDate | null;
  personId: PersonId | null;
  people: Generated<readonly PersonId[]>;
  note: string | null;
  staffId: StaffId | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface TeamTable {
  teamId: TeamId;
  officeId: OfficeId;
  name: string;
  supervisorId: StaffId | null;
  endedOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface TeamMemberTable {
  teamMemberId: string;
  staffId: StaffId;
  teamId: TeamId;
  fromOn: PlainDate;
  toOn: PlainDate | null;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface TerminationOfRightsTable {
  terminationOfRightsId: string;
  caseId: CaseId;
  parentPersonId: PersonId;
  childPersonId: PersonId | null;
  onDate: PlainDate;
  version: Generated<number>;
  knownFrom: Generated<Instant>;
  commandId: CommandId | null;
}

export interface WorkedExampleTable {
  exampleId: ExampleId;
  version: number;
  profile: "IA_FSRP" | "KY_IN_HOME";
  title: string;
  document: JsonObject;
  savedBy: StaffId;
  savedAt: Instant;
  commandId: CommandId;
}

/** All tables of the schema `app`. */
export interface Tables {
  accessLog: AccessLogTable;
  agency: AgencyTable;
  areaHead: AreaHeadTable;
  areaPause: AreaPauseTable;
  areaStarter: AreaStarterTable;
  calendarFeed: CalendarFeedTable;
  caseAccessReason: CaseAccessReasonTable;
  caseCount: CaseCountTable;
  caseNumber: CaseNumberTable;
  caseOrg: CaseOrgTable;
  caseRecord: CaseRecordTable;
  caseTeam: CaseTeamTable;
  checkpoint: CheckpointTable;
  command: CommandTable;
  contact: ContactTable;
  content: ContentTable;
  contract: ContractTable;
  contractArea: ContractAreaTable;
  contractAreaCounty: ContractAreaCountyTable;
  contractRate: ContractRateTable;
  contractSubcontractor: ContractSubcontractorTable;
  coordinator: CoordinatorTable;
  cover: CoverTable;
  deviceKey: DeviceKeyTable;
  draft: DraftTable;
  duty: DutyTable;
  dutyNote: DutyNoteTable;
  episode: EpisodeTable;
  episodeContractor: EpisodeContractorTable;
  frequency: FrequencyTable;
  handover: HandoverTable;
  history: HistoryTable;
  householdChange: HouseholdChangeTable;
  invitation: InvitationTable;
  ledgerKey: LedgerKeyTable;
  ledgerKeyRevocation: LedgerKeyRevocationTable;
  ledgerLine: LedgerLineTable;
  livingSituation: LivingSituationTable;
  mail: MailTable;
  member: MemberTable;
  memberBasis: MemberBasisTable;
  memberPurpose: MemberPurposeTable;
  nameWord: NameWordTable;
  notice: NoticeTable;
  noticeChoice: NoticeChoiceTable;
  noticeDigest: NoticeDigestTable;
  office: OfficeTable;
  organization: OrganizationTable;
  person: PersonTable;
  personDistinct: PersonDistinctTable;
  personMerge: PersonMergeTable;
  personNameKey: PersonNameKeyTable;
  policyBook: PolicyBookTable;
  priorService: PriorServiceTable;
  proposal: ProposalTable;
  rateLimit: RateLimitTable;
  referral: ReferralTable;
  referralForm: ReferralFormTable;
  relationship: RelationshipTable;
  rotationEpoch: RotationEpochTable;
  savedView: SavedViewTable;
  serviceArea: ServiceAreaTable;
  staff: StaffTable;
  staffRole: StaffRoleTable;
  stateChange: StateChangeTable;
  stateCount: StateCountTable;
  supervisorLine: SupervisorLineTable;
  taskRecord: TaskRecordTable;
  team: TeamTable;
  teamMember: TeamMemberTable;
  terminationOfRights: TerminationOfRightsTable;
  workedExample: WorkedExampleTable;
}
