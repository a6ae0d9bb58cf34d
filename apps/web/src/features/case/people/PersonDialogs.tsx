import type { CaseHeader, PersonView } from "@kinward/domain/views";
import { ConfirmPersonDialog } from "./ConfirmPersonDialog.tsx";
import { CorrectMembershipDialog } from "./CorrectMembershipDialog.tsx";
import { CorrectStayDialog } from "./CorrectStayDialog.tsx";
import { DeathDialog, LeftDialog } from "./LeaveDialogs.tsx";
import type { PersonAct } from "./present.ts";
import { RemovePersonDialog } from "./RemovePersonDialog.tsx";

export interface PersonDialogProps {
  person: PersonView;
  header: CaseHeader;
  onClose: () => void;
}

/** What is being done about whom on the page of the people. */
export interface Doing {
  readonly person: PersonView;
  readonly act: PersonAct | "stay";
  readonly stayId?: string;
}

export interface PersonDialogsProps {
  doing: Doing;
  header: CaseHeader;
  onClose: () => void;
}

/** The short forms about a person, of which one is open. Loaded when the first of them is asked for. */
export default function PersonDialogs({ doing, header, onClose }: PersonDialogsProps) {
  const { person, act, stayId } = doing;
  const props = { person, header, onClose };
  switch (act) {
    case "confirm":
      return <ConfirmPersonDialog {...props} />;
    case "left":
      return <LeftDialog {...props} />;
    case "died":
    case "deathWrong":
      return <DeathDialog {...props} />;
    case "membership":
      return <CorrectMembershipDialog {...props} />;
    case "remove":
      return <RemovePersonDialog {...props} />;
    case "stay": {
      const stay = person.livingHistory.find((one) => one.stayId === stayId);
      return stay === undefined ? null : <CorrectStayDialog {...props} stay={stay} />;
    }
    default:
      return null;
  }
}
