import type { PlainDate } from "@kinward/domain/kernel";
import { type CaseProfile, SETTINGS, type SettingKey } from "@kinward/domain/policy";
import type { SettingView } from "@kinward/domain/views";
import { Card } from "@kinward/ui/Card";
import { SearchSelect } from "@kinward/ui/SearchSelect";
import { showToast } from "@kinward/ui/Toast";
import { faultOf } from "../../api/fault.ts";
import { paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { EffectPanel } from "../shared/effect/EffectPanel.tsx";
import { faultWords } from "../shared/faults.ts";
import { FormDate, FormReason, FormText } from "../shared/form/fields.tsx";
import { RecordFormView } from "../shared/form/RecordFormView.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { useGo, useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { shared } from "../shared/messages.ts";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { checkRequired } from "../shared/required.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { type EditedSetting, newEdit, valueOf, valuesOf } from "../shared/setting/edited.ts";
import { setting as settingMessages } from "../shared/setting/messages.ts";
import { settings as m } from "./messages.ts";
import { inForceVersion } from "./present.ts";
import { valueWords } from "../shared/setting/value-words.ts";
import { usePreview, useProposeSettings, useSettings } from "./queries.ts";
import { addable, SettingEditor } from "../shared/setting/SettingEditor.tsx";
import { SettingSteps } from "../shared/setting/SettingSteps.tsx";
import { settingGroups, settingWords } from "../shared/setting/words.ts";

/** A new version of one or several settings, for a second administrator to publish. */
export function ChangeSettingsScreen() {
  const { key } = useSearchOf(search.changeSettings);
  const mayChange = useMayChange();
  const profile: CaseProfile = key === undefined ? "IA_FSRP" : SETTINGS[key].profile;
  const query = useSettings(profile);
  return (
    <Page title={m.change.title} lead={`${labelWords.profile[profile]}. ${m.change.lead}`}>
      {mayChange ? (
        <Loaded query={query} skeleton="text">
          {({ settings }) => <ChangeForm profile={profile} settings={settings} first={key} />}
        </Loaded>
      ) : (
        <NotHere />
      )}
    </Page>
  );
}

interface Values {
  settings: readonly EditedSetting[];
  validFrom: PlainDate | undefined;
  source: string;
  reason: string;
}

interface ChangeFormProps {
  readonly profile: CaseProfile;
  readonly settings: readonly SettingView[];
  readonly first: SettingKey | undefined;
}

function ChangeForm({ profile, settings, first }: ChangeFormProps) {
  const go = useGo();
  const send = useProposeSettings();
  const form = useRecordForm<Values, unknown>({
    defaults: {
      settings: first === undefined ? [] : [newEdit(first)],
      validFrom: undefined,
      source: "",
      reason: "",
    },
    check: (values) => [
      ...(values.settings.length === 0 ? [{ name: "add", message: m.change.noneChosen }] : []),
      ...values.settings
        .filter((one) => valueOf(one) === undefined)
        .map((one) => ({ name: `values.${one.key}`, message: m.change.valueMissing })),
      ...checkRequired(values, {
        validFrom: shared.dates.missing,
        source: m.change.sourceMissing,
        reason: shared.reason.missing,
      }),
    ],
    send: (values) =>
      send({
        profile,
        validFrom: values.validFrom as PlainDate,
        values: valuesOf(values.settings) ?? {},
        source: values.source,
        reason: values.reason,
      }),
    nameOf: ([first_, key]) =>
      first_ === "values" ? (key === undefined ? "add" : `values.${key}`) : undefined,
    onDone: () => {
      showToast(m.change.done);
      go(paths.approvals());
    },
  });
  const [edited, setEdited] = form.useValue("settings");
  const errorOf = (name: string) => form.faults.find((fault) => fault.name === name)?.message;
  const replace = (next: EditedSetting) =>
    setEdited(edited.map((one) => (one.key === next.key ? next : one)));
  const now = (key: SettingKey): string => {
    const value = settings.find((one) => one.key === key);
    const version = value && inForceVersion(value);
    return version === undefined ? settingMessages.off : valueWords(key, version.value);
  };
  const more = addable(
    settingGroups.flatMap((group) => group.keys).filter((key) => SETTINGS[key].profile === profile),
    edited.map((one) => one.key),
  );
  return (
    <div className="cols">
      <Card label={m.change.title}>
        <RecordFormView
          form={form}
          submitText={m.change.submit}
          back={first === undefined ? paths.settings({ profile }) : paths.setting(first)}
        >
          {edited.map((one) => (
            <SettingEditor
              key={one.key}
              edited={one}
              now={now(one.key)}
              error={errorOf(`values.${one.key}`)}
              onChange={replace}
              onRemove={
                edited.length > 1
                  ? () => setEdited(edited.filter((other) => other.key !== one.key))
                  : undefined
              }
            />
          ))}
          <SearchSelect
            name="add"
            label={edited.length === 0 ? m.change.choose : m.change.add}
            mark={edited.length === 0 ? "required" : "optional"}
            error={errorOf("add")}
            value={undefined}
            onChange={(key) => setEdited([...edited, newEdit(key as SettingKey)])}
            choices={more.map((key) => ({ id: key, label: settingWords[key].name }))}
          />
          <FromField form={form} />
          <FormText form={form} name="source" label={m.change.source} hint={m.change.sourceHint} />
          <FormReason form={form} />
        </RecordFormView>
      </Card>
      <Effect profile={profile} values={form.useAll()} />
    </div>
  );
}

function FromField({ form }: { readonly form: ReturnType<typeof useRecordForm<Values, unknown>> }) {
  const { today } = useMe();
  return (
    <FormDate
      form={form}
      name="validFrom"
      label={m.change.from}
      hint={m.change.fromHint}
      actions={[{ label: shared.onDay, date: today }]}
    />
  );
}

/** What the change would do, as far as it is filled in. */
function Effect({ profile, values }: { readonly profile: CaseProfile; readonly values: Values }) {
  const complete = valuesOf(values.settings);
  const { validFrom } = values;
  const asked =
    complete === undefined || validFrom === undefined
      ? undefined
      : { profile, validFrom, values: complete };
  const preview = usePreview(asked);
  return (
    <Card title={m.change.effect}>
      <div role="status">
        {asked === undefined || validFrom === undefined ? (
          <p className="muted">{m.change.effectEmpty}</p>
        ) : preview.isError ? (
          <p>{faultWords(faultOf(preview.error))}</p>
        ) : (
          preview.data && <SettingSteps preview={preview.data} validFrom={validFrom} />
        )}
      </div>
      {asked !== undefined && <EffectPanel candidate={{ kind: "SETTINGS", content: asked }} />}
      <p className="muted small">{m.dated}</p>
    </Card>
  );
}
