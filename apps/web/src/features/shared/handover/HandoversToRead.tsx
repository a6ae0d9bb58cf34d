import { useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import { api } from "../../../api/client.ts";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { team } from "../../../messages/en/team.ts";

const words = team.handover;

/** Cases that came to me with a note that I have not confirmed reading. */
export default function HandoversToRead() {
  const me = useMe();
  const handovers = useQuery(api.team.toRead.queryOptions({})).data?.handovers ?? [];
  if (handovers.length === 0) return null;
  return (
    <Card title={words.toRead} flush>
      <ul className="link-rows">
        {handovers.map((one) => (
          <li key={one.handoverId}>
            <span>
              <UiLink href={paths.caseTeam(one.caseId)}>{one.familyName}</UiLink>{" "}
              <span className="muted small nowrap">{one.caseNumber}</span>
            </span>
            <span className="muted small">
              {words.toReadLine(one.fromName, dates.date(one.from, { today: me.today }))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
