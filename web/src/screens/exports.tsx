import { questions, type Format } from "../api";
import { Answer, Download, useAsked, useFields, useTitle } from "../parts";

const ASKED: [string, string, string[]?][] = [
  ["country", "countries"], ["mode", "how", ["call", "meeting", "virtual_meeting", "visit", "summit", "talks", "outreach", "letter"]],
  ["status", "status", ["happened", "planned", "expected", "proposed", "postponed", "cancelled", "refused", "denied", "disputed"]],
  ["level", "level, or higher", ["head", "minister", "deputy", "ambassador", "official"]], ["type", "kind", ["engagement", "act"]],
];

export function Exports() {
  const [fields, set] = useFields();
  useTitle("Export");
  const asked = useAsked<Format[]>("/formats");
  const question = questions(Object.fromEntries([...ASKED.map(([n]) => n), "since", "until", "q", "actor", "topic"].map((n) => [n, fields[n]])));
  const typed = (name: string, size: number, hint?: string) => <input key={fields[name]} defaultValue={fields[name] ?? ""} size={size} placeholder={hint} onKeyDown={(e) => e.key === "Enter" && set({ [name]: e.currentTarget.value.trim() || null })} onBlur={(e) => e.currentTarget.value.trim() !== (fields[name] ?? "") && set({ [name]: e.currentTarget.value.trim() || null })} />;
  return (
    <>
      <div className="head"><h1>Export</h1></div>
      <p className="soft">All that a question takes, never cut, with the texts and words it rests on. Without conditions: everything. A kept address of this page is a saved search.</p>
      <div className="filters">
        {ASKED.map(([name, label, values]) => <label key={name}>{label} {values ? <select value={fields[name] ?? ""} onChange={(e) => set({ [name]: e.target.value || null })}><option value="">any</option>{[...new Set([...values, ...(fields[name] ? [fields[name]!] : [])])].map((v) => <option key={v} value={v}>{v.replaceAll("_", " ")}</option>)}</select> : typed(name, 8, "RU,TR")}</label>)}
        {(["since", "until"] as const).map((n) => <label key={n}>{n === "since" ? "from" : "to"} <input type="date" value={fields[n] ?? ""} onChange={(e) => set({ [n]: e.target.value || null })} /></label>)}
        <label>words {typed("q", 20)}</label>
      </div>
      <Answer of={asked}>{(formats) => <div className="grid">{[...new Set(formats.map((f) => f.group))].map((group) => (
        <section className="box formats" key={group}><h2>{group}</h2><dl>{formats.filter((f) => f.group === group).map((f) => <div key={f.name}><dt><Download path={`/exports/${f.name}${question}`}>{f.title}</Download></dt><dd>{f.says}{f.lacks && <small>cannot carry: {f.lacks}</small>}</dd></div>)}</dl></section>
      ))}</div>}</Answer>
    </>
  );
}
