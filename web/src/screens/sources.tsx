import { Link } from "wouter";
import type { Coverage } from "../api";
import { Answer, Download, Empty, Outside, useAsked, useTitle } from "../parts";
import { words } from "../text";

export function SourcesScreen() {
  useTitle("Sources and coverage");
  const asked = useAsked<Coverage[]>("/sources");
  return (
    <>
      <div className="head"><h1>Sources and coverage</h1><div className="tools"><Download path="/documents.csv" title="Every text, without its words">CSV of the texts</Download></div></div>
      <p className="soft">What was read, and of whom. Silence in the record is only as good as this list: where nothing was read, nothing can be missing.</p>
      <Answer of={asked} empty={(c) => !c.length && <Empty what="Nothing has been read." todo={<>Put in texts with <code>demarche add PATH</code>.</>} />}>
        {(list) => <div className="scroll"><table><thead><tr><th>publisher</th><th>class</th><th>texts</th><th>families</th><th>copies</th><th>from</th><th>to</th><th>languages</th></tr></thead>
          <tbody>{list.map((c) => <tr key={c.publisher}><td>{c.publisher === "unknown" ? <span className="soft">not given</span> : <Outside text={c.publisher} />}</td><td>{words(c.source_class)}{c.official_of && <> <Link href={`/states/${encodeURIComponent(c.official_of)}`}>{c.official_of}</Link></>}</td><td>{c.documents}</td><td>{c.families}</td><td>{c.documents - c.families}</td><td>{c.first ?? "no date"}</td><td>{c.last}</td><td>{c.languages.join(", ") || <span className="soft">not known</span>}</td></tr>)}</tbody></table></div>}
      </Answer>
    </>
  );
}
