import { useState } from "react";
import { Card } from "@kinward/ui/Card";
import { CheckboxField } from "@kinward/ui/CheckboxField";
import { DataTable } from "@kinward/ui/DataTable";
import { PageHeader } from "@kinward/ui/PageHeader";
import { lettersAreOn, switchLetters } from "../../app/shortcuts.ts";
import { account } from "../../messages/en/account.ts";

const words = account.shortcuts;

/** What the keyboard can do, and the switch for single letters. */
export default function Shortcuts() {
  const [letters, setLetters] = useState(lettersAreOn);
  return (
    <div className="page page-narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <Card>
        <CheckboxField
          name="letters"
          label={words.letters}
          value={letters}
          onChange={(on) => {
            switchLetters(on);
            setLetters(on);
          }}
        />
      </Card>
      <Card flush>
        <DataTable
          caption={words.title}
          cardsUnder={0}
          rowKey={(row) => row.does}
          rows={words.rows}
          columns={[
            {
              id: "keys",
              header: words.keys,
              fit: true,
              cell: (row) =>
                row.keys
                  .map((key) => <kbd key={key}>{key}</kbd>)
                  .flatMap((each, at) => (at === 0 ? [each] : [" ", each])),
            },
            { id: "does", header: words.does, isRowHeader: true, cell: (row) => row.does },
          ]}
        />
      </Card>
    </div>
  );
}
