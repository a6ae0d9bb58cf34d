import { useMutation } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { Download } from "lucide-react";
import type { ReferralId } from "@kinward/domain/kernel";
import { api, queryClient } from "../../api/client.ts";
import { failureOf } from "../../api/failure.ts";
import { saveFile } from "../../app/save-file.ts";
import { toast } from "../../app/toast.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { sentenceOf } from "../shared/faults.ts";

const words = referrals.receipt;

/** Saves the head of the ledger as the referral found it: whoever keeps the file witnesses its line. */
export function SaveReceipt({ referralId }: { referralId: ReferralId }) {
  const save = useMutation({
    mutationFn: () =>
      queryClient.fetchQuery({
        ...api.proof.receipt.queryOptions({ referralId }),
        staleTime: 0,
        gcTime: 0,
      }),
    onSuccess: saveFile,
    onError: (error) => toast(sentenceOf(failureOf(error))),
  });
  return (
    <Button
      onPress={() => save.mutate()}
      isPending={save.isPending}
      pendingText={words.saving}
      icon={<Download size={16} aria-hidden />}
    >
      {words.save}
    </Button>
  );
}
