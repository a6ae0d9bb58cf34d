import { useState } from "react";
import type { PlainDate, StaffId } from "@kinward/domain/kernel";
import type { CandidateView } from "@kinward/domain/views";
import { useMe } from "../../../app/me.ts";
import { team } from "../../../messages/en/team.ts";
import { candidateChoices } from "./candidates.ts";

const words = team.handover;

/** Who takes over and from when, as `HandoverFields` asks it. Nobody is chosen beforehand. */
export function useHandover(candidates: readonly CandidateView[], without: string | undefined) {
  const { today } = useMe();
  const [staffId, onStaff] = useState<StaffId>();
  const [from, onFrom] = useState<string>();
  const choices = candidateChoices(candidates, without, today);
  return {
    fields: { choices, staffId, onStaff, from, onFrom },
    /** Both answers, once they are given. */
    to: staffId && from ? { staffId, from: from as PlainDate } : undefined,
    name: choices.find((one) => one.id === staffId)?.label ?? "",
    faults: [
      ...(staffId === undefined ? [{ name: "staffId", message: words.enterTo }] : []),
      ...(from === undefined ? [{ name: "from", message: words.enterFrom }] : []),
    ],
  };
}
