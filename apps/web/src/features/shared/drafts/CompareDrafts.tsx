import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@kinward/ui/Button";
import { RadioGroup } from "@kinward/ui/RadioGroup";
import {
  differingAnswers,
  type DraftChoice,
  type DraftDifference,
  mergeDrafts,
} from "@kinward/domain/drafts";
import { dates } from "@kinward/wording/en/dates";
import { useMe } from "../../../app/me.ts";
import { toast } from "../../../app/toast.ts";
import { compare as words } from "../../../messages/en/compare.ts";
import { FormDialog } from "../FormDialog.tsx";
import { Part } from "../Part.tsx";
import { type AnswerText, choicesOf, nameOf } from "./compare.ts";
import type { CompareProps } from "./DraftBar.tsx";
import type { DraftCopies } from "./use-draft.ts";
import "./compare.css";

export interface CompareDraftsProps extends CompareProps {
  describe: (difference: DraftDifference, copies: DraftCopies) => AnswerText;
}

/** While another version of the draft stands against what is typed here: the way to compare both. */
export function CompareDrafts(props: CompareDraftsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.open}</Button>
      {isOpen && <Comparison {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ComparisonProps extends CompareDraftsProps {
  onClose: () => void;
}

/** Both versions, answer by answer. What only one of them changed is chosen; the rest is asked. */
function Comparison({ draft, describe, onMerged, onClose }: ComparisonProps) {
  const { today, agency } = useMe();
  const [choices, setChoices] = useState<Readonly<Record<string, DraftChoice>>>({});
  const copies = useQuery({
    queryKey: ["draft copies", draft.draftId],
    queryFn: draft.copies,
    gcTime: 0,
    staleTime: Infinity,
  });
  const both = copies.data;
  const differing = both ? differingAnswers(both.here, both.there.content, both.base) : [];
  const choiceOf = (one: DraftDifference) => choices[nameOf(one)] ?? one.changed;
  const takeAll = (side: "HERE" | "THERE") =>
    setChoices(Object.fromEntries(differing.map((one) => [nameOf(one), side])));
  const save = () => {
    if (both === undefined) return [];
    const open = differing
      .filter((one) => choiceOf(one) === undefined)
      .map((one) => ({ name: nameOf(one), message: words.choose(describe(one, both).label) }));
    if (open.length > 0) return open;
    draft.settle(both.there);
    onMerged(mergeDrafts(both.here, both.there.content, (one) => choiceOf(one) ?? "BOTH"));
    void draft.flush();
    onClose();
    toast(words.done);
    // The button that opened this is gone with the conflict: the keyboard goes on in the page.
    setTimeout(() => document.getElementById("main")?.focus({ preventScroll: true }));
    return [];
  };
  return (
    <FormDialog
      wide
      title={words.title}
      saveText={words.save}
      isSaving={false}
      isDisabled={both === undefined}
      onClose={onClose}
      onSave={save}
    >
      {(faultOf) => (
        <Part query={copies} skeleton="text" count={4}>
          {(shown) => (
            <>
              <p>{words.lead(dates.moment(shown.there.savedAt, agency.timeZone, { today }))}</p>
              {differing.length === 0 && <p>{words.same}</p>}
              {differing.length > 1 && (
                <div className="row">
                  <Button size="small" onPress={() => takeAll("HERE")}>
                    {words.allHere}
                  </Button>
                  <Button size="small" onPress={() => takeAll("THERE")}>
                    {words.allThere}
                  </Button>
                </div>
              )}
              {differing.map((one) => {
                const text = describe(one, shown);
                return (
                  <div key={nameOf(one)} className="versions">
                    <RadioGroup
                      name={nameOf(one)}
                      label={text.label}
                      hint={one.changed && words.changed[one.changed]}
                      choices={choicesOf(one, text)}
                      value={choiceOf(one)}
                      onChange={(choice) => setChoices({ ...choices, [nameOf(one)]: choice })}
                      error={faultOf(nameOf(one))}
                    />
                  </div>
                );
              })}
            </>
          )}
        </Part>
      )}
    </FormDialog>
  );
}
