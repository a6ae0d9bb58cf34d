import { SETTINGS, type SettingKey } from "@kinward/domain/policy";
import type { SettingView } from "@kinward/domain/views";
import { Banner } from "@kinward/ui/Banner";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { KeyValue } from "@kinward/ui/KeyValue";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Tag } from "@kinward/ui/Tag";
import { useParams } from "@tanstack/react-router";
import { paths } from "../../paths.ts";
import { useProposals } from "../shared/proposals.ts";
import { momentIn } from "../shared/changes-present.ts";
import { Loaded } from "../shared/Loaded.tsx";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { settings as m } from "./messages.ts";
import { citeWords, versionState } from "./present.ts";
import { valueWords } from "../shared/setting/value-words.ts";
import { useSettings } from "./queries.ts";
import { settingWords } from "../shared/setting/words.ts";

const isKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

export function SettingScreen() {
  const { settingKey } = useParams({ strict: false }) as { settingKey: string };
  if (!isKey(settingKey))
    return (
      <Page title={m.title}>
        <NotHere />
      </Page>
    );
  return <SettingPage settingKey={settingKey} />;
}

function SettingPage({ settingKey }: { readonly settingKey: SettingKey }) {
  const { profile } = SETTINGS[settingKey];
  const query = useSettings(profile);
  const words = settingWords[settingKey];
  const versions = query.data?.settings.find((one) => one.key === settingKey)?.versions;
  return (
    <Page
      title={words.name}
      lead={labelWords.profile[profile]}
      actions={
        <LinkButton kind="primary" href={paths.changeSettings({ key: settingKey })}>
          {m.newVersion}
        </LinkButton>
      }
    >
      <Waiting settingKey={settingKey} />
      <div className="row">
        <LinkButton size="small" href={paths.settings({ profile })}>
          {m.back}
        </LinkButton>
        {(versions?.length ?? 0) > 1 && (
          <LinkButton size="small" href={paths.compareBooks({ key: settingKey })}>
            {m.compareVersions}
          </LinkButton>
        )}
      </div>
      <Loaded query={query}>
        {({ settings }) => {
          const setting = settings.find((entry) => entry.key === settingKey);
          return setting === undefined ? <NotHere /> : <SettingCards setting={setting} />;
        }}
      </Loaded>
    </Page>
  );
}

/** The proposal that would give the setting a new version, if one waits. */
function useWaiting(settingKey: SettingKey) {
  const { data } = useProposals();
  for (const proposal of [...(data?.waiting ?? []), ...(data?.mine ?? [])]) {
    const step =
      proposal.kind === "SETTING"
        ? proposal.steps.find((one) => one.key === settingKey)
        : undefined;
    if (proposal.kind === "SETTING" && step !== undefined) return { proposal, step };
  }
  return undefined;
}

/** Says that a new version of the setting waits for its second person. */
function Waiting({ settingKey }: { readonly settingKey: SettingKey }) {
  const found = useWaiting(settingKey);
  if (found === undefined) return null;
  return (
    <Banner
      kind="info"
      action={
        <LinkButton size="small" href={paths.approvals()}>
          {m.waitsLink}
        </LinkButton>
      }
    >
      {m.waits(found.proposal.proposedBy.name)}
    </Banner>
  );
}

type Version = SettingView["versions"][number] & { readonly waits?: true };

function SettingCards({ setting }: { readonly setting: SettingView }) {
  const { today, agency } = useMe();
  const found = useWaiting(setting.key);
  const waiting: readonly Version[] =
    found === undefined
      ? []
      : [
          {
            validFrom: found.proposal.validFrom,
            value: found.step.after,
            source: found.proposal.source ?? "",
            inForce: false,
            waits: true,
          },
        ];
  const moment = momentIn(agency.timeZone);
  const published = ({ publishedAt, publishedBy, waits }: Version) =>
    waits
      ? m.notPublished
      : publishedAt === undefined || publishedBy === undefined
        ? m.withTheAgency
        : m.publishedBy(publishedBy, moment(publishedAt));
  return (
    <div className="cols">
      <Card title={m.versions} flush footer={<p className="muted small">{m.dated}</p>}>
        <DataTable<Version>
          caption={m.versionsCaption}
          rows={[...waiting, ...setting.versions.toReversed()]}
          rowKey={(version) => `${version.validFrom ?? ""} ${version.publishedAt ?? ""}`}
          cardsUnder={560}
          columns={[
            {
              id: "from",
              header: m.versionColumns.from,
              isRowHeader: true,
              cell: (version) =>
                version.validFrom === undefined ? m.always : dayWords(version.validFrom, today),
            },
            {
              id: "value",
              header: m.versionColumns.value,
              cell: (version) => valueWords(setting.key, version.value),
            },
            {
              id: "source",
              header: m.versionColumns.source,
              cell: (version) => citeWords(version.source),
            },
            { id: "published", header: m.versionColumns.published, cell: published },
            {
              id: "state",
              header: m.versionColumns.state,
              fit: true,
              card: "top",
              cell: (version) => {
                const { look, word } = versionState(version, today);
                return <Tag state={look}>{word}</Tag>;
              },
            },
          ]}
        />
      </Card>
      <Card title={m.sources}>
        <KeyValue
          layout="list"
          facts={[
            { label: m.facts.decides, value: settingWords[setting.key].decides },
            { label: m.facts.decision, value: setting.decision },
            {
              label: m.facts.lines,
              value: setting.cites.map((cite) => <div key={cite}>{citeWords(cite)}</div>),
            },
            { label: m.facts.key, value: <code>{setting.key}</code> },
          ]}
        />
      </Card>
    </div>
  );
}
