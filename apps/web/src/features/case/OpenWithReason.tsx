import { useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Button } from "@kinward/ui/Button";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { PageHeader } from "@kinward/ui/PageHeader";
import type { CaseId } from "@kinward/domain/kernel";
import { queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { NoAccess } from "../../app/NoAccess.tsx";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { casePages } from "../../messages/en/case-pages.ts";
import { serverFaults } from "../shared/faults.ts";
import { ReasonField } from "../shared/reason/ReasonField.tsx";
import { useReason } from "../shared/reason/use-reason.ts";

const words = casePages.reason;
const route = getRouteApi("/app/cases/$caseId/reason");

export default function OpenWithReason() {
  return <AskReason caseId={asId(route.useParams().caseId)} />;
}

/** Opening a case of another team: with a reason that stays on record and is listed to its supervisor. */
export function AskReason({ caseId }: { caseId: CaseId }) {
  const router = useRouter();
  const reason = useReason(words.reason);
  const [own, setOwn] = useState<readonly FieldFault[]>([]);
  const open = useCommand(trpcClient.cases.openWithReason.mutate, {
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      router.history.push(paths.case(caseId));
    },
  });
  if (open.error && failureOf(open.error).kind === "NOT_FOUND") return <NoAccess />;
  const faults = own.length > 0 ? own : (serverFaults(open.error, ["reason"]) ?? []);
  const submit = () => {
    setOwn(reason.faults);
    if (reason.faults.length === 0 && !open.isPending) open.mutate({ caseId, reason: reason.text });
  };
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <Form isCard faults={faults} onSubmit={() => submit()}>
        <ReasonField
          {...reason}
          faultOf={(name) => faults.find((fault) => fault.name === name)?.message}
        />
        <div>
          <Button type="submit" kind="primary" isPending={open.isPending} pendingText={app.saving}>
            {words.submit}
          </Button>
        </div>
      </Form>
    </div>
  );
}
