import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Button } from "@kinward/ui/Button";
import { PageHeader } from "@kinward/ui/PageHeader";
import { UiLink } from "@kinward/ui/UiLink";
import type { ReferralTask as Task } from "@kinward/domain/assignment";
import type { ReactNode } from "react";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { referrals as words } from "../../messages/en/referrals.ts";
import { AskOverride } from "./AskOverride.tsx";
import { CheckReferral } from "./CheckReferral.tsx";
import { useReferral } from "./ReferralPages.tsx";
import { FamilyTask } from "./FamilyTask.tsx";
import { LegalBasisTask } from "./LegalBasisTask.tsx";
import { PriorServicesTask } from "./PriorServicesTask.tsx";
import { EffectiveDateTask, RisksTask } from "./SmallTasks.tsx";
import { ReferralStanding } from "./ReferralStanding.tsx";
import { ServiceTask } from "./ServiceTask.tsx";
import { nextTask, taskHref, taskOfPath } from "./tasks.ts";

const route = getRouteApi("/app/referrals/new/$draftId/$task");

const PAGES: Readonly<Record<Task, () => ReactNode>> = {
  FAMILY: FamilyTask,
  SERVICE: ServiceTask,
  LEGAL_BASIS: LegalBasisTask,
  EFFECTIVE_DATE: EffectiveDateTask,
  PRIOR_SERVICES: PriorServicesTask,
  RISKS: RisksTask,
};

/** One task of the referral on its own page, or the check page. */
export default function ReferralTask() {
  const { task: path } = route.useParams();
  if (path === "check") return <CheckReferral />;
  if (path === "override") return <AskOverride />;
  const task = taskOfPath(path);
  return task === undefined ? <NoAccess /> : <TaskPage key={task} task={task} />;
}

function TaskPage({ task }: { task: Task }) {
  const { draftId, draft } = useReferral();
  const router = useRouter();
  const Page = PAGES[task];
  return (
    <div className="page page-narrow">
      <UiLink href={paths.referralDraft(draftId)}>{words.tasks.back}</UiLink>
      <PageHeader title={words.tasks[task].title} lead={words.tasks[task].hint} />
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void draft.flush();
          router.history.push(taskHref(draftId, nextTask(task)));
        }}
      >
        <Page />
        <div className="action-bar">
          <Button type="submit" kind="primary">
            {words.tasks.next}
          </Button>
          <ReferralStanding />
        </div>
      </form>
    </div>
  );
}
