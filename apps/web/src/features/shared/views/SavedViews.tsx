import { useEffect, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { v7 as uuidv7 } from "uuid";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { ConfirmDialog } from "@kinward/ui/ConfirmDialog";
import { Menu } from "@kinward/ui/Menu";
import { TextField } from "@kinward/ui/TextField";
import type { SavedView, ViewList } from "@kinward/domain/views";
import { api, queryClient, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { toast } from "../../../app/toast.ts";
import { views as words } from "../../../messages/en/views.ts";
import { serverFaults } from "../faults.ts";
import { FormDialog } from "../FormDialog.tsx";
import {
  ALL_VIEW,
  defaultView,
  savedSearch,
  viewEntries,
  viewState,
  type ListSearch,
  type ViewAct,
} from "./present.ts";

export interface SavedViewsProps {
  list: ViewList;
  search: ListSearch;
  /** Goes to an address of the list; the first time it takes the place of the present one. */
  onGo: (search: ListSearch, replace: boolean) => void;
}

/** The views of a list: opens one, keeps the present filters, order and columns under a name. */
export default function SavedViews({ list, search, onGo }: SavedViewsProps) {
  const options = api.views.list.queryOptions({ list });
  const views = useQuery({ ...options, staleTime: 300_000 }).data?.views ?? [];
  const [asked, setAsked] = useState<"NEW" | "RENAME" | "REMOVE">();
  const state = viewState(views, search);
  const reload = () => queryClient.invalidateQueries({ queryKey: options.queryKey });
  const save = useCommand(trpcClient.views.save.mutate, {
    onSuccess: async (_, { viewId, search: saved }) => {
      setAsked(undefined);
      toast(words.saved);
      await reload();
      onGo({ ...saved, view: viewId }, true);
    },
  });
  const remove = useCommand(trpcClient.views.remove.mutate, {
    onSuccess: async () => {
      setAsked(undefined);
      toast(words.removed);
      await reload();
      onGo({ ...savedSearch(search), view: ALL_VIEW }, true);
    },
  });

  const first = defaultView(views, search);
  useEffect(() => {
    if (first !== undefined) onGo({ ...first.search, view: first.viewId }, true);
    // Only the arrival of the default matters, not each new function.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [first]);

  const { current } = state;
  const act = (chosen: ViewAct) => {
    switch (chosen.kind) {
      case "ALL":
        return onGo({ view: ALL_VIEW }, false);
      case "OPEN":
        return onGo({ ...chosen.view.search, view: chosen.view.viewId }, false);
      case "NEW":
      case "RENAME":
      case "REMOVE":
        save.reset();
        return setAsked(chosen.kind);
      case "CHANGES":
        return current && save.mutate({ ...current, search: savedSearch(search) });
      case "DEFAULT":
        return current && save.mutate({ ...current, isDefault: !current.isDefault });
    }
  };
  const entries = viewEntries(views, state);
  const failed = save.error ?? undefined;
  return (
    <>
      <Menu
        label={state.label}
        entries={entries}
        onAction={(id) => {
          const entry = entries.find((each) => each.id === id);
          if (entry !== undefined) act(entry.act);
        }}
      />
      {(asked === "NEW" || asked === "RENAME") && (
        <NameView
          view={asked === "RENAME" ? current : undefined}
          isSaving={save.isPending}
          error={failed}
          onClose={() => setAsked(undefined)}
          onSave={(name, isDefault) =>
            save.mutate(
              asked === "RENAME" && current !== undefined
                ? { ...current, name, isDefault }
                : { viewId: uuidv7() as never, list, name, search: savedSearch(search), isDefault },
            )
          }
        />
      )}
      {asked === "REMOVE" && current !== undefined && (
        <ConfirmDialog
          isOpen
          onOpenChange={(open) => !open && setAsked(undefined)}
          title={words.removeTitle(current.name)}
          confirmText={words.removeYes}
          isDanger
          isPending={remove.isPending}
          onConfirm={() => remove.mutate({ viewId: current.viewId })}
        >
          <p>{words.removeText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function NameView(props: {
  view: SavedView | undefined;
  isSaving: boolean;
  error: Error | undefined;
  onClose: () => void;
  onSave: (name: string, isDefault: boolean) => void;
}) {
  const { view, isSaving, error, onClose, onSave } = props;
  const [name, setName] = useState(view?.name ?? "");
  const [isDefault, setIsDefault] = useState(view?.isDefault ?? false);
  const save = () => {
    if (name.trim() === "") return [{ name: "name", message: words.dialog.nameRequired }];
    onSave(name.trim(), isDefault);
    return [];
  };
  return (
    <FormDialog
      title={view === undefined ? words.dialog.newTitle : words.dialog.renameTitle}
      saveText={words.dialog.save}
      isSaving={isSaving}
      onClose={onClose}
      onSave={save}
      faults={serverFaults(error, ["name"])}
    >
      {(faultOf) => (
        <>
          {view === undefined && <p>{words.dialog.lead}</p>}
          <TextField
            name="name"
            label={words.dialog.name}
            value={name}
            onChange={setName}
            error={faultOf("name")}
          />
          <CheckboxField
            name="isDefault"
            label={words.dialog.isDefault}
            value={isDefault}
            onChange={setIsDefault}
          />
        </>
      )}
    </FormDialog>
  );
}
