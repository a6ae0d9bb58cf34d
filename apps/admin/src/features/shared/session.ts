import type { Me } from "@kinward/domain/views";
import { useSuspenseQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";

export const meQuery = () => trpc.session.me.queryOptions({}, { staleTime: 60_000 });
export const setupQuery = () => trpc.setup.status.queryOptions({});

/** Who is signed in. Only below the session gate, where it is already loaded. */
export const useMe = (): Me => useSuspenseQuery(meQuery()).data;

/** Whether this app is open to someone at all. */
export const mayEnter = (me: Me): boolean => me.menu.includes("ADMIN");

/** Whether someone may change what the screens show; an auditor reads. The server decides again. */
export const mayChange = (me: Me): boolean => me.roles.includes("ADMINISTRATOR");
export const useMayChange = (): boolean => mayChange(useMe());
