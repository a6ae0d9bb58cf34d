import { UiProvider } from "@kinward/ui";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { queryClient } from "./api/client.ts";
import { faultOf } from "./api/fault.ts";
import { AppLink } from "./features/shared/go.tsx";
import { meQuery, setupQuery } from "./features/shared/session.ts";
import { BASE, paths } from "./paths.ts";
import { AdminShell } from "./shell/AdminShell.tsx";
import { CouldNotStart, Waiting } from "./shell/CouldNotStart.tsx";
import { SignedInUi } from "./shell/SignedInUi.tsx";

const renderLink = (props: Parameters<typeof AppLink>[0]) => <AppLink {...props} />;

const root = createRootRoute({
  component: () => (
    <UiProvider renderLink={renderLink}>
      <Outlet />
    </UiProvider>
  ),
  errorComponent: CouldNotStart,
  notFoundComponent: lazyRouteComponent(() => import("./shell/NoSuchPage.tsx"), "NoSuchPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(
    () => import("./features/sign-in/SignInScreen.tsx"),
    "SignInScreen",
  ),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: lazyRouteComponent(() => import("./features/setup/SetupScreen.tsx"), "SetupScreen"),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(
    () => import("./features/invitation/InvitationScreen.tsx"),
    "InvitationScreen",
  ),
});

/** The gate: everything below knows who is signed in. */
const app = createRoute({
  getParentRoute: () => root,
  id: "app",
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery());
    } catch (error) {
      if (faultOf(error).kind !== "SIGNED_OUT") throw error;
      const { needed } = await queryClient.fetchQuery(setupQuery());
      throw redirect({ href: needed ? paths.setup() : paths.signIn(`${BASE}${location.href}`) });
    }
  },
  pendingComponent: Waiting,
  errorComponent: CouldNotStart,
  component: () => (
    <SignedInUi>
      <AdminShell />
    </SignedInUi>
  ),
});

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => app, path, component });

const areas = () => import("./features/areas/screens.ts");
const organizations = () => import("./features/organizations/screens.ts");
const contracts = () => import("./features/contracts/screens.ts");
const holidays = () => import("./features/holidays/screens.ts");
const people = () => import("./features/people/screens.ts");
const fairness = () => import("./features/fairness/screens.ts");
const settings = () => import("./features/settings/screens.ts");

const rotation = () => import("./features/rotation/screens.ts");

const screens = [
  page(
    "/",
    lazyRouteComponent(() => import("./features/home/HomeScreen.tsx"), "HomeScreen"),
  ),
  page(
    "/more",
    lazyRouteComponent(() => import("./shell/MoreScreen.tsx"), "MoreScreen"),
  ),
  page("/areas", lazyRouteComponent(areas, "AreasScreen")),
  page("/areas/$contractAreaId", lazyRouteComponent(areas, "AreaScreen")),
  page("/organizations", lazyRouteComponent(organizations, "OrganizationsScreen")),
  page("/organizations/new", lazyRouteComponent(organizations, "NewOrganizationScreen")),
  page("/organizations/$organizationId", lazyRouteComponent(organizations, "OrganizationScreen")),
  page("/contractors", lazyRouteComponent(contracts, "ContractorsScreen")),
  page("/contracts", lazyRouteComponent(contracts, "MatrixScreen")),
  page("/contracts/new", lazyRouteComponent(contracts, "NewContractScreen")),
  page("/contracts/$contractId", lazyRouteComponent(contracts, "ContractScreen")),
  page("/contracts/$contractId/edit", lazyRouteComponent(contracts, "EditContractScreen")),
  page("/starters", lazyRouteComponent(contracts, "StartersScreen")),
  page("/holidays", lazyRouteComponent(holidays, "HolidaysScreen")),
  page("/holidays/edit", lazyRouteComponent(holidays, "EditHolidaysScreen")),
  page("/people", lazyRouteComponent(people, "PeopleScreen")),
  page("/people/invite", lazyRouteComponent(people, "InviteScreen")),
  page("/people/$staffId", lazyRouteComponent(people, "PersonScreen")),
  page("/people/$staffId/edit", lazyRouteComponent(people, "EditPersonScreen")),
  page(
    "/offices",
    lazyRouteComponent(() => import("./features/offices/OfficesScreen.tsx"), "OfficesScreen"),
  ),
  page("/fairness", lazyRouteComponent(fairness, "FairnessScreen")),
  page("/fairness/order", lazyRouteComponent(fairness, "OrderReviewScreen")),
  page(
    "/simulation",
    lazyRouteComponent(
      () => import("./features/simulation/SimulationScreen.tsx"),
      "SimulationScreen",
    ),
  ),
  page("/settings", lazyRouteComponent(settings, "SettingsScreen")),
  page("/settings/new-version", lazyRouteComponent(settings, "ChangeSettingsScreen")),
  page("/settings/compare", lazyRouteComponent(settings, "CompareScreen")),
  page("/settings/$settingKey", lazyRouteComponent(settings, "SettingScreen")),
  page(
    "/workbench",
    lazyRouteComponent(() => import("./features/workbench/WorkbenchScreen.tsx"), "WorkbenchScreen"),
  ),
  page("/rotation", lazyRouteComponent(rotation, "RotationScreen")),
  page("/rotation/$contractAreaId", lazyRouteComponent(rotation, "RotationAreaScreen")),
  page(
    "/approvals",
    lazyRouteComponent(() => import("./features/approvals/ApprovalsScreen.tsx"), "ApprovalsScreen"),
  ),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([signIn, setup, invitation, app.addChildren([...screens])]),
  basepath: BASE,
  // The screens move focus and scroll themselves (`useRouteFocus`).
  scrollRestoration: false,
  defaultPendingMs: 300,
});
