import { DialogTrigger } from "react-aria-components/Dialog";
import { Columns3 } from "lucide-react";
import { Button } from "@kinward/ui/Button";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { PopoverDialog } from "@kinward/ui/PopoverDialog";
import { views } from "../../../messages/en/views.ts";

export interface ChooseColumnsProps {
  /** Those that may be left out, in their usual order. */
  columns: readonly { readonly id: string; readonly label: string }[];
  value: readonly string[];
  usual: readonly string[];
  onChange: (columns: readonly string[]) => void;
}

/** Which columns a list shows. What tells its rows apart is not among them. */
export default function ChooseColumns(props: ChooseColumnsProps) {
  const { columns, value, usual, onChange } = props;
  return (
    <DialogTrigger>
      <Button icon={<Columns3 size={17} aria-hidden />}>{views.columns}</Button>
      <PopoverDialog label={views.columns}>
        <div className="stack column-choice">
          {columns.map(({ id, label }) => (
            <CheckboxField
              key={id}
              name={id}
              label={label}
              value={value.includes(id)}
              onChange={(on) => onChange(on ? [...value, id] : value.filter((each) => each !== id))}
            />
          ))}
          <Button kind="quiet" size="small" onPress={() => onChange(usual)}>
            {views.usualColumns}
          </Button>
        </div>
      </PopoverDialog>
    </DialogTrigger>
  );
}
