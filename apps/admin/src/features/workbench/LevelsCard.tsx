import { dayWords } from "../shared/periods.ts";
import { useMe } from "../shared/session.ts";
import { labelWords } from "../shared/words.ts";
import { type Level, levelsOf, withLevels } from "./edit.ts";
import { FactList, type FactsProps } from "./FactList.tsx";
import { LevelDialog } from "./LevelDialog.tsx";
import { workbench as m } from "./messages.ts";
import { personName } from "./present.ts";

/** How often someone must be seen, beyond the minimum. */
export function LevelsCard({ file, onChange }: FactsProps) {
  const { today } = useMe();
  const { columns } = m.levels;
  const levels = levelsOf(file);
  const subject = (level: Level) =>
    "member" in level ? personName(file, level.member) : m.levels.family;
  const often = ({ times, per = "MONTH" }: Level) => m.levels.often(times, per);
  return (
    <FactList<Level>
      {...m.levels}
      action={columns.action}
      rows={levels}
      rowKey={(level) => String(levels.indexOf(level))}
      nameOf={(level) => `${subject(level)}, ${often(level)}`}
      {...{ file, onChange }}
      without={(level) =>
        withLevels(
          file,
          levels.filter((one) => one !== level),
        )
      }
      columns={[
        { id: "subject", header: columns.subject, isRowHeader: true, cell: subject },
        { id: "times", header: columns.times, cell: often },
        {
          id: "source",
          header: columns.source,
          cell: ({ source = "CASE_PLAN" }) => labelWords.frequencySource[source],
        },
        { id: "from", header: columns.from, cell: ({ from }) => dayWords(from, today) },
      ]}
      form={(row, close) => (
        <LevelDialog
          file={file}
          level={row}
          onDone={(level) => {
            onChange(
              withLevels(
                file,
                row === undefined
                  ? [...levels, level]
                  : levels.map((one) => (one === row ? level : one)),
              ),
            );
            close();
          }}
          onClose={close}
        />
      )}
    />
  );
}
