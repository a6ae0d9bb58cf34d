import type { Episode } from "@kinward/domain/casefile";
import type { PlainDate } from "@kinward/domain/kernel";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DateField } from "@kinward/ui/DateField";
import { Plus } from "lucide-react";
import { useState } from "react";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import {
  type Service,
  serviceOf,
  servicesOf,
  withService,
  withServiceRow,
  withServices,
} from "./edit-service.ts";
import { FactList, type FactsProps } from "./FactList.tsx";
import { endFault } from "./faults.ts";
import { workbench } from "./messages.ts";
import { serviceWords } from "./present.ts";
import { ServiceDialog } from "./ServiceDialog.tsx";

const m = workbench.service;

/** When services run: two dates of the only one, or a list where there are several. */
export function ServiceCard(props: FactsProps) {
  const service = serviceOf(props.file);
  return service === undefined ? <Services {...props} /> : <OnlyService {...props} {...service} />;
}

function OnlyService({ file, onChange, effectiveDate, lastServiceDay }: FactsProps & Service) {
  const [adding, setAdding] = useState(false);
  const service = { effectiveDate, lastServiceDay };
  const [fault] = endFault("lastServiceDay", { from: effectiveDate, to: lastServiceDay });
  return (
    <Card
      title={m.title}
      actions={
        effectiveDate !== undefined && (
          <Button
            size="small"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => setAdding(true)}
          >
            {m.addAnother}
          </Button>
        )
      }
    >
      <div className="bench-fields">
        <DateField
          name="effectiveDate"
          label={m.effective}
          mark="required"
          value={effectiveDate}
          onChange={(day) =>
            onChange(withService(file, { ...service, effectiveDate: day as PlainDate }))
          }
        />
        <DateField
          name="lastServiceDay"
          label={m.last}
          mark="optional"
          error={fault?.message}
          value={lastServiceDay}
          onChange={(day) =>
            onChange(withService(file, { ...service, lastServiceDay: day as PlainDate }))
          }
        />
      </div>
      {adding && (
        <ServiceDialog
          service={undefined}
          onDone={(values) => {
            onChange(withServiceRow(file, undefined, values));
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Card>
  );
}

function Services({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const { columns } = m;
  const services = servicesOf(file);
  return (
    <FactList<Episode>
      {...m}
      title={m.several}
      action={columns.action}
      rows={services}
      rowKey={({ id }) => id}
      nameOf={(service) => serviceWords(service, today)}
      {...{ file, onChange }}
      without={(service) =>
        withServices(
          file,
          services.filter((one) => one !== service),
        )
      }
      columns={[
        {
          id: "type",
          header: columns.type,
          isRowHeader: true,
          cell: ({ serviceType }) => labelWords.serviceType[serviceType],
        },
        {
          id: "effective",
          header: columns.effective,
          fit: true,
          cell: ({ effectiveDate }) => dayWords(effectiveDate, today),
        },
        {
          id: "last",
          header: columns.last,
          fit: true,
          cell: ({ lastServiceDay }) =>
            lastServiceDay === undefined ? "" : dayWords(lastServiceDay, today),
        },
      ]}
      form={(row, close) => (
        <ServiceDialog
          service={row}
          onDone={(values) => {
            onChange(withServiceRow(file, row?.id, values));
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}
