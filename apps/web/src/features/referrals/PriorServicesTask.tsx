import { useQuery } from "@tanstack/react-query";
import { v7 as uuidv7 } from "uuid";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DateField } from "@kinward/ui/DateField";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { Tag } from "@kinward/ui/Tag";
import { TextArea } from "@kinward/ui/TextArea";
import { TextField } from "@kinward/ui/TextField";
import type { FoundServiceView } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { referrals } from "../../messages/en/referrals.ts";
import { Part } from "../shared/Part.tsx";
import { membersOf, setIn } from "./content.ts";
import { useReferral } from "./ReferralPages.tsx";
import { foundDetail, recordOf, recordsOf, type ServiceRecord } from "./services.ts";
import { choiceField, textField } from "./SmallTasks.tsx";
import { usePriorServices } from "./use-prior-services.ts";

const words = referrals.prior;
const RECORDS = ["priorServices", "records"] as const;

/** Who served the family before: what the search finds over its people, and what is entered by hand. */
export function PriorServicesTask() {
  const { content } = useReferral();
  const { query } = usePriorServices();
  const known =
    content.caseId !== undefined ||
    membersOf(content).some((member) => member.personId !== undefined);
  return (
    <>
      <Card title={words.found} flush>
        {known ? (
          <Part query={query} skeleton="text" count={3}>
            {({ found }) =>
              found.length === 0 ? (
                <p className="card-body muted">{words.nothing}</p>
              ) : (
                <ul className="link-rows">
                  {found.map((service) => (
                    <Found key={service.foundId} service={service} />
                  ))}
                </ul>
              )
            }
          </Part>
        ) : (
          <p className="card-body muted">{words.nobody}</p>
        )}
      </Card>
      {/* What is found decides what is asked here, and would push it from under the finger. */}
      {!query.isLoading && <BeforeKinward anyFound={(query.data?.found.length ?? 0) > 0} />}
    </>
  );
}

function Found({ service }: { service: FoundServiceView }) {
  const form = useReferral();
  const { today } = useMe();
  const records = recordsOf(form.content);
  const isUsed = records.some((record) => record.foundId === service.foundId);
  const use = () =>
    form.replace(
      setIn(setIn(form.content, ["priorServices", "noneKnown"], undefined), RECORDS, [
        ...records,
        recordOf(service, uuidv7()),
      ]),
    );
  const unuse = () =>
    form.set(
      RECORDS,
      records.filter((record) => record.foundId !== service.foundId),
    );
  return (
    <li>
      <span className="stack-small">
        <span className="strong">{service.organizationName}</span>
        <span className="muted small">{foundDetail(service, today)}</span>
        {isUsed && (
          <span>
            <Tag>{words.used}</Tag>
          </span>
        )}
      </span>
      {isUsed ? (
        <Button size="small" aria-label={words.unuseOf(service.organizationName)} onPress={unuse}>
          {words.unuse}
        </Button>
      ) : (
        <Button size="small" aria-label={words.useOf(service.organizationName)} onPress={use}>
          {words.use}
        </Button>
      )}
    </li>
  );
}

function BeforeKinward({ anyFound }: { anyFound: boolean }) {
  const form = useReferral();
  const records = recordsOf(form.content);
  const noneKnown = form.content.priorServices?.noneKnown === true;
  const entered = records.flatMap((record, index) =>
    record.foundId === undefined ? [{ record, index }] : [],
  );
  return (
    <Card title={words.before}>
      <div className="form">
        <p className="muted">{words.beforeLead}</p>
        {entered.length === 0 && records.length === 0 && (
          <CheckboxField
            name="priorServices.noneKnown"
            label={anyFound ? words.noOthersKnown : words.noneKnown}
            value={noneKnown}
            onChange={(on) => form.set(["priorServices"], on ? { noneKnown: true } : undefined)}
          />
        )}
        {entered.map(({ record, index }, at) => (
          <Entered key={record.ref ?? index} record={record} index={index} number={at + 1} />
        ))}
        {!noneKnown && (
          <div>
            <Button onPress={() => form.set(RECORDS, [...records, { ref: uuidv7() }])}>
              {words.add}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function Entered({
  record,
  index,
  number,
}: {
  record: ServiceRecord;
  index: number;
  number: number;
}) {
  const form = useReferral();
  const { today } = useMe();
  const options = useQuery({ ...api.referrals.options.queryOptions({}), staleTime: 600_000 });
  const records = recordsOf(form.content);
  const organizations = options.data?.organizations ?? [];
  const at = (field: string) => [...RECORDS, index, field];
  const put = (next: ServiceRecord) =>
    form.set(
      RECORDS,
      records.map((each, other) => (other === index ? next : each)),
    );
  const { organizationId, organizationName: _, ...rest } = record;
  return (
    <fieldset className="form">
      <legend className="strong">{words.record(number)}</legend>
      <SearchSelect
        name={at("organizationId").join(".")}
        label={words.organization}
        hint={words.organizationHint}
        error={form.faultOf(at("organizationId"))}
        value={organizationId as string | undefined}
        choices={organizations.map((one) => ({ id: one.organizationId, label: one.name }))}
        onChange={(id) => {
          const chosen = organizations.find((one) => one.organizationId === id);
          if (chosen)
            put({
              ...rest,
              organizationId: chosen.organizationId as NonNullable<ServiceRecord["organizationId"]>,
              organizationName: chosen.name,
            });
        }}
      />
      {organizationId === undefined ? (
        <TextField
          {...textField(form, at("organizationName"))}
          label={words.organizationName}
          mark="optional"
        />
      ) : (
        <div>
          <Button size="small" onPress={() => put(rest)}>
            {words.notInList}
          </Button>
        </div>
      )}
      <div className="fields-2">
        <DateField {...choiceField(form, at("from"))} label={words.from} maxValue={today} />
        <DateField {...choiceField(form, at("to"))} label={words.to} mark="optional" />
      </div>
      <TextArea {...textField(form, at("note"))} label={words.note} mark="optional" rows={2} />
      <div>
        <Button
          onPress={() =>
            form.set(
              RECORDS,
              records.filter((_each, other) => other !== index),
            )
          }
        >
          {words.remove}
        </Button>
      </div>
    </fieldset>
  );
}
