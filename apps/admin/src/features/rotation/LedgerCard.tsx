import type { RotationArea, RotationLine } from "@kinward/domain/views";
import { Button } from "@kinward/ui/Button";
import { Card } from "@kinward/ui/Card";
import { DataTable } from "@kinward/ui/DataTable";
import { Pagination } from "@kinward/ui/Pagination";
import { Tag } from "@kinward/ui/Tag";
import { useState } from "react";
import { momentIn } from "../shared/changes-present.ts";
import { useMayChange, useMe } from "../shared/session.ts";
import { CorrectDialog } from "./CorrectDialog.tsx";
import { rotation as m } from "./messages.ts";
import { nameOf } from "../shared/order/words.ts";
import { balanceOf, canCorrect, lineWords, pairOfLine } from "./present.ts";

interface LedgerCardProps {
  readonly area: RotationArea;
  readonly isStale: boolean;
  readonly onPage: (page: number) => void;
}

/** The lines of the area, the newest first, each assignment with its correction. */
export function LedgerCard({ area, isStale, onPage }: LedgerCardProps) {
  const { agency } = useMe();
  const mayChange = useMayChange();
  const [correcting, setCorrecting] = useState<RotationLine | undefined>(undefined);
  const { organizations: names, lines, page, pageSize, total } = area;
  const moment = momentIn(agency.timeZone);
  const pairOf = (line: RotationLine) => pairOfLine(area, line);
  const first = (page - 1) * pageSize + 1;
  return (
    <Card title={m.ledger.title} flush footer={<p className="muted small">{m.ledger.lead}</p>}>
      <DataTable<RotationLine>
        caption={m.ledger.caption}
        rows={lines}
        rowKey={(line) => String(line.seq)}
        isStale={isStale}
        empty={<p className="card-body muted">{m.ledger.empty}</p>}
        columns={[
          {
            id: "seq",
            header: m.ledger.columns.seq,
            isRowHeader: true,
            fit: true,
            cell: (line) => line.seq,
          },
          { id: "what", header: m.ledger.columns.what, cell: lineWords },
          {
            id: "to",
            header: m.ledger.columns.to,
            cell: (line) => nameOf(names, line.contractor),
          },
          {
            id: "counted",
            header: m.ledger.columns.counted,
            cell: (line) => {
              const balance = (value: number) => balanceOf(names, pairOf(line), value);
              return line.before === line.after
                ? m.ledger.same(balance(line.after))
                : m.ledger.change(balance(line.before), balance(line.after));
            },
          },
          { id: "when", header: m.ledger.columns.when, cell: (line) => moment(line.at) },
          { id: "by", header: m.ledger.columns.by, cell: (line) => line.by ?? "" },
          ...(mayChange
            ? [
                {
                  id: "action",
                  header: m.ledger.columns.action,
                  hideHeader: true,
                  fit: true,
                  cell: (line: RotationLine) =>
                    line.correctionOpen ? (
                      <Tag state="waiting">{m.ledger.waits}</Tag>
                    ) : (
                      canCorrect(line) && (
                        <Button
                          size="small"
                          aria-label={m.ledger.correctLine(line.seq)}
                          onPress={() => setCorrecting(line)}
                        >
                          {m.ledger.correct}
                        </Button>
                      )
                    ),
                },
              ]
            : []),
        ]}
      />
      {total > pageSize && (
        <Pagination
          label={m.ledger.pages}
          from={first}
          to={first + lines.length - 1}
          total={total}
          onPrevious={page > 1 ? () => onPage(page - 1) : undefined}
          onNext={first + lines.length - 1 < total ? () => onPage(page + 1) : undefined}
        />
      )}
      {correcting && (
        <CorrectDialog area={area} line={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </Card>
  );
}
