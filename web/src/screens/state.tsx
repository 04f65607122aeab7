import { useState } from "react";
import { Link } from "wouter";
import { questions, type Measure, type Net, type Side } from "../api";
import { About, Answer, Empty, many, useAsked, useFields, useTitle } from "../parts";
import { words } from "../text";
import { Panel } from "./panel";
import { Turns } from "./tours";

export interface Partner { code: string; name: string; engagements: number; best_level: string; last: string | null; records: string[]; months: Record<string, string> }
export interface StateView {
  side: Side; level: string | null; since: string | null; until: string | null; months: string[]; coverage: Record<string, number>;
  partners: Partner[]; gained: Side[]; kept: Side[]; lost: Side[]; refusals: string[]; measures: Measure[];
}

export function States() {
  useTitle("States");
  const asked = useAsked<Net>("/network");
  return (
    <>
      <div className="head"><h1>States and organisations</h1></div>
      <About>Each with the partners it was seen to engage one to one; open one for partners by month, level, and what changed against an earlier time.</About>
      <Answer of={asked} empty={(n) => !n.nodes.length && <Empty what="No two parties engaged yet." todo={<>Read some texts: <code>demarche add PATH</code>, <code>demarche run</code>.</>} />}>
        {(net) => <ul className="columns">{[...net.nodes].sort((a, b) => b.partners - a.partners || a.name.localeCompare(b.name)).map((n) => <li key={n.id}><Link href={`/states/${encodeURIComponent(n.id)}`}>{n.name}</Link> <span className="soft">{many(n.partners, "partner")}, {many(n.engagements, "engagement")}</span></li>)}</ul>}
      </Answer>
    </>
  );
}

const LEVELS = ["head", "minister", "deputy", "ambassador", "official"];

export function State({ code }: { code: string }) {
  const [fields, set] = useFields();
  const asked = useAsked<StateView>(`/states/${encodeURIComponent(code)}${questions({ level: fields.level, since: fields.since, until: fields.until, baseline_since: fields.baseline_since, baseline_until: fields.baseline_until })}`);
  useTitle(asked.data?.side.name ?? code);
  return (
    <>
      <div className="head"><h1>{asked.data?.side.name ?? code}</h1><div className="tools"><Link href={`/records${questions({ country: code })}`}>its records</Link><Link href={`/export${questions({ country: code })}`}>export…</Link></div></div>
      <About>Whom it met one to one, and at what level. Give a baseline to see who was gained and lost since.</About>
      <div className="filters">
        <label>level, or higher <select value={fields.level ?? ""} onChange={(e) => set({ level: e.target.value || null })}><option value="">any</option>{LEVELS.map((l) => <option key={l}>{l}</option>)}</select></label>
        <label>from <input type="date" value={fields.since ?? ""} onChange={(e) => set({ since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.until ?? ""} onChange={(e) => set({ until: e.target.value || null })} /></label>
        <label>baseline from <input type="date" value={fields.baseline_since ?? ""} onChange={(e) => set({ baseline_since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.baseline_until ?? ""} onChange={(e) => set({ baseline_until: e.target.value || null })} /></label>
      </div>
      <Answer of={asked} empty={(v) => !v.partners.length && <Empty what="The record shows no partner here." todo={<>Lower the level or widen the days. Silence is no zero: see <Link href="/sources">what was read</Link>.</>} />}>
        {(v) => (
          <>
            <div className="cards">
              <Card value={v.partners.length} name={`partners met${v.level ? `, ${v.level} or higher` : ""}`} note="an observed floor: what was not read cannot be counted" />
              <Card value={v.partners.reduce((n, p) => n + p.engagements, 0)} name="engagements that took place" />
              {(fields.baseline_since || fields.baseline_until) && <><Card value={v.kept.length} name="partners kept" /><Card value={v.lost.length} name="not met since" note={v.lost.slice(0, 8).map((s) => s.name).join(", ")} /><Card value={v.gained.length} name="gained" note={v.gained.slice(0, 8).map((s) => s.name).join(", ")} /></>}
              <Card value={v.refusals.length} name="refused or called off" />
            </div>
            <Heat of={v} />
            <Turns code={v.side.code} />
            <Panel code={code} fields={fields} />
            {v.measures.length > 0 && <Measures of={v.measures} />}
          </>
        )}
      </Answer>
    </>
  );
}

function Card({ value, name, note }: { value: number; name: string; note?: string }) {
  return <div className="card"><b>{value.toLocaleString("en")}</b><span>{name}</span>{note && <small className="soft">{note}</small>}</div>;
}

const MOST = 40;

/** Partner by month; the deeper the colour, the higher the level; hatched where nothing at all was read. */
function Heat({ of }: { of: StateView }) {
  const [all, setAll] = useState(false);
  const partners = all ? of.partners : of.partners.slice(0, MOST);
  return (
    <section>
      <h2>Highest level, by partner and month</h2>
      <p className="legend">{LEVELS.map((l) => <span key={l}><i className={`cell ${l}`} /> {l}</span>)}<span><i className="cell unknown" /> level not known</span><span><i className="cell none" /> none seen</span><span><i className="cell dark" /> no coverage</span></p>
      <div className="scroll">
        <table className="heat">
          <thead><tr><th scope="col">partner</th>{of.months.map((m) => <th key={m} scope="col"><span>{m}</span></th>)}<th scope="col">engagements</th><th scope="col">last</th></tr></thead>
          <tbody>{partners.map((p) => <tr key={p.code}><th scope="row"><Link href={`/pairs/${encodeURIComponent(of.side.code)}/${encodeURIComponent(p.code)}`}>{p.name}</Link></th>{of.months.map((m) => { const level = p.months[m]; const kind = level ?? (of.coverage[m] ? "none" : "dark"); return <td key={m}><i className={`cell ${kind}`} title={`${p.name}, ${m}: ${level ?? (of.coverage[m] ? `none seen in ${of.coverage[m]} reports` : "no coverage")}`}><span className="hidden">{level ?? (of.coverage[m] ? "none seen" : "no coverage")}</span></i></td>; })}<td>{p.engagements}</td><td>{p.last ?? ""}</td></tr>)}
            <tr className="coverage"><th scope="row">reports read</th>{of.months.map((m) => <td key={m}>{of.coverage[m] ?? 0}</td>)}<td /><td /></tr></tbody>
        </table>
      </div>
      {of.partners.length > MOST && <button onClick={() => setAll(!all)}>{all ? "fewer" : `all ${of.partners.length} partners`}</button>}
    </section>
  );
}

function Measures({ of }: { of: Measure[] }) {
  return (
    <section>
      <h2>Measures</h2>
      <div className="scroll"><table><thead><tr><th>what</th><th>level</th><th>window</th><th>value</th><th>90% band</th><th>ground</th></tr></thead>
        <tbody>{of.slice(0, 60).map((m, n) => <tr key={n}><td>{words(m.metric)}</td><td>{m.level ?? "any"}</td><td>{m.window_start} – {m.window_end}</td><td>{round(m.value)}</td><td>{m.low != null && m.high != null ? `${round(m.low)} – ${round(m.high)}` : <span className="soft">none is honest</span>}</td><td>{m.n} records, {m.coverage} families</td></tr>)}</tbody></table></div>
    </section>
  );
}

const round = (n: number) => (Number.isInteger(n) ? n.toLocaleString("en") : n.toFixed(2));
