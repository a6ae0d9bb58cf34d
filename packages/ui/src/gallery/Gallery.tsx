import { useState } from "react";
import {
  CircleUser,
  ClipboardCheck,
  FolderOpen,
  House,
  ListTodo,
  LogOut,
  MapPin,
  Phone,
  Plus,
  Settings,
  Split,
} from "lucide-react";
import { AppShell, useRouteFocus, type NavItem } from "../components/AppShell.tsx";
import { Banner } from "../components/Banner.tsx";
import { Button } from "../components/Button.tsx";
import { AccountMenu } from "../components/Menu.tsx";
import { Palette, usePaletteShortcut } from "../components/Palette.tsx";
import { RecordHeader } from "../components/RecordHeader.tsx";
import { Tabs } from "../components/Tabs.tsx";
import { Tag } from "../components/Tag.tsx";
import { showToast, ToastRegion } from "../components/Toast.tsx";
import { UiProvider } from "../components/UiProvider.tsx";
import { es } from "../messages/es.ts";
import { ActionParts } from "./ActionParts.tsx";
import { FormParts } from "./FormParts.tsx";
import { ReadingParts } from "./ReadingParts.tsx";
import { TODAY } from "./sample.ts";
import { StateParts } from "./StateParts.tsx";

const NAV: NavItem[] = [
  {
    href: "#work",
    label: "My work",
    icon: ListTodo,
    count: 4,
    countLabel: "4 need you",
    isCurrent: true,
  },
  { href: "#case", label: "Cases", icon: FolderOpen },
  { href: "#report", label: "Referrals", icon: Split },
  { href: "#charts", label: "Approvals", icon: ClipboardCheck },
];
const PHONE_NAV: NavItem[] = [
  ...NAV.slice(0, 2),
  { href: "#forms", label: "Log contact", icon: Plus, isPrimary: true },
  ...NAV.slice(3),
];

const PARTS = {
  actions: ActionParts,
  reading: ReadingParts,
  forms: FormParts,
  states: StateParts,
} as const;
export type GalleryPart = keyof typeof PARTS;
const ALL = Object.keys(PARTS) as readonly GalleryPart[];

interface GalleryProps {
  /** Shows the built-in words in Spanish. */
  spanish?: boolean;
  /** Shows one part alone: what is looked at many times is looked at faster without the rest. */
  part?: GalleryPart | undefined;
}

/** Every component in its states, with invented data. */
export function Gallery({ spanish = false, part }: GalleryProps) {
  return (
    <UiProvider today={TODAY} {...(spanish ? { locale: "es-US" as const, messages: es } : {})}>
      <GalleryPage parts={part === undefined ? ALL : [part]} />
      <ToastRegion />
    </UiProvider>
  );
}

function GalleryPage({ parts }: { parts: readonly GalleryPart[] }) {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [openPalette] = useState(() => () => setOpen(true));
  usePaletteShortcut(openPalette);
  const [route, setRoute] = useState(1);
  useRouteFocus(String(route), route === 1 ? "Components" : `Components, page ${route}`);
  return (
    <AppShell
      brand={{ name: "Kinward", href: "#top", icon: House }}
      nav={NAV}
      phoneNav={PHONE_NAV}
      onFind={openPalette}
      account={
        <AccountMenu
          name="Dana Whitfield"
          detail="Care coordinator, Prairie Bridge"
          entries={[
            { id: "settings", label: "Settings", icon: Settings },
            { id: "out", label: "Sign out", icon: LogOut },
          ]}
          onAction={(id) => showToast(`Chosen: ${id}`)}
        />
      }
      banners={
        <>
          <Banner kind="sample">Sample data. No person here is real.</Banner>
          <Banner kind="offline" action={<Button size="small">See what is waiting</Button>}>
            No connection. You can keep working on your 11 saved families. 2 contacts will be sent
            when you are back online.
          </Banner>
        </>
      }
    >
      <RecordHeader
        title="Alvarez-Reed family"
        tags={
          <>
            <Tag>CR-26-01482</Tag>
            <Tag strong>CINA</Tag>
            <Tag>Interpreter: Spanish</Tag>
          </>
        }
        actions={
          <>
            <Button size="small" icon={<Phone size={15} aria-hidden />}>
              Call
            </Button>
            <Button size="small" icon={<MapPin size={15} aria-hidden />}>
              Directions
            </Button>
            <Button size="small" kind="primary" icon={<Plus size={15} aria-hidden />}>
              Log contact
            </Button>
          </>
        }
        facts={[
          { label: "Opened", value: "Nov 10, 2026 (day 11)" },
          { label: "Care coordinator", value: "Dana Whitfield" },
          { label: "Contractor", value: "Prairie Bridge" },
          { label: "Department worker", value: "Pilar Moreau" },
        ]}
        tabs={
          <Tabs
            label="Case"
            items={[
              { href: "#overview", label: "Overview", isCurrent: true },
              { href: "#people", label: "People", count: 6 },
              { href: "#contacts", label: "Contacts" },
              { href: "#plan", label: "Plan" },
              { href: "#reports", label: "Reports" },
              { href: "#documents", label: "Documents" },
              { href: "#history", label: "History" },
            ]}
          />
        }
      />
      <div className="page">
        {parts.map((part) => {
          const Part = PARTS[part];
          return <Part key={part} />;
        })}
        <div className="row">
          <Button onPress={() => setRoute(route + 1)}>Next page</Button>
        </div>
      </div>
      <Palette
        isOpen={isOpen}
        onOpenChange={setOpen}
        query={query}
        onQueryChange={setQuery}
        onAction={(id) => showToast(`Chosen: ${id}`)}
        sections={[
          {
            id: "do",
            label: "Do",
            isLocal: true,
            items: [
              { id: "log", label: "Log a contact", icon: Plus, shortcut: "C" },
              { id: "refer", label: "New referral", icon: Split },
            ],
          },
          {
            id: "families",
            label: "Families",
            isLocal: true,
            items: [
              { id: "f1", label: "Alvarez-Reed", detail: "CR-26-01482", icon: FolderOpen },
              { id: "f2", label: "Lindqvist", detail: "CR-26-01455", icon: FolderOpen },
              { id: "f3", label: "Okafor", detail: "CR-26-01120", icon: CircleUser },
            ],
          },
        ]}
      />
    </AppShell>
  );
}
