import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DateField } from "@kinward/ui/DateField";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { Skeleton } from "@kinward/ui/Skeleton";
import { labelOf } from "@kinward/wording";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import type { EpisodeId, PlainDate, StaffId } from "@kinward/domain/kernel";
import type { CoordinatorOption } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { useMe } from "../../../app/me.ts";
import { toast } from "../../../app/toast.ts";
import { app } from "../../../messages/en/app.ts";
import { acts } from "../../../messages/en/acts.ts";
import { shared } from "../../../messages/en/shared.ts";
import { serverFaults } from "../faults.ts";
import { FormDialog } from "../FormDialog.tsx";

export interface AssignCoordinatorProps {
  episodeId: EpisodeId;
  familyName: string;
  /** Present coordinator, if there is one: the form then offers to end that assignment. */
  present?: string | undefined;
  /** Languages of the family: who speaks one of them stands first. */
  languages?: readonly string[] | undefined;
  onClose: () => void;
}

const words = acts.coordinator;

/** Who speaks a language of the family first, then who has fewest cases. */
export const inOrder = (
  options: readonly CoordinatorOption[],
  languages: readonly string[],
): readonly CoordinatorOption[] =>
  options.toSorted((a, b) => {
    const speaks = (option: CoordinatorOption) =>
      option.languages.some((language) => language !== "en" && languages.includes(language))
        ? 0
        : 1;
    return speaks(a) - speaks(b) || a.openCases - b.openCases || (a.name < b.name ? -1 : 1);
  });

export default function AssignCoordinator({
  episodeId,
  familyName,
  present,
  languages = [],
  onClose,
}: AssignCoordinatorProps) {
  const me = useMe();
  const [staffId, setStaff] = useState<StaffId>();
  const [from, setFrom] = useState<string>();
  const [endPrevious, setEnd] = useState(false);
  const options = useQuery(api.intake.coordinators.queryOptions({ episodeId }));
  const chosen = options.data?.options.find((option) => option.staffId === staffId);
  const assign = useCommand(trpcClient.intake.assignCoordinator.mutate, {
    onSuccess: async () => {
      if (chosen) toast(words.done(chosen.name));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const save = () => {
    const faults = [
      ...(staffId === undefined ? [{ name: "staffId", message: shared.problem.choose }] : []),
      ...(from === undefined ? [{ name: "from", message: shared.problem.required }] : []),
    ];
    if (staffId !== undefined && from !== undefined)
      assign.mutate({
        episodeId,
        staffId,
        from: from as PlainDate,
        ...(endPrevious ? { endPrevious } : {}),
      });
    return faults;
  };
  const failure = assign.error ?? options.error;
  return (
    <FormDialog
      title={words.title(familyName)}
      saveText={words.save}
      isSaving={assign.isPending}
      onClose={onClose}
      onSave={save}
      faults={serverFaults(failure, ["staffId", "from"])}
    >
      {(faultOf) =>
        options.data === undefined ? (
          <Skeleton kind="text" count={4} />
        ) : options.data.options.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            <RadioGroup
              name="staffId"
              label={words.who}
              value={staffId}
              onChange={setStaff}
              error={faultOf("staffId")}
              choices={inOrder(options.data.options, languages).map((option) => ({
                id: option.staffId,
                label: option.name,
                detail: words.option(
                  words.cases(option.openCases),
                  option.late,
                  dates.list(option.languages.map((code) => labelOf(labels.language, code))),
                ),
              }))}
            />
            <DateField
              name="from"
              label={words.from}
              value={from}
              onChange={setFrom}
              actions={[{ label: app.today, date: me.today }]}
              error={faultOf("from")}
            />
            {(present !== undefined || faultOf("from") !== undefined) && (
              <CheckboxField
                name="endPrevious"
                label={words.endPrevious}
                value={endPrevious}
                onChange={setEnd}
                hint={present}
              />
            )}
          </>
        )
      }
    </FormDialog>
  );
}
