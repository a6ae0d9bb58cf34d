import type { CaseId, ExampleId } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { type BenchCase, type Json, openBenchCase } from "@kinward/domain/worked-cases";
import { Banner } from "@kinward/ui/Banner";
import { LinkButton } from "@kinward/ui/LinkButton";
import { paths } from "../../paths.ts";
import * as search from "../../search.ts";
import { useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { mayEnter, useMe } from "../shared/session.ts";
import { Bench } from "./Bench.tsx";
import { EMPTY_CASE } from "./edit.ts";
import { ExamplesCard } from "./ExamplesCard.tsx";
import { workbench as m } from "./messages.ts";
import type { OpenedExample } from "./SaveDialog.tsx";
import { VersionsCard } from "./VersionsCard.tsx";
import { useBook, useCaseFile, useExample, usePublishedCases } from "./queries.ts";

/** Cases with dates, typed or opened, and everything that follows from them. */
export function WorkbenchScreen() {
  const { example, version, from, case: caseId } = useSearchOf(search.workbench);
  const me = useMe();
  return (
    <Page title={m.title} lead={m.lead}>
      {mayEnter(me) && <SectionTabs section="settings" />}
      {example !== undefined ? (
        <Saved key={`${example} ${version ?? ""}`} exampleId={example} pinned={version} />
      ) : caseId !== undefined ? (
        <OfCase key={caseId} caseId={caseId} />
      ) : from !== undefined ? (
        <Published key={from} id={from} />
      ) : (
        <OnBench key="empty" start={undefined} />
      )}
      <ExamplesCard />
    </Page>
  );
}

interface SavedProps {
  readonly exampleId: ExampleId;
  /** The version that the address names; else the newest. */
  readonly pinned: number | undefined;
}

function Saved({ exampleId, pinned }: SavedProps) {
  return (
    <Loaded query={useExample(exampleId, pinned)} skeleton="cards">
      {({ document, version, title, versions }) => {
        const start = openBenchCase(document as unknown as Json);
        const newest = versions[0]?.version ?? version;
        if (start === undefined) return <NotHere />;
        return (
          <>
            {version < newest && (
              <Banner
                kind="info"
                action={
                  <LinkButton size="small" href={paths.workbench({ example: exampleId })}>
                    {m.examples.openNewest}
                  </LinkButton>
                }
              >
                {m.examples.older(version, newest)}
              </Banner>
            )}
            {/* What was saved stays on the bench when somebody else saves a version: the key says which was opened. */}
            <OnBench
              start={{ ...start, title }}
              opened={{ exampleId, version, newest, title }}
              pinned={pinned !== undefined}
            />
            <VersionsCard versions={versions} shown={version} />
          </>
        );
      }}
    </Loaded>
  );
}

function Published({ id }: { readonly id: string }) {
  return (
    <Loaded query={usePublishedCases()} skeleton="cards">
      {(cases) => {
        const found = cases.find((one) => one.id === id);
        return found === undefined ? <NotHere /> : <OnBench start={found.case} from={id} />;
      }}
    </Loaded>
  );
}

/** The facts of a real case, to see what another fact or another policy would do. */
function OfCase({ caseId }: { readonly caseId: CaseId }) {
  const { today } = useMe();
  return (
    <Loaded query={useCaseFile(caseId)} skeleton="cards">
      {({ text }) => {
        const start = openBenchCase(JSON.parse(text) as Json);
        return start === undefined ? (
          <NotHere />
        ) : (
          <OnBench start={{ ...start, title: m.titleOfCase, asOf: today }} ofCase={caseId} />
        );
      }}
    </Loaded>
  );
}

interface OnBenchProps {
  readonly start: BenchCase | undefined;
  readonly from?: string;
  readonly opened?: OpenedExample;
  readonly pinned?: boolean;
  readonly ofCase?: CaseId;
}

function OnBench({ start, from, opened, pinned = false, ofCase }: OnBenchProps) {
  const { today } = useMe();
  const empty: BenchCase = {
    title: "",
    file: EMPTY_CASE,
    book: defaultPolicyBook("IA_FSRP"),
    asOf: today,
  };
  return (
    <Loaded query={useBook()} skeleton="cards">
      {(inForce) => (
        <Bench
          start={start ?? empty}
          from={from}
          opened={opened}
          pinned={pinned}
          ofCase={ofCase}
          inForce={inForce}
        />
      )}
    </Loaded>
  );
}
