import { useEffect } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header, Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button, Input, SearchField } from "react-aria-components/SearchField";
import { Search, X, type LucideIcon } from "lucide-react";
import { useUi } from "../lib/ui-context.ts";

export interface PaletteItem {
  id: string;
  label: string;
  /** Case number, role: shown beside the label. */
  detail?: string | undefined;
  icon?: LucideIcon | undefined;
  /** A shortcut that does the same, when shortcuts are on. */
  shortcut?: string | undefined;
}

export interface PaletteSection {
  id: string;
  label: string;
  items: readonly PaletteItem[];
  /** Filter these here by the words typed: actions. Results of a server search stay as they come. */
  isLocal?: boolean | undefined;
}

export interface PaletteProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  query: string;
  onQueryChange: (query: string) => void;
  sections: readonly PaletteSection[];
  /** Called with the id of the item; the palette closes itself. */
  onAction: (id: string) => void;
  isSearching?: boolean | undefined;
  placeholder?: string | undefined;
}

/** Calls `open` on Control K or Command K, wherever the focus is. */
export function usePaletteShortcut(open: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        open();
      }
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open]);
}

/** "Find or do": one box for families, people and actions, by keys alone. Load it on demand. */
export function Palette(props: PaletteProps) {
  const { messages } = useUi();
  const { contains } = useFilter({ sensitivity: "base" });
  const { query } = props;
  const sections = props.sections
    .map((section) => ({
      ...section,
      items: section.isLocal
        ? section.items.filter((item) => contains(item.label, query))
        : section.items,
    }))
    .filter((section) => section.items.length > 0);
  return (
    <ModalOverlay
      className="scrim scrim-palette"
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable
    >
      <Modal className="modal palette">
        <Dialog aria-label={messages.findOrDo}>
          <Autocomplete inputValue={query} onInputChange={props.onQueryChange}>
            <SearchField aria-label={messages.findOrDo} autoFocus className="palette-search">
              <Search size={19} aria-hidden />
              <Input
                className="palette-input"
                placeholder={props.placeholder ?? messages.findPlaceholder}
              />
              <Button
                slot={null}
                className="box-button"
                aria-label={messages.close}
                onPress={() => props.onOpenChange(false)}
              >
                <X size={18} aria-hidden />
              </Button>
            </SearchField>
            <Menu
              className="palette-menu"
              aria-label={messages.results}
              onAction={(id) => {
                props.onOpenChange(false);
                props.onAction(String(id));
              }}
              renderEmptyState={() => (
                <p className="palette-none">
                  {props.isSearching ? messages.searching : messages.noMatch}
                </p>
              )}
            >
              {sections.map((section) => (
                <MenuSection key={section.id} id={section.id}>
                  <Header className="menu-section-title">{section.label}</Header>
                  {section.items.map((item) => (
                    <MenuItem
                      key={item.id}
                      id={item.id}
                      textValue={item.label}
                      className="menu-item"
                    >
                      {item.icon && <item.icon size={17} aria-hidden />}
                      <span>
                        {item.label}
                        {item.detail !== undefined && (
                          <span className="muted small"> {item.detail}</span>
                        )}
                      </span>
                      {item.shortcut !== undefined && <kbd>{item.shortcut}</kbd>}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
