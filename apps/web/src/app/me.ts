import { useSuspenseQuery } from "@tanstack/react-query";
import { may, mayRead, type Actor } from "@kinward/domain/access";
import type { Me } from "@kinward/domain/views";
import { api } from "../api/client.ts";

/** Who is signed in. Only below the shell, which waits for the answer. */
export const useMe = (): Me => useSuspenseQuery(api.session.me.queryOptions({})).data;

export const actorOf = (me: Pick<Me, "staffId" | "roles" | "organization">): Actor => ({
  staffId: me.staffId,
  roles: me.roles,
  ...(me.organization === undefined ? {} : { organizationId: me.organization.id }),
});

/** Somewhere, on some case: decides about menu entries, never about a record. The API judges each record anew. */
const ANYWHERE = {
  onTeam: true,
  below: true,
  coordinatorOrNamed: true,
  contractorOfCase: {},
  ownOrganization: true,
} as const;

export const mayRecordContacts = (me: Me): boolean =>
  may(actorOf(me), "CONTACT_RECORD", ANYWHERE).allowed;
export const mayHaveCases = (me: Me): boolean =>
  may(actorOf(me), "HANDOVER_READ", ANYWHERE).allowed;
export const mayRefer = (me: Me): boolean => may(actorOf(me), "REFERRAL_SUBMIT", ANYWHERE).allowed;
export const maySearch = (me: Me): boolean => mayRead(actorOf(me), "SEARCH", ANYWHERE).allowed;
export const mayReviewPeople = (me: Me): boolean =>
  mayRead(actorOf(me), "PERSON_MERGE", ANYWHERE).allowed;
export const mayLeadTeam = (me: Me): boolean => may(actorOf(me), "TEAM_LEAD", ANYWHERE).allowed;
export const maySeeState = (me: Me): boolean => mayRead(actorOf(me), "STATE_SEE").allowed;
export const mayOpenCases = (me: Me): boolean =>
  may(actorOf(me), "CASE_OPEN_CLOSE", ANYWHERE).allowed;

/** Somebody with people below, whose lists they may look at. */
export const isHead = ({ roles }: Pick<Me, "roles">): boolean =>
  roles.includes("SUPERVISOR") || roles.includes("CONTRACTOR_SUPERVISOR");
