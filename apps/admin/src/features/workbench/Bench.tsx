import type { CaseId } from "@kinward/domain/kernel";
import type { PolicyBook } from "@kinward/domain/policy";
import {
  type BenchCase,
  type Json,
  openBenchCase,
  workedCaseOf,
} from "@kinward/domain/worked-cases";
import { Banner } from "@kinward/ui/Banner";
import { Button } from "@kinward/ui/Button";
import { LinkButton } from "@kinward/ui/LinkButton";
import { Select } from "@kinward/ui/Select";
import { showToast } from "@kinward/ui/Toast";
import { ArrowDown, Undo2 } from "lucide-react";
import { useRef, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { paths } from "../../paths.ts";
import { LeaveGuard } from "../shared/form/LeaveGuard.tsx";
import { useGo } from "../shared/go.tsx";
import { saveText } from "../shared/save-file.ts";
import { useMayChange } from "../shared/session.ts";
import { FactCards } from "./FactCards.tsx";
import { workbench as m } from "./messages.ts";
import { TEXTS, usePolicies } from "./policies.ts";
import { usePublishedCases } from "./queries.ts";
import { ResultCard } from "./ResultCard.tsx";
import { type OpenedExample, SaveDialog } from "./SaveDialog.tsx";

interface BenchProps {
  readonly start: BenchCase;
  /** Which published case it began with. */
  readonly from: string | undefined;
  readonly opened: OpenedExample | undefined;
  /** The address names the version, so that a save leads to the address of the next one. */
  readonly pinned: boolean;
  readonly inForce: PolicyBook;
  /** The case that the facts are of: those of a real family are never saved where others can open them. */
  readonly ofCase: CaseId | undefined;
}

/** What stood on the workbench before a change. */
interface Former {
  readonly bench: BenchCase;
  readonly opened: OpenedExample | undefined;
}

/** Whether a case brings other settings or holidays along than the policy texts or the book in force. */
const hasOwn = ({ book }: BenchCase, inForce: PolicyBook): boolean =>
  (book.number === 0 || book.number !== inForce.number) &&
  JSON.stringify([book.settings, book.holidayYears]) !==
    JSON.stringify([TEXTS.settings, TEXTS.holidayYears]);

/** The case on the left, what follows from it on the right. */
export function Bench(props: BenchProps) {
  const [bench, setBench] = useState(props.start);
  const [opened, setOpened] = useState(props.opened);
  const [former, setFormer] = useState<readonly Former[]>();
  const [saving, setSaving] = useState(false);
  const [unread, setUnread] = useState(false);
  const saved = useRef(props.start);
  const owed = useRef<HTMLDivElement>(null);
  const go = useGo();
  const mayChange = useMayChange();
  const isDirty = () => bench.file !== saved.current.file;
  /** Every change can be taken back, also what a file replaced. */
  const change = (next: BenchCase, of: OpenedExample | undefined) => {
    setFormer([...(former ?? []), { bench, opened }]);
    setBench(next);
    setOpened(of);
  };
  const undo = () => {
    const last = former?.at(-1);
    showToast(last === undefined ? m.undoneAll : m.undone);
    if (last === undefined) return;
    setFormer(former?.slice(0, -1));
    setBench({ ...last.bench, asOf: bench.asOf });
    setOpened(last.opened);
  };
  const policies = usePolicies(
    props.inForce,
    hasOwn(bench, props.inForce) ? bench.book : undefined,
  );
  const { book } = policies.first;
  // Nothing is saved while the settings that it is to be saved with are on their way.
  const documentOf = (title: string, id?: string) =>
    workedCaseOf({ ...bench, title, book: book ?? props.inForce }, id);
  const read = async (files: FileList | null) => {
    const document = await files?.[0]
      ?.text()
      .then((text) => JSON.parse(text) as Json)
      .catch(() => null);
    const found = openBenchCase(document ?? null);
    setUnread(found === undefined);
    if (found === undefined) return;
    change(found, undefined);
    policies.first.choose(hasOwn(found, props.inForce) ? "CASE" : "IN_FORCE");
    policies.second.choose("NONE");
  };
  return (
    <>
      <LeaveGuard isDirty={isDirty} />
      <div className="row row-apart">
        <Begin from={props.from} />
        <div className="row">
          {mayChange && props.ofCase === undefined && (
            <Button kind="primary" isDisabled={book === undefined} onPress={() => setSaving(true)}>
              {opened === undefined ? m.examples.save : m.examples.saveVersion}
            </Button>
          )}
          {former !== undefined && (
            <Button icon={<Undo2 size={17} aria-hidden />} onPress={undo}>
              {m.undo}
            </Button>
          )}
          {opened !== undefined && (
            <Button
              onPress={() => {
                const link = `${location.origin}${paths.workbench({ example: opened.exampleId })}`;
                void navigator.clipboard.writeText(link).then(() => showToast(m.examples.copied));
              }}
            >
              {m.examples.copyLink}
            </Button>
          )}
          <Button
            isDisabled={book === undefined}
            onPress={() =>
              saveText(
                "worked-case.json",
                "application/json",
                `${JSON.stringify(documentOf(bench.title, opened?.exampleId), null, 2)}\n`,
              )
            }
          >
            {m.examples.exportJson}
          </Button>
          <FileTrigger
            acceptedFileTypes={["application/json", ".json"]}
            onSelect={(files) => void read(files)}
          >
            <Button>{m.examples.importJson}</Button>
          </FileTrigger>
        </div>
      </div>
      {props.ofCase !== undefined && (
        <Banner
          kind="info"
          action={
            <LinkButton size="small" href={paths.caseInWeb(props.ofCase)}>
              {m.backToCase}
            </LinkButton>
          }
        >
          {m.ofCase}
        </Banner>
      )}
      {unread && <Banner kind="info">{m.examples.importFailed}</Banner>}
      {bench.title !== "" && (
        <h2 className="sub-title">
          {opened === undefined ? bench.title : m.examples.opened(opened.title, opened.version)}
        </h2>
      )}
      <div className="bench-jump">
        <Button
          size="small"
          icon={<ArrowDown size={15} aria-hidden />}
          onPress={() => {
            owed.current?.focus({ preventScroll: true });
            owed.current?.scrollIntoView();
          }}
        >
          {m.toOwed}
        </Button>
      </div>
      <div className="bench">
        <div className="stack">
          <FactCards file={bench.file} onChange={(file) => change({ ...bench, file }, opened)} />
          {props.ofCase === undefined && <p className="muted small">{m.noNames}</p>}
        </div>
        <div className="stack" ref={owed} tabIndex={-1}>
          <ResultCard
            file={bench.file}
            asOf={bench.asOf}
            onDay={(asOf) => setBench({ ...bench, asOf })}
            policies={policies}
          />
        </div>
      </div>
      {saving && (
        <SaveDialog
          opened={opened}
          title={bench.title}
          documentOf={documentOf}
          onSaved={(example) => {
            saved.current = bench;
            setSaving(false);
            setOpened(example);
            const { exampleId, version } = example;
            go(paths.workbench({ example: exampleId, ...(props.pinned ? { version } : {}) }), {
              replace: true,
            });
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}

/** The published worked cases, and an empty one. */
function Begin({ from }: { readonly from: string | undefined }) {
  const go = useGo();
  const { data = [], isError } = usePublishedCases();
  return (
    <div className="bench-begin">
      <Select
        name="from"
        label={m.start.label}
        hint={isError ? m.start.failed : m.start.hint}
        value={from ?? "EMPTY"}
        onChange={(id) => go(paths.workbench(id === "EMPTY" ? {} : { from: id }))}
        choices={[
          { id: "EMPTY", label: m.start.empty },
          ...data.map((one) => ({ id: one.id, label: `${one.id}: ${one.case.title}` })),
        ]}
      />
    </div>
  );
}
