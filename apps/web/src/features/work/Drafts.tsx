import { Card } from "@kinward/ui/Card";
import { UiLink } from "@kinward/ui/UiLink";
import { useMe } from "../../app/me.ts";
import { work as words } from "../../messages/en/work.ts";
import { presentDrafts } from "./present.ts";
import { useDrafts } from "./queries.ts";

/** Forms that were begun and not sent, to go on with. */
export function Drafts() {
  const me = useMe();
  const drafts = useDrafts().data?.drafts ?? [];
  if (drafts.length === 0) return null;
  return (
    <Card title={words.drafts} flush>
      <ul className="link-rows">
        {presentDrafts(drafts, me.today).map((draft) => (
          <li key={draft.id}>
            <UiLink href={draft.href}>{draft.title || draft.kind}</UiLink>
            <span className="muted small">
              {draft.kind}, {draft.age}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
