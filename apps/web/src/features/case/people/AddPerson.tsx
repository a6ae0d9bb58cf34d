import { useState } from "react";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import type { FieldFault } from "@kinward/ui/ErrorSummary";
import { PageHeader } from "@kinward/ui/PageHeader";
import type { CaseId, Params, WarningCode } from "@kinward/domain/kernel";
import type { CaseHeader, FoundPerson, PersonView } from "@kinward/domain/views";
import { queryClient, trpcClient } from "../../../api/client.ts";
import { useCommand } from "../../../api/command.ts";
import { failureOf } from "../../../api/failure.ts";
import { asId } from "../../../app/ids.ts";
import { NoAccess } from "../../../app/NoAccess.tsx";
import { useMe } from "../../../app/me.ts";
import { paths } from "../../../app/paths.ts";
import { toast } from "../../../app/toast.ts";
import { people as words } from "../../../messages/en/people.ts";
import { useOverview } from "../../shared/case/queries.ts";
import { faultsOfFailure } from "../../shared/faults.ts";
import { Part } from "../../shared/Part.tsx";
import { FindPerson } from "../../shared/people/FindPerson.tsx";
import { useErrorTitle } from "../../shared/use-error-title.ts";
import { useValues } from "../../shared/use-values.ts";
import { warningsToAccept } from "../../shared/Warnings.tsx";
import { AddPersonForm } from "./AddPersonForm.tsx";
import { isGone } from "./present.ts";
import { ADD_FIELDS, addFaults, addInput, NOBODY, type AddValues } from "./values.ts";

const route = getRouteApi("/app/cases/$caseId/people/add");

/** Someone joins the case: searched for first, then known or new. */
export default function AddPerson() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const { person } = route.useSearch();
  const overview = useOverview(caseId);
  return (
    <div className="page page-narrow">
      <Part query={overview} skeleton="cards">
        {({ header, people }) => {
          if (!header.can.recordMove) return <NoAccess />;
          const back = people.find((each) => each.personId === person);
          return <Choose key={person} header={header} people={people} back={back} />;
        }}
      </Part>
    </div>
  );
}

export interface Chosen {
  readonly name: string;
  readonly isKnown: boolean;
  readonly values: AddValues;
  /** Other open cases, as the search named them. */
  readonly others: FoundPerson["cases"];
}

interface ChooseProps {
  header: CaseHeader;
  people: readonly PersonView[];
  /** Someone of the case who left and comes back. */
  back: PersonView | undefined;
}

function Choose({ header, people, back }: ChooseProps) {
  const { today } = useMe();
  const [chosen, setChosen] = useState<Chosen | undefined>(
    back && {
      name: back.name,
      isKnown: true,
      others: [],
      values: { ...NOBODY, personId: back.personId, role: back.role },
    },
  );
  const isHere = (found: FoundPerson) =>
    people.some((one) => one.personId === found.personId && !isGone(one, today));
  return (
    <>
      <PageHeader
        level={2}
        title={words.add.title}
        lead={header.can.changeMembers ? words.add.lead : words.add.leadContractor}
      />
      {chosen === undefined ? (
        <FindPerson
          whyNot={(found) => (isHere(found) ? words.add.inCase : undefined)}
          onAdd={(member, known) =>
            setChosen({
              name: known?.name ?? [member.given, member.family].filter(Boolean).join(" "),
              isKnown: known !== undefined,
              others: (known?.cases ?? []).filter(
                (one) => one.open && one.caseId !== header.caseId,
              ),
              values: {
                ...NOBODY,
                personId: known?.personId,
                given: member.given ?? "",
                family: member.family ?? "",
                birthDate: member.birthDate,
              },
            })
          }
        />
      ) : (
        <Fill header={header} chosen={chosen} onOther={() => setChosen(undefined)} />
      )}
    </>
  );
}

interface FillProps {
  header: CaseHeader;
  chosen: Chosen;
  onOther: () => void;
}

function Fill({ header, chosen, onOther }: FillProps) {
  const router = useRouter();
  const isDepartment = header.can.changeMembers;
  const form = useValues(chosen.values, () => undefined);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [toAccept, setToAccept] = useState<readonly WarningCode[]>([]);
  const [params, setParams] = useState<Params>();
  const add = useCommand(trpcClient.people.add.mutate);
  useErrorTitle(faults.length > 0);

  async function save(acceptWarnings: readonly WarningCode[] = []) {
    const own = addFaults(form.values, isDepartment);
    const input = addInput(form.values, isDepartment);
    setFaults(own);
    if (own.length > 0 || input === undefined || add.isPending) return;
    const { caseId, revision } = header;
    try {
      await add.mutateAsync({ ...input, caseId, revision, acceptWarnings: [...acceptWarnings] });
      toast(words.add.done(chosen.name));
      await queryClient.invalidateQueries();
      router.history.push(paths.casePeople(caseId));
    } catch (error) {
      const failure = failureOf(error);
      const warnings = warningsToAccept(failure);
      setToAccept(warnings);
      setParams(failure.kind === "REFUSED" ? failure.refusals[0]?.params : undefined);
      setFaults(warnings.length > 0 ? [] : faultsOfFailure(failure, ADD_FIELDS));
      if (failure.kind === "CONFLICT") await queryClient.invalidateQueries();
    }
  }

  return (
    <AddPersonForm
      form={form}
      chosen={chosen}
      isDepartment={isDepartment}
      faults={faults}
      isSaving={add.isPending}
      onSave={() => void save()}
      onOther={onOther}
      toAccept={toAccept}
      warningParams={params && { ...params, name: chosen.name }}
      onAccept={() => void save(toAccept)}
    />
  );
}
