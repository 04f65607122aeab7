import { address, questions } from "../api";
import { Answer, useAsked, useFields, useTitle } from "../parts";

const SAYS: Record<string, string> = {
  jsonl: "every noun as it is: the promise", csv: "tables with a description of each column", parquet: "the same, typed", xlsx: "one book, a sheet a table",
  plover: "PLOVER 2.0, with offsets", polecat: "POLECAT’s 40 columns", gdelt: "GDELT events and mentions", icews: "ICEWS’ 20 columns", colt: "leader trips", dyads: "pairs and months, silence told apart from no coverage",
  ftm: "FollowTheMoney, for Aleph", w3c: "Web Annotations: the words of every field", geojson: "places for a map", gexf: "the network for Gephi", timeline: "TimelineJS", ics: "what is planned, for a calendar", feed: "Atom and JSON Feed", citations: "CSL and BibTeX",
};

export function Exports() {
  const [fields, set] = useFields();
  useTitle("Export");
  const asked = useAsked<string[]>("/formats");
  const name = ["country", "mode", "status", "level", "type", "since", "until", "q"] as const;
  return (
    <>
      <div className="head"><h1>Export</h1></div>
      <p className="soft">What a question takes, whole, with the texts and words it rests on. Without conditions: everything.</p>
      <div className="filters">{name.map((n) => <label key={n}>{n} <input defaultValue={fields[n] ?? ""} size={n === "q" ? 24 : 9} type={n === "since" || n === "until" ? "date" : "text"} onChange={(e) => set({ [n]: e.target.value.trim() || null })} /></label>)}</div>
      <Answer of={asked}>{(formats) => <ul className="formats">{formats.map((f) => <li key={f}><a href={address(`/exports/${f}${questions(Object.fromEntries(name.map((n) => [n, fields[n]])))}`)} download>{f}</a> <span className="soft">{SAYS[f]}</span></li>)}</ul>}</Answer>
    </>
  );
}
