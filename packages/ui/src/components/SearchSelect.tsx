import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Input, SearchField } from "react-aria-components/SearchField";
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from "react-aria-components/Select";
import { ChevronDown, Search } from "lucide-react";
import type { Choice } from "../lib/choice.ts";
import { defined } from "../lib/defined.ts";
import { fieldRootProps } from "../lib/field-props.ts";
import { useUi } from "../lib/ui-context.ts";
import { FieldHead } from "./Field.tsx";
import type { SelectProps } from "./Select.tsx";

export interface SearchSelectProps<Id extends string> extends SelectProps<Id> {
  /** When given, the server searches: `choices` are its answer and are not filtered again here. */
  onSearch?: ((query: string) => void) | undefined;
  isSearching?: boolean | undefined;
  /** The chosen one, when a search may leave it out of `choices`. */
  chosen?: Choice<Id> | undefined;
}

/**
 * One of a long list, with a search box inside the popover. It is a Select with an Autocomplete and not a ComboBox,
 * because the open ComboBox of react-aria hides the page from assistive technology (react-spectrum issue 4937).
 */
export function SearchSelect<Id extends string>(props: SearchSelectProps<Id>) {
  const { messages } = useUi();
  const { contains } = useFilter({ sensitivity: "base" });
  const { choices, value, onSearch } = props;
  const chosen = choices.find((choice) => choice.id === value) ?? props.chosen;
  const options =
    chosen && !choices.some((choice) => choice.id === chosen.id) ? [chosen, ...choices] : choices;
  return (
    <AriaSelect
      {...fieldRootProps(props)}
      value={value ?? null}
      onChange={(next) => next !== null && props.onChange(next as Id)}
      placeholder={props.placeholder ?? messages.choose}
      allowsEmptyCollection
    >
      <FieldHead {...props} />
      <Button className="select">
        <SelectValue className="select-value">
          {({ defaultChildren }) => chosen?.label ?? defaultChildren}
        </SelectValue>
        <ChevronDown size={18} aria-hidden />
      </Button>
      <Popover className="popover popover-list">
        <Autocomplete
          {...defined({ filter: onSearch ? undefined : contains, onInputChange: onSearch })}
        >
          <SearchField
            aria-label={`${messages.search}: ${props.label}`}
            autoFocus
            className="search-box"
          >
            <Search size={16} aria-hidden />
            <Input placeholder={messages.typeToSearch} className="search-input" />
          </SearchField>
          <ListBox
            className="options"
            items={options}
            renderEmptyState={() => (
              <p className="options-none">
                {props.isSearching ? messages.searching : messages.noMatch}
              </p>
            )}
          >
            {(choice) => (
              <ListBoxItem
                id={choice.id}
                textValue={choice.label}
                isDisabled={choice.isDisabled ?? false}
                className="option"
              >
                <span>{choice.label}</span>
                {choice.detail !== undefined && <small>{choice.detail}</small>}
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </Popover>
    </AriaSelect>
  );
}
