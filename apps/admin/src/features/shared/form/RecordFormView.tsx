import { Button } from "@kinward/ui/Button";
import { Form } from "@kinward/ui/Form";
import { LinkButton } from "@kinward/ui/LinkButton";
import type { ReactNode } from "react";
import { shared as m } from "../messages.ts";
import { LeaveGuard } from "./LeaveGuard.tsx";
import type { RecordForm } from "./use-record-form.ts";

interface RecordFormViewProps<Values extends object> {
  readonly form: RecordForm<Values>;
  readonly submitText: string;
  /** Where Back leads. */
  readonly back: string;
  readonly children: ReactNode;
  /** Shown instead of the plain sentence when the record changed meanwhile. */
  readonly staleHelp?: ReactNode;
}

/** A form that is a page of its own. Warns before leaving what is not saved. */
export function RecordFormView<Values extends object>(props: RecordFormViewProps<Values>) {
  const { form } = props;
  return (
    <Form faults={form.faults} onSubmit={() => form.submit()}>
      {form.stale && props.staleHelp}
      {props.children}
      <div className="row">
        <Button type="submit" kind="primary" isPending={form.isSending} pendingText={m.sending}>
          {props.submitText}
        </Button>
        <LinkButton href={props.back}>{m.back}</LinkButton>
      </div>
      <LeaveGuard isDirty={form.isDirty} />
    </Form>
  );
}
