import { useRouter } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { v7 as uuidv7 } from "uuid";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import { api } from "../../api/client.ts";
import { mayOpenCases, useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { referrals } from "../../messages/en/referrals.ts";

const words = referrals.start;

/** Where a referral, or a Kentucky case, is begun. The draft itself is made by the first answer. */
export default function NewReferral() {
  const me = useMe();
  const router = useRouter();
  const drafts = (useQuery(api.drafts.list.queryOptions({})).data?.drafts ?? []).filter(
    (draft) => draft.kind === "REFERRAL",
  );
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <div>
        <Button kind="primary" onPress={() => router.history.push(paths.referralDraft(uuidv7()))}>
          {words.begin}
        </Button>
      </div>
      {drafts.length > 0 && (
        <Card title={words.drafts} flush>
          <ul className="link-rows">
            {drafts.map((draft) => (
              <li key={draft.draftId}>
                <UiLink href={paths.referralDraft(draft.draftId)}>{draft.title}</UiLink>
                <span className="muted small">
                  {dates.moment(draft.savedAt, me.agency.timeZone, { today: me.today })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {mayOpenCases(me) && (
        <Card>
          <div className="row row-apart">
            <p>{words.kentucky}</p>
            <LinkButton href={paths.beginCase()}>{referrals.beginCase}</LinkButton>
          </div>
        </Card>
      )}
    </div>
  );
}
