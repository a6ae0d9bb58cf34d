import { useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Button } from "@kinward/ui/Button";
import { DateField } from "@kinward/ui/DateField";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { Form } from "@kinward/ui/Form";
import { PageHeader } from "@kinward/ui/PageHeader";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { TextArea } from "@kinward/ui/TextArea";
import { LIVING_SETTINGS, type LivingSetting, US_STATES } from "@kinward/domain/people";
import type { CaseId, PlainDate } from "@kinward/domain/kernel";
import type { CaseHeader, PersonView } from "@kinward/domain/views";
import { labels } from "@kinward/wording/en/labels";
import { queryClient, trpcClient } from "../../api/client.ts";
import { useCommand } from "../../api/command.ts";
import { failureOf } from "../../api/failure.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { toast } from "../../app/toast.ts";
import { app } from "../../messages/en/app.ts";
import { casePages } from "../../messages/en/case-pages.ts";
import { stateName } from "../../messages/en/states.ts";
import { useOverview } from "../shared/case/queries.ts";
import { faultsOfFailure } from "../shared/faults.ts";
import { Part } from "../shared/Part.tsx";
import { useErrorTitle } from "../shared/use-error-title.ts";
import { MergedPerson } from "./MergedPerson.tsx";
import { livingText } from "./present-people.ts";

const words = casePages.move;
const route = getRouteApi("/app/cases/$caseId/people/$personId/move");
const FIELDS = ["setting", "state", "address", "from"];

export default function RecordMove() {
  const { caseId, personId } = route.useParams();
  const overview = useOverview(asId<CaseId>(caseId));
  return (
    <div className="page page-narrow">
      <Part query={overview} skeleton="cards">
        {({ people, header }) => {
          const person = people.find((each) => each.personId === personId);
          return person === undefined ? (
            <MergedPerson
              caseId={caseId}
              personId={personId}
              pageOf={(id) => paths.caseMove(caseId, id)}
            />
          ) : (
            <MoveForm person={person} header={header} />
          );
        }}
      </Part>
    </div>
  );
}

/** Where someone lives from a day on. The former place stays in the record with its dates. */
function MoveForm({ person, header }: { person: PersonView; header: CaseHeader }) {
  const me = useMe();
  const router = useRouter();
  const [setting, setSetting] = useState<LivingSetting>();
  const [state, setState] = useState<string>();
  const [address, setAddress] = useState("");
  const [from, setFrom] = useState<string>();
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.message;
  useErrorTitle(faults.length > 0);
  const record = useCommand(trpcClient.cases.recordMove.mutate);

  async function save() {
    const missing = [
      ...(setting === undefined ? [{ name: "setting", message: words.enterSetting }] : []),
      ...(state === undefined ? [{ name: "state", message: words.enterState }] : []),
      ...(from === undefined ? [{ name: "from", message: words.enterFrom }] : []),
    ];
    setFaults(missing);
    if (setting === undefined || state === undefined || from === undefined || record.isPending)
      return;
    try {
      await record.mutateAsync({
        caseId: header.caseId,
        revision: header.revision,
        personId: person.personId,
        setting,
        state,
        from: from as PlainDate,
        ...(address.trim() === "" ? {} : { address }),
      });
      toast(words.done(person.name));
      await queryClient.invalidateQueries();
      router.history.push(paths.casePeople(header.caseId));
    } catch (error) {
      setFaults(faultsOfFailure(failureOf(error), FIELDS));
    }
  }

  return (
    <>
      <PageHeader level={2} title={words.title(person.name)} lead={words.lead} />
      {person.living && <p className="muted">{words.now(livingText(person.living, me.today))}</p>}
      <Form isCard faults={faults} onSubmit={() => void save()}>
        <RadioGroup
          name="setting"
          label={words.setting}
          choices={LIVING_SETTINGS.map((id) => ({ id, label: labels.setting[id] }))}
          value={setting}
          onChange={setSetting}
          error={faultOf("setting")}
        />
        <SearchSelect
          name="state"
          label={words.state}
          choices={US_STATES.map((id) => ({ id, label: stateName(id) }))}
          value={state}
          onChange={setState}
          error={faultOf("state")}
        />
        <TextArea
          name="address"
          label={words.address}
          mark="optional"
          rows={2}
          value={address}
          onChange={setAddress}
          error={faultOf("address")}
        />
        <DateField
          name="from"
          label={words.from}
          value={from}
          onChange={setFrom}
          actions={[{ label: app.today, date: me.today }]}
          error={faultOf("from")}
        />
        <div>
          <Button
            type="submit"
            kind="primary"
            isPending={record.isPending}
            pendingText={app.saving}
          >
            {words.save}
          </Button>
        </div>
      </Form>
    </>
  );
}
