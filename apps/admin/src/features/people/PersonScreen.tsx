import type { StaffId } from "@kinward/domain/kernel";
import type { StaffView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { ErrorPanel } from "@kinward/ui/ErrorPanel";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { showToast } from "@kinward/ui/Toast";
import { UiLink } from "@kinward/ui/UiLink";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { momentIn } from "../shared/changes-present.ts";
import { faultWords } from "../shared/faults.ts";
import { EndDialog } from "../shared/form/EndDialog.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { Page } from "../shared/Page.tsx";
import { byPeriod, periodWords } from "../shared/periods.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { InvitationLink } from "./InvitationLink.tsx";
import { people as m } from "./messages.ts";
import { languageWords, personState } from "./present.ts";
import { useEndAccess, usePerson, useResend } from "./queries.ts";

export function PersonScreen() {
  const { staffId } = useParams({ strict: false }) as { staffId: StaffId };
  const query = usePerson(staffId);
  if (query.data !== undefined) return <PersonPage person={query.data} />;
  return (
    <Page title={m.title}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function PersonPage({ person }: { readonly person: StaffView }) {
  const { today, agency } = useMe();
  const [isEnding, setEnding] = useState(false);
  const endAccess = useEndAccess();
  const moment = momentIn(agency.timeZone);
  const state = personState(person, today);
  const isOpen = person.endedOn === undefined;
  return (
    <Page
      title={person.name}
      lead={person.organizationId === undefined ? shared.department : person.organizationName}
      tags={<Tag state={state.look}>{state.word}</Tag>}
      actions={
        isOpen && (
          <>
            <Button onPress={() => setEnding(true)}>{m.end.verb}</Button>
            <LinkButton kind="primary" href={paths.editPerson(person.staffId)}>
              {m.change}
            </LinkButton>
          </>
        )
      }
    >
      <KeyValue
        facts={[
          { label: m.facts.email, value: person.email },
          { label: m.facts.office, value: person.office?.name ?? m.notSet },
          { label: m.facts.team, value: person.team?.name ?? m.notSet },
          {
            label: m.facts.supervisor,
            value:
              person.supervisor === undefined ? (
                m.notSet
              ) : (
                <UiLink href={paths.person(person.supervisor.staffId)}>
                  {person.supervisor.name}
                </UiLink>
              ),
          },
          { label: m.facts.languages, value: languageWords(person.languages) },
          {
            label: m.facts.seen,
            value: person.lastSignInAt === undefined ? m.never : moment(person.lastSignInAt),
          },
        ]}
      />
      <div className="cols">
        <div className="stack">
          {person.status === "INVITED" && isOpen && <InvitationCard person={person} />}
          <RolesCard person={person} />
        </div>
        <ChangeLog kind="STAFF" id={person.staffId} />
      </div>
      {isEnding && (
        <EndDialog
          title={m.end.title(person.name)}
          text={m.end.text}
          dateLabel={m.end.on}
          submitText={m.end.submit}
          send={(values) => endAccess({ staffId: person.staffId, ...values })}
          onDone={() => showToast(m.end.done)}
          onClose={() => setEnding(false)}
        />
      )}
    </Page>
  );
}

function InvitationCard({ person }: { readonly person: StaffView }) {
  const mayChange = useMayChange();
  const resend = useResend();
  const [link, setLink] = useState(person.invitationLink);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isSending, setSending] = useState(false);
  if (!mayChange) return null;
  const again = async () => {
    setSending(true);
    const answer = await resend({ staffId: person.staffId });
    setSending(false);
    setProblem(answer.ok ? undefined : faultWords(answer.fault));
    if (!answer.ok) return;
    setLink(answer.output.link);
    if (answer.output.link === undefined) showToast(m.resent);
  };
  const resendButton = (
    <Button onPress={() => void again()} isPending={isSending} pendingText={shared.sending}>
      {m.resend}
    </Button>
  );
  return (
    <Card title={m.link.title}>
      {problem !== undefined && <ErrorPanel title={problem} />}
      {link === undefined ? (
        <>
          <p>{m.link.mailed(person.email)}</p>
          <div className="row">{resendButton}</div>
        </>
      ) : (
        <InvitationLink name={person.name} link={link} after={resendButton} />
      )}
    </Card>
  );
}

function RolesCard({ person }: { readonly person: StaffView }) {
  const { today } = useMe();
  return (
    <Card title={m.roles.title} flush>
      <DataTable<StaffView["roles"][number]>
        caption={m.roles.caption}
        rows={person.roles.toSorted(byPeriod(today))}
        rowKey={(term) => `${term.role} ${term.from}`}
        cardsUnder={0}
        empty={<p className="card-body muted">{m.roles.empty}</p>}
        columns={[
          {
            id: "role",
            header: m.roles.columns.role,
            isRowHeader: true,
            cell: (term) => labelWords.role[term.role],
          },
          {
            id: "period",
            header: m.roles.columns.period,
            cell: (term) => periodWords(term, today),
          },
        ]}
      />
    </Card>
  );
}
