import { lazy, Suspense, useState } from "react";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { KeyValue } from "@kinward/ui/KeyValue";
import { Tag } from "@kinward/ui/Tag";
import type { CaseMarks, FormView, FurtherForm } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { labels } from "@kinward/wording/en/labels";
import { marks } from "../../../messages/en/marks.ts";
import { FurtherForms } from "./FurtherForms.tsx";
import { type Reader, sourceText } from "./present.ts";

const EffectiveDateDialog = lazy(() => import("./EffectiveDateDialog.tsx"));
const FurtherFormDialog = lazy(() => import("./FurtherFormDialog.tsx"));
const EndDialog = lazy(() => import("./EndDialog.tsx"));

const words = marks.effective;

export interface ServicesCardProps {
  form: FormView;
  revision: number;
  can: CaseMarks["can"];
  reader: Reader;
}

/** When the clocks of these services began (REF-1) and when the services ended (DEC-14). */
export function ServicesCard({ form, revision, can, reader }: ServicesCardProps) {
  const [acting, setActing] = useState<"effective" | "end" | "further" | FurtherForm>();
  const onClose = () => setActing(undefined);
  const day = (date: string) => dates.date(date, { today: reader.today, style: "day" });
  return (
    <Card title={words.title}>
      <div className="stack-small">
        <KeyValue
          layout="list"
          facts={[
            { label: words.service, value: labels.serviceType[form.serviceType] },
            { label: words.date, value: day(form.effectiveDate) },
            ...(form.signedOn === undefined
              ? []
              : [{ label: words.signed, value: day(form.signedOn) }]),
            { label: words.entered, value: day(form.enteredOn) },
            ...(form.lastServiceDay === undefined
              ? []
              : [{ label: words.last, value: day(form.lastServiceDay) }]),
          ]}
        />
        {form.backdated && (
          <span>
            <Tag wrap>{words.backdated}</Tag>
          </span>
        )}
        <span className="muted small">{sourceText(form.source, reader)}</span>
        {form.former.length > 0 && form.source.reason !== undefined && (
          <span className="muted small">{marks.source.reason(form.source.reason)}</span>
        )}
        {form.former.length > 0 && (
          <details>
            <summary>{marks.source.former(form.former.length)}</summary>
            <ul className="muted small">
              {form.former.map((one) => (
                <li key={one.source.at}>
                  {day(one.effectiveDate)}. {sourceText(one.source, reader)}
                </li>
              ))}
            </ul>
          </details>
        )}
        <FurtherForms
          forms={form.further}
          reader={reader}
          onCorrect={can.furtherForm ? setActing : undefined}
        />
        {can.effectiveDateBySupervisor && <p className="muted small">{words.onlySupervisor}</p>}
        {(can.effectiveDate || can.endServices || can.furtherForm) && (
          <div className="row">
            {can.effectiveDate && (
              <Button size="small" onPress={() => setActing("effective")}>
                {words.correct}
              </Button>
            )}
            {can.furtherForm && (
              <Button size="small" onPress={() => setActing("further")}>
                {marks.further.record}
              </Button>
            )}
            {can.endServices && (
              <Button size="small" onPress={() => setActing("end")}>
                {form.lastServiceDay === undefined ? words.end : words.correctEnd}
              </Button>
            )}
          </div>
        )}
      </div>
      <Suspense fallback={null}>
        {acting === "effective" && (
          <EffectiveDateDialog form={form} revision={revision} reader={reader} onClose={onClose} />
        )}
        {(acting === "further" || typeof acting === "object") && (
          <FurtherFormDialog
            services={form}
            form={acting === "further" ? undefined : acting}
            revision={revision}
            reader={reader}
            onClose={onClose}
          />
        )}
        {acting === "end" && (
          <EndDialog form={form} revision={revision} reader={reader} onClose={onClose} />
        )}
      </Suspense>
    </Card>
  );
}
