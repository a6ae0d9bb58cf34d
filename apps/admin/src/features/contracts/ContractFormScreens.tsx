import type { ContractMatrix, ContractView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { useParams } from "@tanstack/react-router";
import { paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { useMayChange } from "../shared/session.ts";
import { ContractForm } from "./ContractForm.tsx";
import { contracts as m } from "./messages.ts";
import { allContracts } from "./present.ts";
import { useAllContracts } from "./queries.ts";

export function NewContractScreen() {
  const query = useAllContracts();
  const { area } = useSearchOf(search.newContract);
  return (
    <FormPage title={m.form.newTitle}>
      <Loaded query={query} skeleton="text">
        {(matrix) => <ContractForm matrix={matrix} area={area} back={paths.contracts()} />}
      </Loaded>
    </FormPage>
  );
}

export function EditContractScreen() {
  const { contractId } = useParams({ strict: false }) as { contractId: string };
  const query = useAllContracts();
  const find = (matrix: ContractMatrix): ContractView | undefined =>
    allContracts(matrix).find((entry) => entry.contractId === contractId);
  const name = query.data && find(query.data)?.organizationName;
  return (
    <FormPage title={name === undefined ? m.edit : m.form.editTitle(name)}>
      <Loaded query={query} skeleton="text">
        {(matrix) => {
          const contract = find(matrix);
          return contract === undefined ? (
            <NotHere />
          ) : (
            <ContractForm
              matrix={matrix}
              contract={contract}
              back={paths.contract(contract.contractId)}
            />
          );
        }}
      </Loaded>
    </FormPage>
  );
}

/** A form is not shown to someone who may only read. */
function FormPage({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  const mayChange = useMayChange();
  return (
    <Page title={title} narrow>
      <Card label={title}>{mayChange ? children : <NotHere />}</Card>
    </Page>
  );
}
