import type { Comparison } from "@kinward/domain/effect";
import { type CaseProfile, SETTINGS, type SettingKey } from "@kinward/domain/policy";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Select } from "@kinward/ui/Select";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { type CompareSearch, paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { momentIn } from "../shared/changes-present.ts";
import { EffectPanel } from "../shared/effect/EffectPanel.tsx";
import { useGo, useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { Page } from "../shared/Page.tsx";
import { dayWords } from "../shared/periods.ts";
import { ProfileTabs } from "../shared/ProfileTabs.tsx";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { useMe } from "../shared/session.ts";
import { valueWords } from "../shared/setting/value-words.ts";
import { settingGroups, settingWords } from "../shared/setting/words.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { settings } from "./messages.ts";
import { useBook, useBooks, useSettings } from "./queries.ts";

const m = settings.compare;
const BOOKS = "BOOKS";

/** Two published books, or two versions of a setting, beside each other, and what it means for the cases of today. */
export function CompareScreen() {
  const chosen = useSearchOf(search.compareBooks);
  const { key, first, second } = chosen;
  const profile = key === undefined ? (chosen.profile ?? "IA_FSRP") : SETTINGS[key].profile;
  const comparison: Comparison | undefined =
    first === undefined || second === undefined || first === second
      ? undefined
      : key === undefined
        ? { of: "BOOKS", profile, first, second }
        : { of: "VERSIONS", key, first, second };
  return (
    <Page title={m.title} lead={m.lead}>
      <SectionTabs section="settings" />
      <ProfileTabs
        label={settings.profile}
        profile={profile}
        hrefOf={(other) => paths.compareBooks({ profile: other })}
      />
      <Card label={m.what}>
        <Choices profile={profile} chosen={chosen} />
        {comparison === undefined && (
          <p className="muted">{first !== undefined && first === second ? m.same : m.choose}</p>
        )}
      </Card>
      {comparison?.of === "BOOKS" && <Differences of={comparison} />}
      {comparison !== undefined && (
        <Card title={m.effect}>
          <p className="muted small">{m.effectNote}</p>
          <EffectPanel candidate={{ kind: "COMPARISON", content: comparison }} />
        </Card>
      )}
    </Page>
  );
}

interface ChoicesProps {
  readonly profile: CaseProfile;
  readonly chosen: CompareSearch;
}

function Choices({ profile, chosen }: ChoicesProps) {
  const { key } = chosen;
  const go = useGo();
  const choose = (next: CompareSearch) =>
    go(paths.compareBooks({ ...(key === undefined ? { profile } : { key }), ...next }), {
      replace: true,
    });
  const keys = settingGroups
    .flatMap((group) => group.keys)
    .filter((one) => SETTINGS[one].profile === profile);
  return (
    <div className="stack-small">
      <SearchSelect
        name="key"
        label={m.what}
        value={key ?? BOOKS}
        onChange={(id) =>
          go(paths.compareBooks(id === BOOKS ? { profile } : { key: id as SettingKey }), {
            replace: true,
          })
        }
        choices={[
          { id: BOOKS, label: m.books },
          ...keys.map((one) => ({ id: one, label: settingWords[one].name })),
        ]}
      />
      {key === undefined ? (
        <BookChoices profile={profile} chosen={chosen} choose={choose} />
      ) : (
        <VersionChoices settingKey={key} chosen={chosen} choose={choose} />
      )}
    </div>
  );
}

interface PairProps {
  readonly chosen: CompareSearch;
  readonly choose: (next: CompareSearch) => void;
}

function BookChoices({ profile, ...pair }: PairProps & { readonly profile: CaseProfile }) {
  const { agency } = useMe();
  const moment = momentIn(agency.timeZone);
  return (
    <Loaded query={useBooks(profile)} skeleton="text">
      {(books) => (
        <Pair
          {...pair}
          choices={books.map(({ number, publishedAt, publishedBy }) => ({
            id: String(number),
            label:
              publishedAt === undefined
                ? m.book(number)
                : m.bookOf(number, moment(publishedAt), publishedBy),
          }))}
        />
      )}
    </Loaded>
  );
}

function VersionChoices({ settingKey, ...pair }: PairProps & { readonly settingKey: SettingKey }) {
  const { today } = useMe();
  return (
    <Loaded query={useSettings(SETTINGS[settingKey].profile)} skeleton="text">
      {(view) => (
        <Pair
          {...pair}
          choices={(view.settings.find((one) => one.key === settingKey)?.versions ?? []).map(
            ({ value, validFrom }, index) => ({
              id: String(index),
              label: m.version(
                valueWords(settingKey, value),
                validFrom === undefined ? m.fromStart : dayWords(validFrom, today),
              ),
            }),
          )}
        />
      )}
    </Loaded>
  );
}

interface TwoProps extends PairProps {
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

function Pair({ chosen, choose, choices }: TwoProps) {
  const { first, second } = chosen;
  const given = (value: number | undefined) => (value === undefined ? undefined : String(value));
  return (
    <div className="filters" role="group" aria-label={m.two}>
      <Select
        name="first"
        label={m.first}
        value={given(first)}
        onChange={(id) =>
          choose({ ...(second === undefined ? {} : { second }), first: Number(id) })
        }
        choices={choices}
      />
      <Select
        name="second"
        label={m.second}
        value={given(second)}
        onChange={(id) => choose({ ...(first === undefined ? {} : { first }), second: Number(id) })}
        choices={choices}
      />
    </div>
  );
}

function Differences({ of }: { readonly of: Extract<Comparison, { of: "BOOKS" }> }) {
  const { today } = useMe();
  const second = useBook(of.profile, of.second);
  return (
    <Card title={m.differences} flush>
      <Loaded query={useBook(of.profile, of.first)} skeleton="rows">
        {(one) => (
          <Loaded query={second} skeleton="rows">
            {(other) => (
              <DataTable<Difference>
                caption={m.caption}
                rows={differencesOf(one, other, today)}
                rowKey={(row) => row.id}
                cardsUnder={560}
                empty={<p className="card-body muted">{m.none}</p>}
                columns={[
                  {
                    id: "what",
                    header: m.columns.what,
                    isRowHeader: true,
                    cell: (row) => row.what,
                  },
                  { id: "first", header: m.columns.first, cell: (row) => row.first },
                  { id: "second", header: m.columns.second, cell: (row) => row.second },
                ]}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Card>
  );
}
