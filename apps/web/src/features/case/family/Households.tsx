import { Card } from "@kinward/ui/Card";
import { DataTable, type Column } from "@kinward/ui/DataTable";
import type { PlainDate } from "@kinward/domain/kernel";
import type { FamilyView } from "@kinward/domain/views";
import { dates } from "@kinward/wording/en/dates";
import { familyWords } from "../../../messages/en/family.ts";
import { presentBands, presentLevels, presentStays, type StayRow, type Stretch } from "./bands.ts";

const words = familyWords.bands;

/** Homes and placements of everyone over time, as bands and as a table. */
export function Households({ family, today }: { family: FamilyView; today: PlainDate }) {
  const columns: readonly Column<StayRow>[] = [
    { id: "name", header: words.columns.name, isRowHeader: true, cell: (row) => row.name },
    {
      id: "where",
      header: words.columns.where,
      card: "plain",
      cell: (row) => (
        <div className="stack-small">
          <span>{row.where}</span>
          {row.moved !== "" && <span className="muted small">{row.moved}</span>}
        </div>
      ),
    },
    { id: "from", header: words.columns.from, fit: true, cell: (row) => row.from },
    { id: "to", header: words.columns.to, fit: true, cell: (row) => row.to },
    { id: "seen", header: words.columns.seen, fit: true, cell: (row) => row.seen },
    ...(family.profile === "IA_FSRP"
      ? [
          {
            id: "meaning",
            header: words.columns.meaning,
            card: "plain" as const,
            cell: (row: StayRow) => <span className="small">{row.meaning}</span>,
          },
        ]
      : []),
  ];
  const levels = presentLevels(family, today);
  return (
    <Card title={words.title} flush>
      <div className="card-body stack-small">
        <p className="muted">
          {levels.length === 0 ? words.lead : `${words.lead} ${words.leadLevels}`}
        </p>
        <Chart family={family} today={today} />
        {levels.length > 0 && (
          <>
            <h3>{words.levels}</h3>
            <ul className="small">
              {levels.map((level) => (
                <li key={level}>{level}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <DataTable
        caption={words.table}
        columns={columns}
        rowKey={(row) => row.key}
        rows={presentStays(family, today)}
      />
    </Card>
  );
}

const place = ({ left, width }: Stretch) => ({ left: `${left}%`, width: `${width}%` });

function Chart({ family, today }: { family: FamilyView; today: PlainDate }) {
  const { rows, services, levels, months } = presentBands(family, today);
  const date = (iso: PlainDate) => dates.date(iso, { today, style: "day" });
  return (
    <div role="img" aria-label={words.picture(date(family.from), date(today))} className="bands">
      <div className="bands-row" aria-hidden>
        <span />
        <div className="bands-track bands-axis">
          {months.map(({ at, text }) => (
            <span key={text} style={{ left: `${at}%` }}>
              {text}
            </span>
          ))}
        </div>
      </div>
      {services.length > 0 && (
        <div className="bands-row" aria-hidden>
          <span className="muted small">{words.service}</span>
          <div className="bands-track bands-services">
            {services.map((one) => (
              <i key={one.left} style={place(one)} />
            ))}
          </div>
        </div>
      )}
      {levels.length > 0 && (
        <div className="bands-row" aria-hidden>
          <span className="muted small">{words.family}</span>
          <div className="bands-track bands-services">
            <Levels of={levels} />
          </div>
        </div>
      )}
      {rows.map((row) => (
        <div key={row.id} className="bands-row" aria-hidden>
          <span className="small">{row.name}</span>
          <div className="bands-track">
            {row.bands.map((band) => (
              <i key={band.key} data-kind={band.kind} style={place(band)}>
                <b>{band.text}</b>
              </i>
            ))}
            {row.seen.map((left, index) => (
              <em key={index} style={{ left: `${left}%` }} />
            ))}
            <Levels of={row.levels} />
          </div>
        </div>
      ))}
    </div>
  );
}

const Levels = ({ of }: { of: readonly Stretch[] }) =>
  of.map((one, index) => <u key={index} style={place(one)} />);
