import type { OrganizationId, StaffId } from "@kinward/domain/kernel";
import type { Role } from "@kinward/domain/views";
import { useQuery } from "@tanstack/react-query";
import { api, trpc } from "../../api/client.ts";
import type { PeopleFilter } from "../../paths.ts";
import { useSend } from "../shared/send.ts";

export const usePeople = ({ page = 1, ...filter }: PeopleFilter) =>
  useQuery(
    trpc.staff.list.queryOptions({ ...filter, page }, { placeholderData: (before) => before }),
  );
export const usePerson = (staffId: StaffId) => useQuery(trpc.staff.get.queryOptions({ staffId }));

/** Those who may be named as supervisor: of the Department, or of one organization. */
export const useSupervisors = (role: Role, organizationId: OrganizationId | undefined) =>
  useQuery(
    trpc.staff.list.queryOptions({
      role,
      ...(organizationId === undefined ? {} : { organizationId }),
      page: 1,
    }),
  );
export const useOffices = () => useQuery(trpc.offices.list.queryOptions({}));
export const useTeams = () => useQuery(trpc.teams.list.queryOptions({}));
export const useOrganizations = () => useQuery(trpc.organizations.list.queryOptions({}));

export const useInvite = () => useSend(api.staff.invite.mutate);
export const useChangeAccess = () => useSend(api.staff.change.mutate);
export const useEndAccess = () => useSend(api.staff.end.mutate);
export const useResend = () => useSend(api.staff.resendInvitation.mutate);
