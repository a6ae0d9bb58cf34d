import { useQuery } from "@tanstack/react-query";
import { Select } from "@kinward/ui/Select";
import { api } from "../../api/client.ts";
import { isHead, useMe } from "../../app/me.ts";
import { listTools } from "../../messages/en/work-tools.ts";

const OWN = "own";

/** Whoever leads looks at the calendar of someone below. */
export function WhoseCalendar(props: {
  staffId: string | undefined;
  onPick: (staffId: string | undefined) => void;
}) {
  const me = useMe();
  const leads = isHead(me);
  const query = useQuery({ ...api.work.people.queryOptions({}), enabled: leads });
  const people = query.data?.people ?? [];
  if (people.length === 0) return null;
  return (
    <Select
      name="staffId"
      label={listTools.pick}
      value={props.staffId ?? OWN}
      onChange={(id) => props.onPick(id === OWN ? undefined : id)}
      choices={[
        { id: OWN, label: listTools.mine },
        ...people.map(({ staffId, name }) => ({ id: staffId as string, label: name })),
      ]}
    />
  );
}
