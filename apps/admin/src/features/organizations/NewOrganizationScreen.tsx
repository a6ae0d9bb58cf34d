import { Card } from "@kinward/ui/Card";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { useMayChange } from "../shared/session.ts";
import { organizations as m } from "./messages.ts";
import { OrganizationForm } from "./OrganizationForm.tsx";

export function NewOrganizationScreen() {
  const mayChange = useMayChange();
  return (
    <Page title={m.newTitle} narrow>
      <Card label={m.newTitle}>{mayChange ? <OrganizationForm /> : <NotHere />}</Card>
    </Page>
  );
}
