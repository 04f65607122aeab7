import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import { post, Problem, token, type Line, type RecordView } from "../api";
import { whenOf } from "../dates";
import { useKeys } from "../keys";
import { Answer, Entry, Kind, Outside, Refusal, Someone, Sources, Status, useAsked, useFields, useTitle } from "../parts";
import { Reader, type Span } from "../reader";
import { capital, words } from "../text";
import { Belongs } from "./tours";

const NAMES: Record<string, string> = { mode: "how", participants: "who", actors: "who did it", targets: "to whom", date: "when", place: "where", status: "status", topics: "about" };
const field = (name: string) => NAMES[name.split(".")[0]!] ?? words(name.split(".")[0]);

export function Engagement({ id, writable }: { id: string; writable: boolean }) {
  const asked = useAsked<RecordView>(`/records/${id}`);
  return <Answer of={asked}>{(view) => <Open view={view} writable={writable} />}</Answer>;
}

function Open({ view, writable }: { view: RecordView; writable: boolean }) {
  const { line, record, documents } = view;
  const [fields, set] = useFields();
  const [, go] = useLocation();
  useTitle(line.title);
  const spans = useMemo(() => record.evidence.map((e, n) => ({ ...e, key: String(n) })), [record]);
  const at = spans.find((s) => s.key === fields.span) ?? spans.find((s) => s.field === "mode" || s.field === "status") ?? spans[0];
  const move = (by: number) => () => { if (spans.length && at) set({ span: spans[(spans.indexOf(at) + by + spans.length) % spans.length]!.key }); };
  useKeys({ e: move(1), E: move(-1), c: () => go(`/records/${line.id}/compare`) });
  const text = at?.document ?? documents[0]?.id;
  const own: Span[] = spans.filter((s) => s.document === text).map((s) => ({ start: s.start, end: s.end, key: s.key, label: field(s.field) }));
  const groups = useMemo(() => grouped(spans), [spans]);
  return (
    <>
      <div className="head">
        <h1><Kind of={line} /> {line.sides.map((s) => s.name).join(" · ") || "unnamed parties"}</h1>
        <div className="tools"><Link href={`/records/${line.id}/compare`}>compare accounts</Link><a href={`/api/v1/records/${line.id}`}>JSON</a><button className="plain" onClick={() => navigator.clipboard?.writeText(location.href)}>copy link</button></div>
      </div>
      <div className="split">
        <div className="fields">
          <dl>
            <div><dt>when</dt><dd>{whenOf(line)}</dd></div>
            <div><dt>status</dt><dd><Status of={line.status} />{record.status_history.length > 1 && <ol className="history">{record.status_history.map((s, n) => <li key={n}><span className="soft">{s.as_of ?? "no date"}</span> {s.status}{s.by && <span className="soft"> — <Outside text={sideName(line, s.by)} /></span>}</li>)}</ol>}</dd></div>
            <div><dt>who</dt><dd><ul className="people">{line.people.map((p, n) => <li key={n}><Someone of={p} sides={line.sides} /> {p.part !== "party" && <span className="soft"> {words(p.part)}</span>}</li>)}</ul></dd></div>
            {line.place && <div><dt>where</dt><dd><Outside text={line.place.name} />{line.place.country && <span className="soft"> ({line.place.country})</span>}</dd></div>}
            {record.what && <div><dt>what</dt><dd><Outside text={record.what} /></dd></div>}
            {line.topics.length > 0 && <div><dt>about</dt><dd className="topics">{line.topics.map((t) => <span key={t} className="topic">{words(t)}</span>)}</dd></div>}
            <div><dt>level</dt><dd>{line.level === "unknown" ? <span className="soft">not known</span> : line.level}</dd></div>
            <div><dt>witnesses</dt><dd><Sources of={line} /></dd></div>
            {record.plover && <div><dt>codes</dt><dd><code>{record.plover.type}{record.plover.mode ? `:${record.plover.mode}` : ""}</code> <span className="soft">CAMEO {record.cameo}</span></dd></div>}
          </dl>
          <h2>The words behind each field</h2>
          <ul className="evidence">
            {groups.map(([name, list]) => (
              <li key={name}><span className="soft">{name}</span> {list.map((s) => <button key={s.key} className={s === at ? "chip here" : "chip"} onClick={() => set({ span: s.key })} aria-pressed={s === at}><Outside text={s.quote.length > 60 ? s.quote.slice(0, 58) + "…" : s.quote} /></button>)}</li>
            ))}
          </ul>
          <Belongs to={view.campaigns} />
          {view.part_of.length > 0 && <Linked title="Part of" lines={view.part_of} />}
          {view.parts.length > 0 && <Linked title="What took place in it" lines={view.parts} />}
          {view.differences.length > 0 && <p className="box">{view.differences.length} differences between the accounts: <Link href={`/records/${line.id}/compare`}>see them side by side</Link>.</p>}
          <h2>Texts</h2>
          <ul className="texts">{documents.map((d) => <li key={d.id}><Link href={`/texts/${d.id}`}><Outside text={d.title ?? d.source} /></Link><br /><span className="soft"><Outside text={d.publisher ?? "publisher not given"} />, {d.published ?? "no date"} · {words(d.source_class)}{d.official_of ? ` of ${sideName(line, d.official_of)}` : ""}{d.family && <> · <Link href={`/families/${d.family}`}>its copies and versions</Link></>}</span></li>)}</ul>
          <Judge line={line} writable={writable} judgements={view.judgements} />
        </div>
        <div>
          {documents.length > 1 && <div className="tabs" role="group" aria-label="Which text">{documents.map((d) => <button key={d.id} aria-pressed={d.id === text} onClick={() => set({ span: spans.find((s) => s.document === d.id)?.key ?? null })}><Outside text={d.publisher ?? d.source} /> <span>{d.published?.slice(5) ?? ""}</span></button>)}</div>}
          {spans.length > 0 && <div className="walk"><button onClick={move(-1)} aria-label="Previous span">‹</button><span>words {at ? spans.indexOf(at) + 1 : 0} of {spans.length} · <b>{at && field(at.field)}</b></span><button onClick={move(1)} aria-label="Next span">›</button></div>}
          {text && <Reader document={text} spans={own} here={at?.key} />}
        </div>
      </div>
    </>
  );
}

const sideName = (line: Line, code: string) => line.sides.find((s) => s.code === code)?.name ?? code;

function grouped<T extends { field: string }>(spans: T[]): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const span of spans) found.set(field(span.field), [...(found.get(field(span.field)) ?? []), span]);
  return [...found];
}

function Linked({ title, lines }: { title: string; lines: Line[] }) {
  return <><h2>{title}</h2>{lines.map((l) => <Entry key={l.id} of={l} />)}</>;
}

const SETTABLE = ["status", "mode", "level", "date", "place", "topics", "record"];

function Judge({ line, writable, judgements }: { line: Line; writable: boolean; judgements: RecordView["judgements"] }) {
  const client = useQueryClient();
  const [wrong, setWrong] = useState<Problem | null>(null);
  const [name, setName] = useState("status");
  const [value, setValue] = useState("");
  const [why, setWhy] = useState("");
  const send = async (wish: object) => {
    try { setWrong(null); await post("/judgements", wish); setWhy(""); setValue(""); await client.invalidateQueries(); } catch (e) { setWrong(e as Problem); }
  };
  const json = () => (name === "record" ? "null" : name === "topics" ? JSON.stringify(value.split(",").map((v) => v.trim())) : name === "date" ? JSON.stringify({ start: value, end: value, precision: "day" }) : name === "place" ? JSON.stringify({ name: value }) : JSON.stringify(value));
  return (
    <section>
      <h2>Corrections</h2>
      {judgements.length > 0 && <ul className="judgements">{judgements.map((j) => <li key={j.id}><b>{j.action}</b> {j.field} {j.value && <code>{j.value}</code>} <span className="soft"><bdi>{j.who}</bdi>, {j.at.slice(0, 10)}: <Outside text={j.why} /></span>{writable && j.action !== "undo" && <button className="plain" onClick={() => send({ action: "undo", undoes: j.id, record: line.id, why: "undone on the page" })}>undo</button>}</li>)}</ul>}
      {!writable ? <p className="soft">This server only reads. Started with <code>DEMARCHE_TOKEN</code>, it takes corrections; <code>demarche correct {line.id} …</code> does the same.</p> : (
        <form className="judge" onSubmit={(e) => { e.preventDefault(); send({ action: "correct", record: line.id, field: name, value: json(), why }); }}>
          <label>field <select value={name} onChange={(e) => setName(e.target.value)}>{SETTABLE.map((f) => <option key={f} value={f}>{f === "record" ? "it is no event" : f}</option>)}</select></label>
          {name !== "record" && <label>value <input required value={value} onChange={(e) => setValue(e.target.value)} placeholder={name === "date" ? "2022-07-29" : name === "topics" ? "trade, grain" : ""} /></label>}
          <label>why <input required value={why} onChange={(e) => setWhy(e.target.value)} /></label>
          <label>token <input type="password" defaultValue={token.get()} onChange={(e) => token.set(e.target.value)} autoComplete="off" /></label>
          <button>Correct</button> <button type="button" disabled={!why} onClick={() => send({ action: "confirm", record: line.id, field: name === "record" ? "status" : name, why })}>{capital("confirm")}</button>
        </form>
      )}
      {wrong && <Refusal problem={wrong} />}
    </section>
  );
}
