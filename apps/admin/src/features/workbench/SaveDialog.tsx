import type { ExampleId } from "@kinward/domain/kernel";
import type { JsonObject } from "@kinward/domain/worked-cases";
import { showToast } from "@kinward/ui/Toast";
import { FormText, FormTick } from "../shared/form/fields.tsx";
import { FormDialog } from "../shared/form/FormDialog.tsx";
import { useRecordForm } from "../shared/form/use-record-form.ts";
import { checkRequired } from "../shared/required.ts";
import { workbench } from "./messages.ts";
import { useSaveExample } from "./queries.ts";

const m = workbench.examples;

/** The example that is on the workbench, as it was opened. */
export interface OpenedExample {
  readonly exampleId: ExampleId;
  readonly version: number;
  /** The newest version there was when it was opened: a save adds the next one. */
  readonly newest: number;
  readonly title: string;
}

interface SaveDialogProps {
  readonly opened: OpenedExample | undefined;
  readonly title: string;
  readonly documentOf: (title: string) => JsonObject;
  readonly onSaved: (example: OpenedExample) => void;
  readonly onClose: () => void;
}

/** Saves the case with a name: a new version of the example that was opened, or a new example. */
export function SaveDialog({ opened, title, documentOf, onSaved, onClose }: SaveDialogProps) {
  const send = useSaveExample();
  const form = useRecordForm<
    { title: string; asNew: boolean },
    { exampleId: ExampleId; version: number }
  >({
    defaults: { title: opened?.title ?? title, asNew: false },
    check: (values) => checkRequired({ title: values.title }, { title: m.nameMissing }),
    send: async (values) => {
      const answer = await send({
        ...(opened === undefined || values.asNew
          ? { expectedVersion: 0 }
          : { exampleId: opened.exampleId, expectedVersion: opened.newest }),
        title: values.title.trim(),
        document: documentOf(values.title.trim()) as never,
      });
      return answer;
    },
    onDone: (saved, values) => {
      showToast(m.done(saved.version));
      onSaved({ ...saved, newest: saved.version, title: values.title.trim() });
    },
  });
  return (
    <FormDialog
      form={form}
      title={m.saveTitle}
      submitText={opened === undefined ? m.save : m.saveVersion}
      onClose={onClose}
    >
      <FormText form={form} name="title" label={m.name} width="full" autoComplete="off" />
      {opened !== undefined && <FormTick form={form} name="asNew" label={m.asNew} />}
      {form.stale && <p role="status">{m.conflict}</p>}
      <p className="muted small">{workbench.noNames}</p>
    </FormDialog>
  );
}
