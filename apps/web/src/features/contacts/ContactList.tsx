import { getRouteApi } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import { DateText } from "@kinward/ui/DateText";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { PageHeader } from "@kinward/ui/PageHeader";
import { Tag } from "@kinward/ui/Tag";
import { UiLink } from "@kinward/ui/UiLink";
import { dates } from "@kinward/wording/en/dates";
import { history } from "@kinward/wording/en/history";
import type { CaseId } from "@kinward/domain/kernel";
import type { ContactView } from "@kinward/domain/views";
import { api } from "../../api/client.ts";
import { asId } from "../../app/ids.ts";
import { useMe } from "../../app/me.ts";
import { paths } from "../../app/paths.ts";
import { app } from "../../messages/en/app.ts";
import { contactList as words } from "../../messages/en/contact-list.ts";
import { useCaseHeader } from "../shared/case/queries.ts";
import { Part } from "../shared/Part.tsx";
import { dayBefore } from "../shared/day-before.ts";
import { splitContacts, type ContactRowView } from "./recorded.ts";

const route = getRouteApi("/app/cases/$caseId/contacts");

/** Every contact and attempt of a case, with what it met and how it was corrected. */
export default function ContactList() {
  const caseId = asId<CaseId>(route.useParams().caseId);
  const query = useQuery(api.contacts.list.queryOptions({ caseId }));
  const can = useCaseHeader(caseId).data?.can;
  return (
    <div className="page">
      <PageHeader level={2} title={words.title} lead={words.lead} />
      <Card flush>
        <Part query={query}>
          {({ contacts: all }) => {
            const { made, attempts } = splitContacts(all);
            return (
              <DataTable
                caption={words.title}
                columns={columnsFor(caseId, can?.correctContact === true)}
                rowKey={(row) => row.contact.contactId}
                groups={[
                  { id: "made", label: words.made, rows: made },
                  { id: "attempts", label: words.attempts, rows: attempts },
                ]}
                empty={
                  <Empty
                    kind="start"
                    title={words.empty}
                    action={
                      can?.recordContact ? (
                        <LinkButton href={paths.logContact({ caseId })}>
                          {app.nav.logContact}
                        </LinkButton>
                      ) : undefined
                    }
                  />
                }
              />
            );
          }}
        </Part>
      </Card>
    </div>
  );
}

function columnsFor(caseId: CaseId, mayCorrect: boolean): readonly Column<ContactRowView>[] {
  return [
    {
      id: "date",
      header: words.columns.date,
      fit: true,
      card: "top",
      cell: ({ contact, time }) => (
        <>
          <DateText date={contact.on} />
          {time !== undefined && <div className="muted small">{time}</div>}
        </>
      ),
    },
    {
      id: "how",
      header: words.columns.how,
      isRowHeader: true,
      cell: ({ contact, how }) => (
        <span className="row">
          {how}
          {!contact.by.counts && <Tag>{words.doesNotCount}</Tag>}
          {contact.enteredLate && <Tag>{words.enteredLate}</Tag>}
          {contact.corrections.length > 0 && <Tag>{words.corrected}</Tag>}
        </span>
      ),
    },
    { id: "people", header: words.columns.people, card: "plain", cell: ({ people }) => people },
    { id: "place", header: words.columns.place, card: "plain", cell: ({ place }) => place },
    { id: "by", header: words.columns.by, cell: ({ by }) => <span className="small">{by}</span> },
    { id: "met", header: words.columns.met, cell: (row) => <Met row={row} caseId={caseId} /> },
    {
      id: "action",
      header: words.columns.action,
      hideHeader: true,
      align: "end",
      fit: true,
      cell: ({ contact }) => mayCorrect && <CorrectLink contact={contact} caseId={caseId} />,
    },
  ];
}

function CorrectLink({ contact, caseId }: { contact: ContactView; caseId: CaseId }) {
  const { today } = useMe();
  return (
    <LinkButton
      size="small"
      aria-label={words.correctOf(dates.date(contact.on, { today }))}
      href={paths.correctContact(caseId, contact.contactId)}
    >
      {words.correct}
    </LinkButton>
  );
}

function Met({ row: { contact, met }, caseId }: { row: ContactRowView; caseId: CaseId }) {
  const me = useMe();
  return (
    <div className="stack-small">
      {met.length === 0 ? (
        <span className="muted">{words.none}</span>
      ) : (
        <ul>
          {met.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
      {contact.notes !== undefined && (
        <details>
          <summary>{words.notes}</summary>
          <p className="pre">{contact.notes}</p>
        </details>
      )}
      {contact.corrections.length > 0 && (
        <details>
          <summary>{words.corrections(contact.corrections.length)}</summary>
          <ol className="stack-small small">
            {contact.corrections.map((correction) => (
              <li key={correction.at}>
                {words.correction(
                  correction.by,
                  dates.moment(correction.at, me.agency.timeZone, { today: me.today }),
                  correction.reason,
                )}
                <ul className="muted">
                  {correction.changed.map((change) => (
                    <li key={change.field}>
                      {words.change(
                        history.field("contact", change.field),
                        change.before ?? words.nothing,
                        change.after ?? words.nothing,
                      )}
                    </li>
                  ))}
                </ul>
                <UiLink
                  href={paths.caseAsKnown(caseId, dayBefore(correction.at, me.agency.timeZone))}
                >
                  {words.dayBefore}
                </UiLink>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
