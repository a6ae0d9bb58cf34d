import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { LinkButton } from "@kinward/ui/LinkButton";
import type { CaseId } from "@kinward/domain/kernel";
import { api } from "../../api/client.ts";
import { failureOf } from "../../api/failure.ts";
import { failureText } from "../../app/failure-text.ts";
import { paths } from "../../app/paths.ts";
import { saveFile } from "../../app/save-file.ts";
import { toast } from "../../app/toast.ts";
import { casePages } from "../../messages/en/case-pages.ts";

const words = casePages.caseFile;

/** Takes along what the dates of the case are counted from: the same file gives the same dates on the command line. */
export default function CaseFileDownload({ caseId }: { caseId: CaseId }) {
  const client = useQueryClient();
  const [isTaking, setTaking] = useState(false);
  const take = async () => {
    setTaking(true);
    try {
      // Each time anew: what was taken is recorded, and an older copy would be wrong.
      saveFile(
        await client.fetchQuery({ ...api.family.caseFile.queryOptions({ caseId }), staleTime: 0 }),
      );
    } catch (error) {
      toast(`${words.failed}. ${failureText(failureOf(error))}`);
    } finally {
      setTaking(false);
    }
  };
  return (
    <div className="row row-apart">
      <span className="muted small">{words.text}</span>
      <div className="row">
        <LinkButton size="small" href={paths.workbench(caseId)}>
          {words.tryDates}
        </LinkButton>
        <Button
          size="small"
          icon={<Download size={15} aria-hidden />}
          isPending={isTaking}
          pendingText={words.taking}
          onPress={() => void take()}
        >
          {words.take}
        </Button>
      </div>
    </div>
  );
}
