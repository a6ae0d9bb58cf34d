import { showToast } from "@kinward/ui/Toast";
import { EndDialog } from "../shared/form/EndDialog.tsx";
import { areas as m } from "./messages.ts";
import type { ContractAreaView } from "./present.ts";
import { useEndArea } from "./queries.ts";

export function EndAreaDialog({
  area,
  name,
  onClose,
}: {
  readonly area: ContractAreaView;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const send = useEndArea();
  return (
    <EndDialog
      title={m.end.title(name)}
      text={m.end.text}
      dateLabel={m.end.on}
      submitText={m.end.submit}
      notBefore={area.from}
      send={(values) => send({ contractAreaId: area.contractAreaId, ...values })}
      onDone={() => showToast(m.end.done)}
      onClose={onClose}
    />
  );
}
