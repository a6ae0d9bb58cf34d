import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components/Menu";
import { CircleUser, type LucideIcon } from "lucide-react";
import { buttonClass, type ButtonLook } from "../lib/button-class.ts";
import { defined } from "../lib/defined.ts";
import { useUi } from "../lib/ui-context.ts";

export interface MenuEntry {
  id: string;
  label: string;
  detail?: string | undefined;
  icon?: LucideIcon | undefined;
  isDisabled?: boolean | undefined;
}

export interface MenuProps extends ButtonLook {
  /** The words on the button. */
  label: string;
  icon?: ReactNode;
  entries: readonly MenuEntry[];
  onAction: (id: string) => void;
}

function Entries(props: {
  label: string;
  entries: readonly MenuEntry[];
  onAction: (id: string) => void;
}) {
  return (
    <AriaMenu
      className="menu"
      aria-label={props.label}
      items={props.entries}
      onAction={(id) => props.onAction(String(id))}
    >
      {(entry) => (
        <MenuItem
          id={entry.id}
          textValue={entry.label}
          className="menu-item"
          {...defined({ isDisabled: entry.isDisabled })}
        >
          {entry.icon && <entry.icon size={17} aria-hidden />}
          <span>
            {entry.label}
            {entry.detail !== undefined && <span className="muted small"> {entry.detail}</span>}
          </span>
        </MenuItem>
      )}
    </AriaMenu>
  );
}

/** A button that opens a list of actions. For choosing a value use `Select`. */
export function Menu({ label, icon, entries, onAction, ...look }: MenuProps) {
  return (
    <MenuTrigger>
      <Button
        className={buttonClass(look)}
        {...defined({ "aria-label": look.iconOnly ? label : undefined })}
      >
        {icon}
        {!look.iconOnly && label}
      </Button>
      <Popover className="popover popover-menu">
        <Entries label={label} entries={entries} onAction={onAction} />
      </Popover>
    </MenuTrigger>
  );
}

export interface AccountMenuProps {
  name: string;
  /** Role and organization. */
  detail?: string | undefined;
  /** It was asked for before it was loaded. */
  opensAtOnce?: boolean | undefined;
  entries: readonly MenuEntry[];
  onAction: (id: string) => void;
}

/** Who is signed in, and what concerns the account: settings, sign out. Stands in the top bar. */
export function AccountMenu({
  name,
  detail,
  opensAtOnce = false,
  entries,
  onAction,
}: AccountMenuProps) {
  const { messages } = useUi();
  const label = `${messages.account}: ${name}`;
  return (
    <MenuTrigger defaultOpen={opensAtOnce}>
      <Button className="account" aria-label={label}>
        <CircleUser size={25} strokeWidth={1.8} aria-hidden />
      </Button>
      <Popover className="popover popover-menu" placement="bottom end">
        <div className="menu-about">
          <div className="strong">{name}</div>
          {detail !== undefined && <div className="muted small">{detail}</div>}
        </div>
        <Entries label={label} entries={entries} onAction={onAction} />
      </Popover>
    </MenuTrigger>
  );
}
