import { useEffect, useEffectEvent } from "react";
import { useRouter } from "@tanstack/react-router";
import { Card } from "@kinward/ui/Card";
import { PageHeader } from "@kinward/ui/PageHeader";
import { TaskList } from "@kinward/ui/TaskList";
import { paths } from "../../app/paths.ts";
import { referrals as words } from "../../messages/en/referrals.ts";
import { DraftBar } from "../shared/drafts/DraftBar.tsx";
import { familyOf } from "./content.ts";
import { useReferral } from "./ReferralPages.tsx";
import { CompareReferral } from "./ReferralStanding.tsx";
import { presentTasks } from "./tasks.ts";

/** The tasks of the referral with their states. */
export default function ReferralTasks() {
  const { draftId, content, check, draft, merged, recheck } = useReferral();
  const router = useRouter();
  const family = familyOf(content);
  // What was typed on the page before counts in the states here.
  const onOpen = useEffectEvent(() => void recheck());
  useEffect(() => onOpen(), []);
  return (
    <div className="page page-narrow">
      <PageHeader
        title={family === undefined ? words.tasks.title : words.tasks.of(family)}
        lead={words.start.lead}
      />
      <Card flush>
        <TaskList
          label={words.tasks.label}
          tasks={presentTasks(draftId, content, check.data?.refusals)}
        />
      </Card>
      <div className="row">
        <DraftBar
          draft={draft}
          Compare={CompareReferral}
          onMerged={merged}
          onDiscarded={() => router.history.push(paths.newReferral())}
          onRestored={() => router.history.push(paths.referralDraft(draftId))}
        />
      </div>
    </div>
  );
}
