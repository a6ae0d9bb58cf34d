import type { ExampleId } from "@kinward/domain/kernel";
import { defaultPolicyBook } from "@kinward/domain/policy";
import { type BenchCase, type Json, openBenchCase } from "@kinward/domain/worked-cases";
import * as search from "../../search.ts";
import { useSearchOf } from "../shared/go.tsx";
import { Loaded } from "../shared/Loaded.tsx";
import { NotHere } from "../shared/NotHere.tsx";
import { Page } from "../shared/Page.tsx";
import { SectionTabs } from "../shared/SectionTabs.tsx";
import { useMe } from "../shared/session.ts";
import { Bench } from "./Bench.tsx";
import { EMPTY_CASE } from "./edit.ts";
import { ExamplesCard } from "./ExamplesCard.tsx";
import { workbench as m } from "./messages.ts";
import { useBook, useExample, usePublishedCases } from "./queries.ts";

/** Cases with dates, typed or opened, and everything that follows from them. */
export function WorkbenchScreen() {
  const { example, from } = useSearchOf(search.workbench);
  return (
    <Page title={m.title} lead={m.lead}>
      <SectionTabs section="settings" />
      {example !== undefined ? (
        <Saved key={example} exampleId={example} />
      ) : from !== undefined ? (
        <Published key={from} id={from} />
      ) : (
        <OnBench key="empty" start={undefined} />
      )}
      <ExamplesCard />
    </Page>
  );
}

function Saved({ exampleId }: { readonly exampleId: ExampleId }) {
  return (
    <Loaded query={useExample(exampleId)} skeleton="cards">
      {({ document, version, title }) => {
        const start = openBenchCase(document as unknown as Json);
        // What was saved stays on the bench when somebody else saves a version: the key says which was opened.
        return start === undefined ? (
          <NotHere />
        ) : (
          <OnBench start={{ ...start, title }} opened={{ exampleId, version, title }} />
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

interface OnBenchProps {
  readonly start: BenchCase | undefined;
  readonly from?: string;
  readonly opened?: Parameters<typeof Bench>[0]["opened"];
}

function OnBench({ start, from, opened }: OnBenchProps) {
  const { today } = useMe();
  const empty: BenchCase = {
    title: "",
    file: EMPTY_CASE,
    book: defaultPolicyBook("IA_FSRP"),
    asOf: today,
  };
  return (
    <Loaded query={useBook()} skeleton="cards">
      {(inForce) => <Bench start={start ?? empty} from={from} opened={opened} inForce={inForce} />}
    </Loaded>
  );
}
