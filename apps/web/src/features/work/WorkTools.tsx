import { Suspense, lazy } from "react";
import { useRouter } from "@tanstack/react-router";
import { ListFilter } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { WORK_CHOICE } from "@kinward/domain/views";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import type { WorkSearch } from "../../app/search.ts";
import { listTools as words } from "../../messages/en/work-tools.ts";
import ChooseColumns from "../shared/views/ChooseColumns.tsx";
import SaveAsFile from "../shared/views/SaveAsFile.tsx";
import { columnsSearch, shownColumns, USUAL_COLUMNS } from "./columns.ts";
import { loadWorkFile } from "./queries.ts";
import { WhoseWork } from "./WhoseWork.tsx";

const SavedViews = lazy(() => import("../shared/views/SavedViews.tsx"));

/** What is done with the list: narrowed, kept as a view, shown by other columns, taken along. */
export default function WorkTools({
  search,
  isFiltering,
  onFilter,
}: {
  search: WorkSearch;
  isFiltering: boolean;
  onFilter: () => void;
}) {
  const router = useRouter();
  const go = (next: Parameters<typeof paths.work>[0], replace: boolean) =>
    router.history[replace ? "replace" : "push"](paths.work(next));
  return (
    <>
      <WhoseWork
        me={useMe()}
        staffId={search.staffId}
        onPick={(staffId) => go({ ...search, staffId }, false)}
      />
      <Button
        icon={<ListFilter size={17} aria-hidden />}
        aria-expanded={isFiltering}
        onPress={onFilter}
      >
        {words.filters}
      </Button>
      <span className="desk-only row">
        <Suspense fallback={null}>
          <SavedViews list="WORK" search={search} onGo={go} />
        </Suspense>
        <ChooseColumns
          columns={WORK_CHOICE.map((id) => ({ id, label: words.columns[id] }))}
          value={shownColumns(search.columns)}
          usual={USUAL_COLUMNS}
          onChange={(chosen) =>
            go({ ...search, view: search.view ?? "all", columns: columnsSearch(chosen) }, true)
          }
        />
        <SaveAsFile load={(format) => loadWorkFile(search, format)} />
      </span>
    </>
  );
}
