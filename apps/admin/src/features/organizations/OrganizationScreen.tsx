import type { OrganizationView } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { showToast } from "@kinward/ui/Toast";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { ChangeLog } from "../shared/ChangeLog.tsx";
import { EndDialog } from "../shared/form/EndDialog.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { organizations as m } from "./messages.ts";
import { OrganizationForm } from "./OrganizationForm.tsx";
import { kindWords } from "./present.ts";
import { useEndOrganization, useOrganizations } from "./queries.ts";

export function OrganizationScreen() {
  const { organizationId } = useParams({ strict: false }) as { organizationId: string };
  const query = useOrganizations();
  const record = query.data?.organizations.find((entry) => entry.organizationId === organizationId);
  if (record !== undefined) return <OrganizationPage record={record} />;
  return (
    <Page title={m.title}>
      <Loaded query={query}>{() => <NotHere />}</Loaded>
    </Page>
  );
}

function OrganizationPage({ record }: { readonly record: OrganizationView }) {
  const { today } = useMe();
  const mayChange = useMayChange();
  const [isEnding, setEnding] = useState(false);
  const endOrganization = useEndOrganization();
  const isOpen = record.endedOn === undefined;
  return (
    <Page
      title={record.name}
      lead={m.people(record.staff)}
      tags={
        <Tag state={isOpen ? "done" : "notDue"}>
          {record.endedOn === undefined ? m.active : m.ended(dayWords(record.endedOn, today))}
        </Tag>
      }
      actions={
        <>
          <LinkButton href={paths.people({ organizationId: record.organizationId })}>
            {m.openPeople}
          </LinkButton>
          {isOpen && <Button onPress={() => setEnding(true)}>{m.end.verb}</Button>}
        </>
      }
    >
      <div className="cols">
        <Card title={m.card}>
          {mayChange && isOpen ? (
            <OrganizationForm record={record} />
          ) : (
            <KeyValue
              layout="list"
              facts={[
                { label: m.form.name, value: record.name },
                { label: m.form.kinds, value: kindWords(record) },
                { label: m.form.phone, value: record.phone ?? shared.none },
                { label: m.form.email, value: record.email ?? shared.none },
              ]}
            />
          )}
        </Card>
        <ChangeLog kind="ORGANIZATION" id={record.organizationId} />
      </div>
      {isEnding && (
        <EndDialog
          title={m.end.title(record.name)}
          text={m.end.text}
          dateLabel={m.end.on}
          submitText={m.end.submit}
          send={(values) => endOrganization({ organizationId: record.organizationId, ...values })}
          onDone={() => showToast(m.end.done)}
          onClose={() => setEnding(false)}
        />
      )}
    </Page>
  );
}
