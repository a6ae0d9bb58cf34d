import { Card } from "@kinward/ui/Card";
import { Page } from "../shared/Page.tsx";
import { organizations as m } from "./messages.ts";
import { OrganizationForm } from "./OrganizationForm.tsx";

export function NewOrganizationScreen() {
  return (
    <Page title={m.newTitle} narrow>
      <Card label={m.newTitle}>
        <OrganizationForm />
      </Card>
    </Page>
  );
}
