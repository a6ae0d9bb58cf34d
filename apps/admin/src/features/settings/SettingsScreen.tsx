import type { SettingView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Empty } from "@kinward/ui/Empty";
import { LinkButton } from "@kinward/ui/LinkButton";
import { SearchField } from "@kinward/ui/SearchField";
import { UiLink } from "@kinward/ui/UiLink";
import { useState } from "react";
import { paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { ProfileTabs } from "../shared/ProfileTabs.tsx";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { useMe } from "../shared/session.ts";
import { setting as settingMessages } from "../shared/setting/messages.ts";
import { settings as m } from "./messages.ts";
import { citeWords, groupsOf, inForceVersion, shownSettings } from "./present.ts";
import { valueWords } from "../shared/setting/value-words.ts";
import { useSettings } from "./queries.ts";
import { settingWords } from "../shared/setting/words.ts";

export function SettingsScreen() {
  const { profile = "IA_FSRP" } = useSearchOf(search.settings);
  const query = useSettings(profile);
  const [typed, setTyped] = useState("");
  return (
    <Page
      title={m.title}
      lead={m.lead}
      actions={
        <LinkButton kind="primary" href={paths.changeSettings()}>
          {m.newVersion}
        </LinkButton>
      }
    >
      <SectionTabs section="settings" />
      <ProfileTabs
        label={m.profile}
        profile={profile}
        hrefOf={(other) => paths.settings({ profile: other })}
      />
      <div className="row row-apart">
        <SearchField label={m.filter} placeholder={m.filter} value={typed} onChange={setTyped} />
        {query.data && <span className="muted">{m.book(query.data.bookNumber)}</span>}
      </div>
      <Card label={m.title} flush footer={<p className="muted small">{m.dated}</p>}>
        <Loaded query={query}>
          {({ settings }) => (
            <SettingTable
              settings={shownSettings(settings, typed)}
              typed={typed}
              onClear={() => setTyped("")}
            />
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

interface TableProps {
  readonly settings: readonly SettingView[];
  readonly typed: string;
  readonly onClear: () => void;
}

function SettingTable({ settings, typed, onClear }: TableProps) {
  const { today } = useMe();
  return (
    <DataTable<SettingView>
      caption={m.caption}
      groups={groupsOf(settings)}
      headingLevel={2}
      rowKey={(setting) => setting.key}
      empty={
        <Empty kind="noMatch" title={m.noMatch} onClear={onClear}>
          {m.noMatchText(typed)}
        </Empty>
      }
      columns={[
        {
          id: "setting",
          header: m.columns.setting,
          isRowHeader: true,
          cell: (setting) => (
            <>
              <UiLink href={paths.setting(setting.key)}>{settingWords[setting.key].name}</UiLink>
              <div className="muted small plain-weight">{settingWords[setting.key].decides}</div>
            </>
          ),
        },
        {
          id: "value",
          header: m.columns.value,
          cell: (setting) => {
            const version = inForceVersion(setting);
            return (
              <span className="strong">
                {version === undefined
                  ? settingMessages.off
                  : valueWords(setting.key, version.value)}
              </span>
            );
          },
        },
        {
          id: "since",
          header: m.columns.since,
          cell: (setting) => {
            const from = inForceVersion(setting)?.validFrom;
            return from === undefined ? m.always : dayWords(from, today);
          },
        },
        {
          id: "decision",
          header: m.columns.decision,
          fit: true,
          cell: (setting) => setting.decision,
        },
        {
          id: "lines",
          header: m.columns.lines,
          cell: (setting) => setting.cites.map(citeWords).join("; "),
        },
      ]}
    />
  );
}
