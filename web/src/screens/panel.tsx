import { Link } from "wouter";
import { questions, type Check } from "../api";
import { Answer, Outside, useAsked } from "../parts";
import { words } from "../text";

interface Num { metric: string; value: number | null; about: string | null; level: string | null; low: number | null; high: number | null; of: number | null; note: string; records: string[] }
interface Tie { record: string; event: string; status: string; day: string | null; actors: string[]; targets: string[]; words: { quote: string }; figures: string[] }
interface Span { window: { first: string; last: string }; families: number }
interface PanelView { numbers: Num[]; coverage: Span; baseline: Span | null; ties: Tie[]; checks: Check[]; as_of: string }

const SHOWN = ["partners_at_least", "partners_sent_at", "partners_received_at", "partners_lost", "partners_lost_by_chance", "partners_at_equal_coverage", "rate_ratio", "contacts", "contacts_dated_by_report", "direction", "asymmetry", "effective_partners", "group_share_of_contacts", "called_off", "broken_off_by", "broken_off_towards", "cooperation_by", "conflict_by", "cooperation_towards", "conflict_towards", "strength", "betweenness", "announced"];

/** The rest of the panel: each number with its band where one is honest, and the records behind it. */
export function Panel({ code, fields }: { code: string; fields: Record<string, string | undefined> }) {
  const level = fields.level ?? "head";
  const asked = useAsked<PanelView>(`/states/${encodeURIComponent(code)}/panel${questions({ level, since: fields.since, until: fields.until, baseline_since: fields.baseline_since, baseline_until: fields.baseline_until })}`);
  return (
    <section>
      <h2>The panel</h2>
      <Answer of={asked}>
        {(p) => (
          <>
            <p className="soft">{p.coverage.window.first} to {p.coverage.window.last}, {p.coverage.families} families read{p.baseline ? `; baseline ${p.baseline.window.first} to ${p.baseline.window.last}, ${p.baseline.families} families` : ""}. Partners are observed floors and have no band; there is no index.</p>
            <div className="scroll"><table><thead><tr><th>what</th><th>of</th><th>value</th><th>90% band</th><th>note</th><th>records</th></tr></thead>
              <tbody>{p.numbers.filter((n) => SHOWN.includes(n.metric) && (n.level === null || n.level === level) && !(n.about && !n.value)).map((n, i) => <tr key={i}><td>{words(n.metric)}{n.level ? `, ${n.level}` : ""}</td><td>{n.about ? words(n.about.replace("org:", "")) : ""}</td><td>{n.value === null ? "not estimable" : round(n.value)}</td><td>{n.low !== null ? `${round(n.low)} – ${n.high === null ? "open" : round(n.high)}` : ""}</td><td>{n.note}</td><td><Behind ids={n.records} /></td></tr>)}</tbody></table></div>
            <Checks of={p.checks} />
            {p.ties.length > 0 && <><h2>Economic ties that the texts report</h2><p className="soft">Part of no number above.</p><ul className="hits">{p.ties.slice(0, 20).map((t) => <li key={t.record} className="hit"><Link href={`/records/${t.record}`}>{t.day ?? "no day"}, {words(t.event)}, {t.status}</Link> <span className="soft">{t.actors.join(", ")} → {t.targets.join(", ")}</span><p><Outside as="q" text={t.words.quote} /> {t.figures.join(", ")}</p></li>)}</ul></>}
          </>
        )}
      </Answer>
    </section>
  );
}

/** What somebody said of the record itself (*the first visit since 2019*), beside what the record has. */
export function Checks({ of }: { of: Check[] }) {
  if (!of.length) return null;
  return (
    <>
      <h2>Claims about the record</h2><p className="soft">Beside what the record has, without a verdict.</p>
      <ul className="hits">{of.slice(0, 20).map((c) => <li key={c.claim} className="hit"><Link href={`/texts/${c.document}?claim=${c.claim}`}>{c.said}, {c.about}</Link><p><Outside as="q" text={c.quote} /></p><p className="soft">may speak for it: <Behind ids={c.supporting} />; may speak against it: <Behind ids={c.opposing} />; read: {c.read} of the {c.months} months since {c.first}</p></li>)}</ul>
    </>
  );
}

function Behind({ ids }: { ids: string[] }) {
  if (!ids.length) return <span className="soft">none</span>;
  return <details><summary>{ids.length}</summary>{ids.slice(0, 50).map((id) => <span key={id}><Link href={`/records/${id}`}>{id}</Link> </span>)}{ids.length > 50 && `and ${ids.length - 50} more`}</details>;
}

const round = (n: number) => (Number.isInteger(n) ? n.toLocaleString("en") : n.toFixed(2));
