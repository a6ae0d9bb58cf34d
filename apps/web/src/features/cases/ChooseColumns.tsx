import { DialogTrigger } from "react-aria-components/Dialog";
import { Columns3 } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { PopoverDialog } from "@kinward/ui/PopoverDialog";
import { CASE_COLUMNS, type CaseColumn } from "@kinward/domain/views";
import { cases as words } from "../../messages/en/cases.ts";
import { views } from "../../messages/en/views.ts";
import { USUAL_COLUMNS } from "./present.ts";

/** Which columns the list shows. The family always stands in it: without it no row could be told from another. */
export default function ChooseColumns({
  value,
  onChange,
}: {
  value: readonly CaseColumn[];
  onChange: (columns: readonly CaseColumn[]) => void;
}) {
  return (
    <DialogTrigger>
      <Button icon={<Columns3 size={17} aria-hidden />}>{views.columns}</Button>
      <PopoverDialog label={views.columns}>
        <div className="stack column-choice">
          {CASE_COLUMNS.filter((column) => column !== "family").map((column) => (
            <CheckboxField
              key={column}
              name={column}
              label={words.columns[column]}
              value={value.includes(column)}
              onChange={(on) =>
                onChange(on ? [...value, column] : value.filter((each) => each !== column))
              }
            />
          ))}
          <Button kind="quiet" size="small" onPress={() => onChange(USUAL_COLUMNS)}>
            {views.usualColumns}
          </Button>
        </div>
      </PopoverDialog>
    </DialogTrigger>
  );
}
