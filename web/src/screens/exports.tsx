import { address, questions } from "../api";
import { Answer, useAsked, useFields, useTitle } from "../parts";

const GROUPS: [string, [string, string, string][]][] = [
  ["To read and to count in", [
    ["xlsx", "Excel", "one book, a sheet a table; no cell is a formula"], ["csv", "CSV", "tables, with a description of each column"],
    ["parquet", "Parquet", "the same, typed, for pandas, DuckDB, R"], ["jsonl", "JSON Lines", "every noun as it is, nothing left out"],
    ["citations", "Citations", "BibTeX and CSL of the texts"],
  ]],
  ["To follow", [["feed", "Feed", "Atom and JSON Feed of this question"], ["ics", "Calendar", "what is planned, as ICS"]]],
  ["To draw", [["geojson", "GeoJSON", "places, for a map"], ["gexf", "GEXF", "the network, for Gephi"], ["timeline", "TimelineJS", "a timeline for a web page"]]],
  ["In the codes of research", [
    ["dyads", "Pairs by month", "silence told apart from no coverage; COW codes"], ["plover", "PLOVER", "2.0, with the words"], ["plover-steps", "PLOVER, in steps", "a meeting agreed and then held: AGREE, then CONSULT"], ["polecat", "POLECAT", "its 40 columns"],
    ["gdelt", "GDELT", "events and mentions"], ["icews", "ICEWS", "its 20 columns"], ["colt", "Leader trips", "in the manner of COLT"],
  ]],
  ["For other programs", [["ftm", "FollowTheMoney", "for Aleph and OpenSanctions tools"], ["w3c", "Web Annotations", "the words of every field, by quote and position"]]],
];
const ASKED: [string, string, string[]?][] = [
  ["country", "countries"], ["mode", "how", ["call", "meeting", "virtual_meeting", "visit", "summit", "talks", "outreach", "letter"]],
  ["status", "status", ["happened", "planned", "expected", "proposed", "postponed", "cancelled", "refused", "denied", "disputed"]],
  ["level", "level, or higher", ["head", "minister", "deputy", "ambassador", "official"]], ["type", "kind", ["engagement", "act"]],
];

export function Exports() {
  const [fields, set] = useFields();
  useTitle("Export");
  const asked = useAsked<string[]>("/formats");
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
      <Answer of={asked}>{(formats) => <div className="grid">{grouped(formats).map(([title, list]) => (
        <section className="box formats" key={title}><h2>{title}</h2><ul>{list.map(([id, name, says]) => <li key={id}><a href={address(`/exports/${id}${question}`)} download>{name}</a> <span className="soft">{says}</span></li>)}</ul></section>
      ))}</div>}</Answer>
    </>
  );
}

/** The formats that this server has; one that the page does not know stands under its own name. */
function grouped(formats: string[]): [string, [string, string, string][]][] {
  const known = new Set(GROUPS.flatMap(([, list]) => list.map(([id]) => id)));
  const others = formats.filter((f) => !known.has(f)).map((f): [string, string, string] => [f, f, ""]);
  const own: [string, [string, string, string][]][] = GROUPS.map(([title, list]) => [title, list.filter(([id]) => formats.includes(id))]);
  return [...own, ["Others", others] as (typeof own)[number]].filter(([, list]) => list.length);
}
