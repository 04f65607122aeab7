import { Link } from "wouter";
import { questions, type Found, type Line, type Page } from "../api";
import { useWalk } from "../keys";
import { Answer, Download, Empty, Entry, Outside, useAsked, useFields, useTitle } from "../parts";

const FIELD = /\b(country|type|mode|event|status|level|topic|side|since|until):/;

export function Search() {
  const [fields] = useFields();
  const q = fields.q ?? "";
  useTitle(`Search: ${q}`);
  useWalk(".hit a, .entry h3 a");
  const narrow = FIELD.test(q);
  const records = useAsked<Page<Line>>(q && narrow ? `/records${questions({ q, limit: "100" })}` : null);
  const found = useAsked<Found[]>(q && !narrow ? `/search${questions({ q, limit: "100" })}` : null);
  if (!q) return <Empty what="Search texts, statements and records." todo={<>Write words, or fields: <code>country:RU country:TR mode:visit since:2022-07-01</code>. Press / to begin.</>} />;
  return (
    <>
      <div className="head"><h1>“<Outside text={q} />”</h1><div className="tools">{narrow && <Link href={`/records${questions({ q })}`}>as a list</Link>}<Link href={`/export${questions({ q })}`}>export…</Link><Download path={`/exports/feed${questions({ q })}`} title="Atom and JSON Feed of this question">feed</Download></div></div>
      {narrow ? <Answer of={records} empty={(p) => !p.items.length && <Empty what="No record meets this." todo="Take a condition away." />}>{(p) => <><p className="soft">{p.items.length}{p.next ? "+" : ""} records</p><div className="grid">{p.items.map((l) => <Entry key={l.id} of={l} />)}</div></>}</Answer> :
        <Answer of={found} empty={(f) => !f.length && <Empty what="Nothing holds these words." todo="Try fewer words; endings are forgiven from four letters on, marks and case always." />}>
          {(list) => <>{(["record", "statement", "document"] as const).map((kind) => { const own = list.filter((f) => f.kind === kind); return own.length ? <section key={kind}><h2>{kind === "record" ? "Records" : kind === "statement" ? "Statements" : "Texts"}</h2><ul className="hits">{own.map((f) => (
            <li key={f.id} className="hit"><Link href={f.kind === "record" ? `/records/${f.id}` : f.kind === "statement" ? `/texts/${f.document}?claim=${f.id}` : `/texts/${f.id}`}><Outside text={f.title} /></Link><p><Outside text={f.words} /></p></li>))}</ul></section> : null; })}</>}
        </Answer>}
    </>
  );
}
