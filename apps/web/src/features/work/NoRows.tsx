import { useRouter } from "@tanstack/react-router";
import { Empty } from "@kinward/ui/Empty";
import { dates } from "@kinward/wording/en/dates";
import type { WorkList } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { usesWorkFilter, type WorkSearch } from "../../app/search.ts";
import { listTools as words } from "../../messages/en/work-tools.ts";
import { presentEmpty } from "./empty.ts";

/** Why there is no row, and how to see others. */
export default function NoRows({ list, search }: { list: WorkList; search: WorkSearch }) {
  const me = useMe();
  const router = useRouter();
  const { bucket, staffId } = search;
  if (usesWorkFilter(search))
    return (
      <Empty
        kind="noMatch"
        title={words.noMatch}
        onClear={() => router.history.push(paths.work({ staffId, view: "all" }))}
      />
    );
  const empty = presentEmpty(list, me, bucket);
  if (empty.kind === "start")
    return (
      <Empty kind="start" title={empty.title}>
        {empty.text}
      </Empty>
    );
  return (
    <Empty
      kind="allDone"
      title={empty.title}
      checkedAt={dates.time(list.checkedAt, me.agency.timeZone)}
      onClear={
        bucket === undefined ? undefined : () => router.history.push(paths.work({ staffId }))
      }
    />
  );
}
