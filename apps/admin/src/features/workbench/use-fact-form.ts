import {
  type RecordForm,
  type RecordFormOptions,
  useRecordForm,
} from "../shared/form/use-record-form.ts";

/** The form of a fact of the case on the screen: nothing is sent, so whatever passes its check is taken. */
export const useFactForm = <Values extends object>(
  options: Omit<RecordFormOptions<Values, Values>, "send">,
): RecordForm<Values> =>
  useRecordForm<Values, Values>({
    ...options,
    send: async (values) => ({ ok: true, output: values }),
  });
