import type { PlainDate } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { type Column, DataTable } from "@kinward/ui/DataTable";
import { Dialog } from "@kinward/ui/Dialog";
import { Tag } from "@kinward/ui/Tag";
import { showToast } from "@kinward/ui/Toast";
import type { UseQueryResult } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { EndDialog } from "../shared/form/EndDialog.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import type { Sent } from "../shared/send.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { offices as m } from "./messages.ts";
import { inOrder, placeState } from "./present.ts";
import { RowActions } from "./RowActions.tsx";

interface Place {
  readonly name: string;
  readonly endedOn?: PlainDate;
}

interface PlacesCardProps<P extends Place, Data> {
  readonly kind: "OFFICE" | "TEAM";
  readonly words: Readonly<Record<"title" | "add" | "caption" | "empty" | "endText", string>>;
  readonly query: UseQueryResult<Data, unknown>;
  readonly placesOf: (data: Data) => readonly P[];
  readonly idOf: (place: P) => string;
  /** What is known of a place besides its state. */
  readonly columns: readonly Column<P>[];
  readonly columnNames: Readonly<Record<"state" | "action", string>>;
  readonly send: (place: P, values: { on: PlainDate; reason: string }) => Promise<Sent<unknown>>;
  /** The dialog that begins a place, or changes the one given. */
  readonly dialog: (place: P | undefined, onClose: () => void) => ReactNode;
}

type Open<P> = { what: "EDIT" | "END" | "CHANGES"; place: P } | { what: "NEW" };

/** Offices or teams: a list, and what can be done with each of them. */
export function PlacesCard<P extends Place, Data>(props: PlacesCardProps<P, Data>) {
  const { words, columnNames } = props;
  const { today } = useMe();
  const mayChange = useMayChange();
  const [open, setOpen] = useState<Open<P> | undefined>(undefined);
  const close = () => setOpen(undefined);
  const add = mayChange && (
    <Button
      size="small"
      icon={<Plus size={15} aria-hidden />}
      onPress={() => setOpen({ what: "NEW" })}
    >
      {words.add}
    </Button>
  );
  return (
    <Card title={words.title} flush actions={add}>
      <Loaded query={props.query}>
        {(data) => (
          <DataTable<P>
            caption={words.caption}
            rows={inOrder(props.placesOf(data))}
            rowKey={props.idOf}
            empty={<p className="card-body muted">{words.empty}</p>}
            columns={[
              ...props.columns,
              {
                id: "state",
                header: columnNames.state,
                fit: true,
                card: "top",
                cell: (place) => {
                  const { look, word } = placeState(place, today);
                  return <Tag state={look}>{word}</Tag>;
                },
              },
              {
                id: "action",
                header: columnNames.action,
                hideHeader: true,
                fit: true,
                cell: (place) => (
                  <RowActions
                    name={place.name}
                    isOpen={place.endedOn === undefined}
                    onOpen={(what) => setOpen({ what, place })}
                  />
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {open?.what === "NEW" && props.dialog(undefined, close)}
      {open?.what === "EDIT" && props.dialog(open.place, close)}
      {open?.what === "CHANGES" && (
        <Dialog isOpen onOpenChange={close} title={m.historyOf(open.place.name)}>
          <ChangeLog kind={props.kind} id={props.idOf(open.place)} />
        </Dialog>
      )}
      {open?.what === "END" && (
        <EndDialog
          title={m.endDialog.title(open.place.name)}
          text={words.endText}
          dateLabel={m.endDialog.on}
          submitText={m.endDialog.submit}
          send={(values) => props.send(open.place, values)}
          onDone={() => showToast(m.endDialog.done)}
          onClose={close}
        />
      )}
    </Card>
  );
}
