import { yearOf } from "@kinward/domain/kernel";
import { Card } from "@kinward/ui/Card";
import * as search from "../../search.ts";
import { useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { useMayChange, useMe } from "../shared/session.ts";
import { HolidayForm } from "./HolidayForm.tsx";
import { holidays as m } from "./messages.ts";
import { useProposal, useYear } from "./queries.ts";

/** The list of a year before it is published. */
export function EditHolidaysScreen() {
  const { today } = useMe();
  const mayChange = useMayChange();
  const { profile = "IA_FSRP", year = yearOf(today), propose } = useSearchOf(search.editHolidays);
  const published = useYear(profile, year);
  const proposal = useProposal(profile, year, propose === "yes");
  const title = propose === "yes" ? m.proposeTitle(year) : m.editTitle(year);
  return (
    <Page title={title} lead={propose === "yes" ? m.proposeLead : m.editLead} narrow>
      {mayChange ? (
        <Loaded query={published} skeleton="rows">
          {(view) =>
            propose === "yes" ? (
              <Loaded query={proposal} skeleton="rows">
                {(proposed) => <HolidayForm key={year} published={view} start={proposed} />}
              </Loaded>
            ) : (
              <HolidayForm key={`${profile} ${year}`} published={view} start={view} />
            )
          }
        </Loaded>
      ) : (
        <Card label={title}>
          <NotHere />
        </Card>
      )}
    </Page>
  );
}
