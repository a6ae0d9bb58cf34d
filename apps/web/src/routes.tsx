import type { ReactNode } from "react";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { api, queryClient } from "./api/client.ts";
import { failureOf } from "./api/failure.ts";
import { Crash } from "./app/Crash.tsx";
import { NoAccess } from "./app/NoAccess.tsx";
import { paths, safeNext } from "./app/paths.ts";
import { searches } from "./app/search.ts";
import { titles } from "./messages/en/titles.ts";
import { workListOptions } from "./features/work/queries.ts";
import MyWork from "./features/work/MyWork.tsx";
import Shell from "./shell/Shell.tsx";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** Title of the window: never with a family's name, which would stay in the history of a shared computer. */
    title?: string;
  }
  interface Register {
    router: typeof router;
  }
}

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: searches.signIn,
  component: lazyRouteComponent(() => import("./features/account/SignIn.tsx")),
});
const entry = <Path extends string>(
  path: Path,
  load: () => Promise<{ default: () => ReactNode }>,
) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

/** Everything behind the sign-in. Rows and person are asked for at the same time, in one request. */
const app = createRoute({
  getParentRoute: () => root,
  id: "app",
  beforeLoad: async ({ location }) => {
    if (location.pathname === "/")
      void queryClient.prefetchQuery(workListOptions(searches.work(location.search)));
    try {
      await queryClient.ensureQueryData(api.session.me.queryOptions({}));
    } catch (error) {
      if (failureOf(error).kind === "SIGNED_OUT")
        throw redirect({
          href: paths.signIn({ next: location.href === "/" ? undefined : safeNext(location.href) }),
          replace: true,
        });
      throw error;
    }
  },
  component: Shell,
  errorComponent: Crash,
  notFoundComponent: NoAccess,
});

const work = createRoute({
  getParentRoute: () => app,
  path: "/",
  validateSearch: searches.work,
  component: MyWork,
  staticData: { title: titles.work },
});

const cases = createRoute({
  getParentRoute: () => app,
  path: "/cases",
  validateSearch: searches.cases,
  component: lazyRouteComponent(() => import("./features/cases/Cases.tsx")),
  staticData: { title: titles.cases },
});
const beginCase = createRoute({
  getParentRoute: () => app,
  path: "/cases/begin",
  validateSearch: searches.draft,
  component: lazyRouteComponent(() => import("./features/referrals/BeginCase.tsx")),
  staticData: { title: titles.beginCase },
});
const findPeople = createRoute({
  getParentRoute: () => app,
  path: "/people",
  component: lazyRouteComponent(() => import("./features/persons/FindPeople.tsx")),
  staticData: { title: titles.findPeople },
});
const duplicates = createRoute({
  getParentRoute: () => app,
  path: "/people/duplicates",
  validateSearch: searches.page,
  component: lazyRouteComponent(() => import("./features/persons/Duplicates.tsx")),
  staticData: { title: titles.duplicates },
});
const mergedPeople = createRoute({
  getParentRoute: () => app,
  path: "/people/merged",
  component: lazyRouteComponent(() => import("./features/persons/Merges.tsx")),
  staticData: { title: titles.mergedPeople },
});
const comparePeople = createRoute({
  getParentRoute: () => app,
  path: "/people/compare/$personId/$otherId",
  component: lazyRouteComponent(() => import("./features/persons/Compare.tsx")),
  staticData: { title: titles.comparePeople },
});
const caseReason = createRoute({
  getParentRoute: () => app,
  path: "/cases/$caseId/reason",
  component: lazyRouteComponent(() => import("./features/case/OpenWithReason.tsx")),
  staticData: { title: titles.reason },
});
const casePrint = createRoute({
  getParentRoute: () => app,
  path: "/cases/$caseId/print",
  component: lazyRouteComponent(() => import("./features/case/CasePrint.tsx")),
  staticData: { title: titles.case },
});
const asKnownPrint = createRoute({
  getParentRoute: () => app,
  path: "/cases/$caseId/as-known/print",
  validateSearch: searches.onDay,
  component: lazyRouteComponent(() => import("./features/case/past/pages.ts"), "AsKnownPrint"),
  staticData: { title: titles.asKnown },
});
const caseFile = createRoute({
  getParentRoute: () => app,
  path: "/cases/$caseId",
  component: lazyRouteComponent(() => import("./features/case/CaseFile.tsx")),
  staticData: { title: titles.case },
});
const overview = createRoute({
  getParentRoute: () => caseFile,
  path: "/",
  component: lazyRouteComponent(() => import("./features/case/Overview.tsx")),
  staticData: { title: titles.case },
});
const people = createRoute({
  getParentRoute: () => caseFile,
  path: "/people",
  component: lazyRouteComponent(() => import("./features/case/People.tsx")),
  staticData: { title: titles.people },
});
const family = createRoute({
  getParentRoute: () => caseFile,
  path: "/family",
  component: lazyRouteComponent(() => import("./features/case/family/Family.tsx")),
  staticData: { title: titles.family },
});
const addPerson = createRoute({
  getParentRoute: () => caseFile,
  path: "/people/add",
  validateSearch: searches.person,
  component: lazyRouteComponent(() => import("./features/case/people/AddPerson.tsx")),
  staticData: { title: titles.addPerson },
});
const person = createRoute({
  getParentRoute: () => caseFile,
  path: "/people/$personId",
  component: lazyRouteComponent(() => import("./features/case/marks/PersonPage.tsx")),
  staticData: { title: titles.person },
});
const levels = createRoute({
  getParentRoute: () => caseFile,
  path: "/levels",
  component: lazyRouteComponent(() => import("./features/case/marks/Levels.tsx")),
  staticData: { title: titles.levels },
});
const move = createRoute({
  getParentRoute: () => caseFile,
  path: "/people/$personId/move",
  component: lazyRouteComponent(() => import("./features/case/RecordMove.tsx")),
  staticData: { title: titles.move },
});
const contacts = createRoute({
  getParentRoute: () => caseFile,
  path: "/contacts",
  component: lazyRouteComponent(() => import("./features/contacts/ContactList.tsx")),
  staticData: { title: titles.contacts },
});
const correct = createRoute({
  getParentRoute: () => app,
  path: "/cases/$caseId/contacts/$contactId/correct",
  validateSearch: searches.draft,
  component: lazyRouteComponent(() => import("./features/contacts/CorrectContact.tsx")),
  staticData: { title: titles.correct },
});
const caseTeam = createRoute({
  getParentRoute: () => caseFile,
  path: "/team",
  component: lazyRouteComponent(() => import("./features/team/CaseTeam.tsx")),
  staticData: { title: titles.caseTeam },
});
const handOver = createRoute({
  getParentRoute: () => caseFile,
  path: "/team/$role",
  component: lazyRouteComponent(() => import("./features/team/HandOver.tsx")),
  staticData: { title: titles.handOver },
});
const history = createRoute({
  getParentRoute: () => caseFile,
  path: "/history",
  validateSearch: searches.trail,
  component: lazyRouteComponent(() => import("./features/case/trail/pages.ts"), "History"),
  staticData: { title: titles.history },
});
const access = createRoute({
  getParentRoute: () => caseFile,
  path: "/history/access",
  validateSearch: searches.trail,
  component: lazyRouteComponent(() => import("./features/case/trail/pages.ts"), "Access"),
  staticData: { title: titles.access },
});
const asKnown = createRoute({
  getParentRoute: () => caseFile,
  path: "/as-known",
  validateSearch: searches.onDay,
  component: lazyRouteComponent(() => import("./features/case/past/pages.ts"), "AsKnown"),
  staticData: { title: titles.asKnown },
});
const logContact = createRoute({
  getParentRoute: () => app,
  path: "/contacts/new",
  validateSearch: searches.contact,
  component: lazyRouteComponent(() => import("./features/contacts/LogContact.tsx")),
  staticData: { title: titles.logContact },
});

const referrals = createRoute({
  getParentRoute: () => app,
  path: "/referrals",
  validateSearch: searches.page,
  component: lazyRouteComponent(() => import("./features/referrals/Referrals.tsx")),
  staticData: { title: titles.referrals },
});
const newReferral = createRoute({
  getParentRoute: () => app,
  path: "/referrals/new",
  component: lazyRouteComponent(() => import("./features/referrals/NewReferral.tsx")),
  staticData: { title: titles.newReferral },
});
const referralDraft = createRoute({
  getParentRoute: () => app,
  path: "/referrals/new/$draftId",
  component: lazyRouteComponent(() => import("./features/referrals/ReferralPages.tsx")),
  staticData: { title: titles.newReferral },
});
const referralTasks = createRoute({
  getParentRoute: () => referralDraft,
  path: "/",
  component: lazyRouteComponent(() => import("./features/referrals/ReferralTasks.tsx")),
  staticData: { title: titles.newReferral },
});
const referralTask = createRoute({
  getParentRoute: () => referralDraft,
  path: "/$task",
  component: lazyRouteComponent(() => import("./features/referrals/ReferralTask.tsx")),
  staticData: { title: titles.newReferral },
});
const overrides = createRoute({
  getParentRoute: () => app,
  path: "/referrals/overrides",
  component: lazyRouteComponent(() => import("./features/referrals/OverrideRequests.tsx")),
  staticData: { title: titles.overrides },
});
const receipt = createRoute({
  getParentRoute: () => app,
  path: "/referrals/$referralId",
  component: lazyRouteComponent(() => import("./features/referrals/Receipt.tsx")),
  staticData: { title: titles.receipt },
});

const orders = createRoute({
  getParentRoute: () => app,
  path: "/order",
  component: lazyRouteComponent(() => import("./features/order/OrderAreas.tsx")),
  staticData: { title: titles.order },
});
const order = createRoute({
  getParentRoute: () => app,
  path: "/order/$areaId",
  validateSearch: searches.order,
  component: lazyRouteComponent(() => import("./features/order/Order.tsx")),
  staticData: { title: titles.order },
});

const team = createRoute({
  getParentRoute: () => app,
  path: "/team",
  component: lazyRouteComponent(() => import("./features/team/Board.tsx")),
  staticData: { title: titles.team },
});
const teamPerson = createRoute({
  getParentRoute: () => app,
  path: "/team/$staffId",
  component: lazyRouteComponent(() => import("./features/team/PersonCases.tsx")),
  staticData: { title: titles.teamPerson },
});

const intake = createRoute({
  getParentRoute: () => app,
  path: "/intake",
  component: lazyRouteComponent(() => import("./features/intake/Intake.tsx")),
  staticData: { title: titles.intake },
});
const twoFactor = createRoute({
  getParentRoute: () => app,
  path: "/account/two-factor",
  component: lazyRouteComponent(() => import("./features/account/TwoFactor.tsx")),
  staticData: { title: titles.twoFactor },
});
const inbox = createRoute({
  getParentRoute: () => app,
  path: "/inbox",
  validateSearch: searches.inbox,
  component: lazyRouteComponent(() => import("./features/inbox/Inbox.tsx")),
  staticData: { title: titles.inbox },
});
const calendar = createRoute({
  getParentRoute: () => app,
  path: "/calendar",
  validateSearch: searches.calendar,
  component: lazyRouteComponent(() => import("./features/calendar/Calendar.tsx")),
  staticData: { title: titles.calendar },
});
const stateInNumbers = createRoute({
  getParentRoute: () => app,
  path: "/overview",
  component: lazyRouteComponent(() => import("./features/overview/Overview.tsx")),
  staticData: { title: titles.overview },
});
const noticeChoices = createRoute({
  getParentRoute: () => app,
  path: "/account/notices",
  component: lazyRouteComponent(() => import("./features/inbox/NoticeChoices.tsx")),
  staticData: { title: titles.noticeChoices },
});
const shortcuts = createRoute({
  getParentRoute: () => app,
  path: "/account/shortcuts",
  component: lazyRouteComponent(() => import("./features/account/Shortcuts.tsx")),
  staticData: { title: titles.shortcuts },
});
/** Any other address: the same page as for a case that is not open to me. */
const elsewhere = createRoute({
  getParentRoute: () => app,
  path: "$",
  component: NoAccess,
  staticData: { title: titles.noAccess },
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    entry("/forgot-password", () => import("./features/account/ForgotPassword.tsx")),
    entry("/reset-password", () => import("./features/account/ResetPassword.tsx")),
    entry("/invitation", () => import("./features/account/Invitation.tsx")),
    entry("/setup", () => import("./features/account/Setup.tsx")),
    app.addChildren([
      work,
      cases,
      beginCase,
      findPeople,
      duplicates,
      mergedPeople,
      comparePeople,
      caseReason,
      casePrint,
      asKnownPrint,
      caseFile.addChildren([
        overview,
        people,
        addPerson,
        family,
        move,
        contacts,
        caseTeam,
        handOver,
        history,
        access,
        asKnown,
        person,
        levels,
      ]),
      correct,
      logContact,
      referrals,
      newReferral,
      referralDraft.addChildren([referralTasks, referralTask]),
      overrides,
      receipt,
      orders,
      order,
      team,
      teamPerson,
      intake,
      twoFactor,
      shortcuts,
      inbox,
      noticeChoices,
      calendar,
      stateInNumbers,
      elsewhere,
    ]),
  ]),
  defaultErrorComponent: Crash,
  // Focus and scroll are moved by the shell, which also announces the page.
  scrollRestoration: false,
});
