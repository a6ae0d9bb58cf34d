import type { OfficeId } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Dialog } from "@kinward/ui/Dialog";
import { Tag } from "@kinward/ui/Tag";
import { showToast } from "@kinward/ui/Toast";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { OfficeView } from "../../api/contract.ts";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { EndDialog } from "../shared/form/EndDialog.tsx";
import { FormReason, FormText } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { checkRequired } from "../shared/required.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { offices as m } from "./messages.ts";
import { filled, inOrder, placeState } from "./present.ts";
import { useEndOffice, useOffices, useSaveOffice } from "./queries.ts";
import { RowActions } from "./RowActions.tsx";

type Open = { what: "EDIT" | "END" | "CHANGES"; office: OfficeView } | { what: "NEW" };

export function OfficesCard() {
  const { today } = useMe();
  const mayChange = useMayChange();
  const query = useOffices();
  const endOffice = useEndOffice();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = () => setOpen(undefined);
  return (
    <Card
      title={m.offices}
      flush
      actions={
        mayChange && (
          <Button
            size="small"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => setOpen({ what: "NEW" })}
          >
            {m.addOffice}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ offices }) => (
          <DataTable<OfficeView>
            caption={m.officesCaption}
            rows={inOrder(offices)}
            rowKey={(office) => office.officeId}
            empty={<p className="card-body muted">{m.officesEmpty}</p>}
            columns={[
              {
                id: "name",
                header: m.officeColumns.name,
                isRowHeader: true,
                cell: (office) => office.name,
              },
              {
                id: "county",
                header: m.officeColumns.county,
                cell: (office) => office.county ?? m.notSet,
              },
              {
                id: "phone",
                header: m.officeColumns.phone,
                cell: (office) => office.phone ?? m.notSet,
              },
              {
                id: "teams",
                header: m.officeColumns.teams,
                align: "end",
                cell: (office) => office.teams,
              },
              {
                id: "state",
                header: m.officeColumns.state,
                fit: true,
                card: "top",
                cell: (office) => {
                  const { look, word } = placeState(office, today);
                  return <Tag state={look}>{word}</Tag>;
                },
              },
              {
                id: "action",
                header: m.officeColumns.action,
                hideHeader: true,
                fit: true,
                cell: (office) => (
                  <RowActions
                    name={office.name}
                    isOpen={office.endedOn === undefined}
                    onOpen={(what) => setOpen({ what, office })}
                  />
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {open?.what === "NEW" && <OfficeDialog onClose={close} />}
      {open?.what === "EDIT" && <OfficeDialog office={open.office} onClose={close} />}
      {open?.what === "CHANGES" && (
        <Dialog isOpen onOpenChange={close} title={m.historyOf(open.office.name)}>
          <ChangeLog kind="OFFICE" id={open.office.officeId} />
        </Dialog>
      )}
      {open?.what === "END" && (
        <EndDialog
          title={m.endDialog.title(open.office.name)}
          text={m.endDialog.office}
          dateLabel={m.endDialog.on}
          submitText={m.endDialog.submit}
          send={(values) => endOffice({ officeId: open.office.officeId, ...values })}
          onDone={() => showToast(m.endDialog.done)}
          onClose={close}
        />
      )}
    </Card>
  );
}

function OfficeDialog(props: { readonly office?: OfficeView; readonly onClose: () => void }) {
  const { office, onClose } = props;
  const send = useSaveOffice();
  const form = useRecordForm<
    { name: string; county: string; phone: string; reason: string },
    { officeId: OfficeId }
  >({
    defaults: {
      name: office?.name ?? "",
      county: office?.county ?? "",
      phone: office?.phone ?? "",
      reason: "",
    },
    check: (values) =>
      checkRequired(values, { name: m.form.nameMissing, reason: shared.reason.missing }),
    send: ({ name, county, phone, reason }) => {
      const kept = { county: filled(county), phone: filled(phone) };
      return send({
        ...(office === undefined ? {} : { officeId: office.officeId }),
        name: name.trim(),
        ...(kept.county === undefined ? {} : { county: kept.county }),
        ...(kept.phone === undefined ? {} : { phone: kept.phone }),
        reason,
      });
    },
    onDone: () => {
      showToast(m.form.saved);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={office === undefined ? m.form.newOffice : m.form.editOffice(office.name)}
      submitText={m.form.submit}
      onClose={onClose}
    >
      <FormText form={form} name="name" label={m.form.name} autoComplete="off" />
      <FormText form={form} name="county" label={m.form.county} mark="optional" />
      <FormText form={form} name="phone" label={m.form.phone} type="tel" mark="optional" />
      <FormReason form={form} />
    </FormDialog>
  );
}
