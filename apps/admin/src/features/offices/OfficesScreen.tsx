import { Page } from "../shared/Page.tsx";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { offices as m } from "./messages.ts";
import { OfficesCard } from "./OfficesCard.tsx";
import { TeamsCard } from "./TeamsCard.tsx";

export function OfficesScreen() {
  return (
    <Page title={m.title} lead={m.lead}>
      <SectionTabs section="people" />
      <OfficesCard />
      <TeamsCard />
    </Page>
  );
}
