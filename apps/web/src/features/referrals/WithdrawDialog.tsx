import { dates } from "@kinward/wording/en/dates";
import type { ReceiptView } from "@kinward/domain/views";
import { queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { done } from "../../app/done.ts";
import { useMe } from "../../app/me.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { serverFaults } from "../shared/faults.ts";
import { ReasonDialog } from "../shared/reason/ReasonDialog.tsx";

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
  const withdraw = useCommand(trpcClient.referrals.withdraw.mutate, {
    onSuccess: () => done(words.done, onClose),
  });
  return (
    <ReasonDialog
      title={words.title}
      saveText={words.confirm}
      words={words.reason}
      isSaving={withdraw.isPending}
      onClose={() => {
        onClose();
        // What another did in the meantime shows on the receipt.
        if (withdraw.isError) void queryClient.invalidateQueries();
      }}
      onSave={(reason) => withdraw.mutate({ referralId: receipt.referralId, reason })}
      faults={serverFaults(withdraw.error, ["reason"])}
    >
      <p>
        {reverses ? words.reverses(dates.date(receipt.effectiveDate, { today })) : words.stands}
      </p>
      {reverses && <p className="muted">{words.window}</p>}
    </ReasonDialog>
  );
}
