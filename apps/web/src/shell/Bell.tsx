import { useQuery } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import { UiLink } from "@kinward/ui/UiLink";
import { api } from "../api/client.ts";
import { paths } from "../app/paths.ts";
import { app } from "../messages/en/app.ts";

/** Leads to the notices and says how many are unread. Asks once the first rows are there. */
export function Bell({ isReady }: { isReady: boolean }) {
  const query = useQuery({
    ...api.inbox.count.queryOptions({}),
    enabled: isReady,
    refetchInterval: 120_000,
    staleTime: 30_000,
  });
  const unread = query.data?.unread ?? 0;
  return (
    <UiLink href={paths.inbox()} className="bell" aria-label={app.bell(unread)}>
      <BellIcon size={21} strokeWidth={1.8} aria-hidden />
      {unread > 0 && (
        <span className="nav-count" aria-hidden>
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </UiLink>
  );
}
