import { useState } from "react";
import { TextArea } from "@kinward/ui/TextArea";
import { dates } from "@kinward/wording/en/dates";
import type { ReceiptView } from "@kinward/domain/views";
import { queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { done } from "../../app/done.ts";
import { useMe } from "../../app/me.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { FormDialog } from "../shared/FormDialog.tsx";

const words = referrals.withdraw;

/** Says which of the two a withdrawal is today, as the rule has it, and asks why (DEC-35). */
export function WithdrawDialog({
  receipt,
  reverses,
  onClose,
}: {
  receipt: ReceiptView;
  reverses: boolean;
  onClose: () => void;
}) {
  const { today } = useMe();
  const [reason, setReason] = useState("");
  const withdraw = useCommand(trpcClient.referrals.withdraw.mutate, {
    onSuccess: () => done(words.done, onClose),
  });
  const save = () => {
    if (reason.trim() === "") return [{ name: "reason", message: words.enterReason }];
    withdraw.mutate({ referralId: receipt.referralId, reason });
    return [];
  };
  return (
    <FormDialog
      title={words.title}
      saveText={words.confirm}
      isSaving={withdraw.isPending}
      onClose={() => {
        onClose();
        // What another did in the meantime shows on the receipt.
        if (withdraw.isError) void queryClient.invalidateQueries();
      }}
      onSave={save}
      faults={withdraw.error ? faultsOfFailure(failureOf(withdraw.error), ["reason"]) : undefined}
    >
      {(faultOf) => (
        <>
          <p>
            {reverses ? words.reverses(dates.date(receipt.effectiveDate, { today })) : words.stands}
          </p>
          {reverses && <p className="muted">{words.window}</p>}
          <TextArea
            name="reason"
            label={words.reason}
            value={reason}
            onChange={setReason}
            error={faultOf("reason")}
            rows={3}
          />
        </>
      )}
    </FormDialog>
  );
}
