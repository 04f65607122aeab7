import { Link } from "wouter";
import { questions, type Line, type Page } from "../api";
import { iso, plus, utc, when } from "../dates";
import { About, Answer, Empty, useAsked, useFields, useTitle } from "../parts";
import { words } from "../text";

const LANES: Record<string, (line: Line) => string[]> = {
  state: (l) => l.sides.map((s) => s.name),
  topic: (l) => (l.topics.length ? l.topics.map(words) : ["no topic"]),
  kind: (l) => [l.label],
};
/** Days so far apart that the bar tells of what is not known, not of what took long. */
const long = (l: Line) => utc(l.date!.end ?? l.date!.start!).getTime() - utc(l.date!.start!).getTime() > 12 * 86_400_000;
const LEFT = 150, WIDTH = 1000, LANE = 26, MOST = 28;

export function Timeline() {
  const [fields, set] = useFields();
  useTitle("Timeline");
  const lane = fields.lanes ?? "state";
  const asked = useAsked<Page<Line>>(`/records${questions({ type: fields.type ?? "engagement", country: fields.country, mode: fields.mode, since: fields.since, until: fields.until, limit: "500" })}`);
  return (
    <>
      <div className="head"><h1>Timeline</h1></div>
      <About>When who met whom; each bar opens its record.</About>
      <div className="filters">
        <label>lanes <select value={lane} onChange={(e) => set({ lanes: e.target.value })}>{Object.keys(LANES).map((l) => <option key={l}>{l}</option>)}</select></label>
        <label>countries <input defaultValue={fields.country ?? ""} size={8} placeholder="RU,TR" onKeyDown={(e) => e.key === "Enter" && set({ country: e.currentTarget.value.trim() || null })} /></label>
        <label>from <input type="date" value={fields.since ?? ""} onChange={(e) => set({ since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.until ?? ""} onChange={(e) => set({ until: e.target.value || null })} /></label>
        <label><input type="checkbox" checked={fields.table === "1"} onChange={(e) => set({ table: e.target.checked ? "1" : null })} /> as a table</label>
      </div>
      <Answer of={asked} empty={(p) => !p.items.some((l) => l.date?.start) && <Empty what="Nothing here has a day." todo="Take a condition away, or widen the days." />}>
        {(p) => {
          const dated = p.items.filter((l) => l.date?.start && !l.generic);
          return <><p className="soft">{dated.length} dated records{p.next ? " (the latest 500; narrow the days to see others)" : ""}. A bar is as long as the day is uncertain. <Signs /></p>{fields.table === "1" ? <Table of={dated} /> : <Picture of={dated} lanes={LANES[lane] ?? LANES.state!} />}</>;
        }}
      </Answer>
    </>
  );
}

function Signs() {
  return <span className="legend signs">{[["happened", "happened"], ["planned", "planned"], ["cancelled", "called off"], ["disputed", "denied, disputed, only possible"]].map(([c, name]) => <span key={c}><svg width="22" height="12" className="timeline" aria-hidden="true"><rect x="2" y="1" width="18" height="10" rx="4" className={c} /></svg> {name}</span>)}</span>;
}

function Picture({ of, lanes }: { of: Line[]; lanes: (line: Line) => string[] }) {
  const first = of.reduce((d, l) => (l.date!.start! < d ? l.date!.start! : d), "9999"), end = (l: Line) => l.date!.end ?? l.date!.start!;
  const last = plus(of.reduce((d, l) => (end(l) > d ? end(l) : d), ""), 1);
  const span = Math.max(1, utc(last).getTime() - utc(first).getTime());
  const x = (day: string) => LEFT + ((utc(day).getTime() - utc(first).getTime()) / span) * (WIDTH - LEFT - 20);
  const count = new Map<string, number>();
  for (const l of of) for (const name of lanes(l)) count.set(name, (count.get(name) ?? 0) + 1);
  const names = [...count].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([n]) => n);
  const height = names.length * LANE + 34;
  const ticks = marks(first, last);
  return (
    <div className="scroll">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} className="timeline" role="group" aria-label={`Timeline of ${of.length} records; the table holds the same`}>
        {ticks.map((t, n) => <g key={n}><line x1={x(t)} x2={x(t)} y1={16} y2={height - 14} className="tick" /><text x={x(t)} y={11} textAnchor="middle" className="label">{tick(t)}</text></g>)}
        {names.map((name, row) => (
          <g key={name}>
            <text x={0} y={36 + row * LANE} className="lane">{name.length > 20 ? name.slice(0, 19) + "…" : name}</text>
            <line x1={LEFT} x2={WIDTH} y1={32 + row * LANE} y2={32 + row * LANE} className="rule" />
            {of.filter((l) => lanes(l).includes(name)).map((l) => {
              const from = x(l.date!.start!), to = Math.max(from + 7, x(plus(end(l), 1)));
              return <Link key={l.id} href={`/records/${l.id}`} className="bar"><rect x={from} y={26 + row * LANE} width={Math.max(7, Math.min(to - from, WIDTH - from))} height={12} rx={4} className={long(l) ? `${l.status} wide` : l.status}><title>{`${l.title}, ${when(l.date)}`}</title></rect></Link>;
            })}
          </g>
        ))}
      </svg>
      {count.size > MOST && <p className="soft">{count.size - MOST} further lanes are in the table.</p>}
    </div>
  );
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const tick = (day: string) => (day.endsWith("-01") ? `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}` : `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`);

/** Firsts of months, a dozen at most; days where the whole is shorter than a season. */
function marks(first: string, last: string): string[] {
  const days = Math.round((utc(last).getTime() - utc(first).getTime()) / 86_400_000);
  if (days < 70) return Array.from({ length: 7 }, (_, n) => plus(first, Math.round((n * days) / 6)));
  const found: string[] = [];
  for (const at = utc(`${first.slice(0, 7)}-01`); iso(at) <= last; at.setUTCMonth(at.getUTCMonth() + 1)) if (iso(at) >= first) found.push(iso(at));
  const step = Math.ceil(found.length / 12);
  return found.filter((_, n) => n % step === 0);
}

export function Table({ of }: { of: Line[] }) {
  return <div className="scroll"><table><thead><tr><th>when</th><th>what</th><th>parties</th><th>where</th><th>status</th><th>sources</th></tr></thead><tbody>{of.map((l) => <tr key={l.id}><td>{when(l.date)}</td><td><Link href={`/records/${l.id}`}>{l.label}</Link></td><td>{l.sides.map((s) => s.name).join(" · ")}</td><td dir="auto">{l.place?.name}</td><td>{l.status}</td><td>{l.independent_sources}</td></tr>)}</tbody></table></div>;
}
