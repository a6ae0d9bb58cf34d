import { casesRouter } from "./cases/cases.ts";
import { adminRouter } from "./admin/admin.ts";
import { areasRouter } from "./areas/areas.ts";
import { changesRouter } from "./changes/changes.ts";
import { contactsRouter } from "./contacts/contacts.ts";
import { contractsRouter } from "./contracts/contracts.ts";
import { historyRouter } from "./history/history.ts";
import { holidaysRouter } from "./holidays/holidays.ts";
import { settingsRouter } from "./settings/settings.ts";
import { calendarRouter } from "./lists/calendar.ts";
import { stateRouter } from "./lists/state.ts";
import { inboxRouter } from "./lists/inbox.ts";
import { viewsRouter } from "./lists/views.ts";
import { workRouter } from "./work/work.ts";
import { overridesRouter } from "./referrals/overrides.ts";
import { referralsRouter } from "./referrals/referrals.ts";
import { intakeRouter } from "./intake/intake.ts";
import { episodesRouter, frequenciesRouter, marksRouter } from "./marks/marks.ts";
import { noticesRouter } from "./notices/notices.ts";
import { draftsRouter } from "./drafts/drafts.ts";
import { fairnessRouter } from "./fairness/fairness.ts";
import { familyRouter } from "./family/family.ts";
import { invitationsRouter } from "./invitations/invitations.ts";
import { officesRouter } from "./offices/offices.ts";
import { organizationsRouter } from "./organizations/organizations.ts";
import { orderRouter } from "./order/order.ts";
import { personsRouter } from "./persons/persons.ts";
import { policyRouter } from "./policy/policy.ts";
import { peopleRouter } from "./people/people.ts";
import { proposalsRouter } from "./proposals/proposals.ts";
import { rotationRouter } from "./rotation/rotation.ts";
import { proofRouter } from "./proof/proof.ts";
import { sessionRouter } from "./session/session.ts";
import { setupRouter } from "./setup/setup.ts";
import { staffRouter } from "./staff/staff.ts";
import { teamRouter } from "./team/team.ts";
import { teamsRouter } from "./teams/teams.ts";
import { router } from "./trpc/base.ts";

export const appRouter = router({
  calendar: calendarRouter,
  state: stateRouter,
  cases: casesRouter,
  admin: adminRouter,
  areas: areasRouter,
  changes: changesRouter,
  contacts: contactsRouter,
  contracts: contractsRouter,
  history: historyRouter,
  holidays: holidaysRouter,
  settings: settingsRouter,
  work: workRouter,
  inbox: inboxRouter,
  intake: intakeRouter,
  referrals: referralsRouter,
  overrides: overridesRouter,
  drafts: draftsRouter,
  episodes: episodesRouter,
  fairness: fairnessRouter,
  frequencies: frequenciesRouter,
  family: familyRouter,
  invitations: invitationsRouter,
  marks: marksRouter,
  notices: noticesRouter,
  offices: officesRouter,
  order: orderRouter,
  organizations: organizationsRouter,
  persons: personsRouter,
  policy: policyRouter,
  people: peopleRouter,
  proposals: proposalsRouter,
  rotation: rotationRouter,
  proof: proofRouter,
  session: sessionRouter,
  setup: setupRouter,
  staff: staffRouter,
  team: teamRouter,
  teams: teamsRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;
