import {
  Button,
  Input,
  Label,
  SearchField as AriaSearchField,
} from "react-aria-components/SearchField";
import { Search, X } from "lucide-react";
import { defined } from "../lib/defined.ts";
import { useUi } from "../lib/ui-context.ts";

export interface SearchFieldProps {
  /** Read by screen readers; visible too with `showLabel`. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: ((value: string) => void) | undefined;
  placeholder?: string | undefined;
  showLabel?: boolean | undefined;
  autoFocus?: boolean | undefined;
}

/** Filters or searches a list. */
export function SearchField(props: SearchFieldProps) {
  const { messages } = useUi();
  return (
    <AriaSearchField
      className="field search-field"
      value={props.value}
      onChange={props.onChange}
      {...defined({ onSubmit: props.onSubmit, autoFocus: props.autoFocus })}
    >
      <Label className={props.showLabel ? "field-label" : "sr"}>{props.label}</Label>
      <span className="search-box">
        <Search size={16} aria-hidden />
        <Input className="search-input" {...defined({ placeholder: props.placeholder })} />
        {props.value !== "" && (
          <Button className="search-clear" aria-label={messages.clear}>
            <X size={16} aria-hidden />
          </Button>
        )}
      </span>
    </AriaSearchField>
  );
}
