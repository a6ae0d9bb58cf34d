import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { CompareDrafts } from "../shared/drafts/CompareDrafts.tsx";
import type { CompareProps } from "../shared/drafts/DraftBar.tsx";
import { answerOf } from "./answers.ts";

/** Two versions of a referral, or of a case that is begun without one. */
export default function CompareReferral(props: CompareProps) {
  const { today } = useMe();
  const { areas = [], organizations = [] } =
    useQuery({ ...api.referrals.options.queryOptions({}), staleTime: 600_000 }).data ?? {};
  const names = { today, areas, organizations };
  return (
    <CompareDrafts
      {...props}
      describe={(one, { here, there }) => answerOf(one, [here, there.content], names)}
    />
  );
}
