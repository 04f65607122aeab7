import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { Link } from "wouter";
import type { Difference, DocumentView, FamilyView, Page } from "../api";
import { useWalk } from "../keys";
import { About, Answer, Empty, Entry, many, publisher, Outside, useAsked, useFields, useTitle } from "../parts";
import { words } from "../text";

const LABEL: Record<string, string> = {
  fact_update: "what has happened since", fact_change: "another fact", quote_altered: "another wording of a quote", quote_unmarked: "a quote without its marks",
  name_variant: "another spelling", garbled: "damaged words", added: "added", dropped: "left out",
};

export function Families() {
  useTitle("Stories");
  useWalk("li.story a");
  const asked = useAsked<Page<FamilyView>>("/families?limit=200");
  return (
    <>
      <div className="head"><h1>Stories <span className="soft">told in more than one text</span></h1></div>
      <About>Copies, rewrites and versions of one text are one witness. Open a story to see what was altered from one to the next.</About>
      <Answer of={asked} empty={(p) => !p.items.length && <Empty what="No text is a copy of another." todo="When the same story comes in twice, its versions stand here with what was altered." />}>
        {(p) => <><p className="soft">{many(p.total ?? 0, "story", "stories")} of two or more texts{p.next ? `, the ${p.items.length} largest shown` : ""}</p><ul className="stories">{p.items.map((f) => (
          <li key={f.id} className="story"><Link href={`/families/${f.id}`}>{f.documents.find((d) => d.id === f.best)?.title ?? f.documents[0]?.title ?? f.documents[0]?.source}</Link>
            <span className="soft">{f.documents.length} texts · <Outside text={[...new Set(f.documents.map(publisher))].slice(0, 4).join(", ")} /> · {many(f.differences.length, "difference")}</span></li>))}</ul></>}
      </Answer>
    </>
  );
}

export function Family({ id }: { id: string }) {
  const asked = useAsked<FamilyView>(`/families/${id}`);
  useTitle("Story");
  useWalk();
  return (
    <Answer of={asked}>
      {(f) => {
        const name = (doc: string) => { const d = f.documents.find((x) => x.id === doc); return d ? `${publisher(d)}${d.published ? `, ${d.published}` : ""}` : doc; };
        const kinds = [...new Set(f.differences.map((d) => d.kind))];
        return (
          <>
            <div className="head"><h1>One story, {f.documents.length} {f.documents.length === 1 ? "text" : "texts"}</h1></div>
            <div className="scroll"><table><thead><tr><th>text</th><th>publisher</th><th>published</th><th></th></tr></thead>
              <tbody>{f.documents.map((d) => <tr key={d.id}><td><Link href={`/texts/${d.id}`}><Outside text={d.title ?? d.source} /></Link></td><td>{d.publisher ? <Outside text={d.publisher} /> : <span className="soft">not given</span>}</td><td>{d.published ?? "no date"}</td><td>{d.id === f.best && <b>best witness</b>}</td></tr>)}</tbody></table></div>
            {f.edges.length > 0 && <><h2>Why they are one story</h2><ul>{f.edges.map((e) => <li key={e.a + e.b + e.kind}><b>{e.kind}</b> {e.score.toFixed(2)}: {name(e.direction === "b>a" ? e.b : e.a)} {e.direction === "unknown" ? "and" : "→"} {name(e.direction === "b>a" ? e.a : e.b)}<br /><span className="soft"><Outside text={e.why} /></span></li>)}</ul></>}
            <h2>What differs</h2>
            {!f.differences.length && <p className="soft">Nothing that bears on facts, quotes or names.</p>}
            {kinds.map((kind) => <section key={kind}><h3>{LABEL[kind] ?? words(kind)}</h3>{f.differences.filter((d) => d.kind === kind).map((d) => <Two key={d.id} of={d} name={name} />)}</section>)}
            {f.documents.length > 1 && <Versions of={f} name={name} />}
            {f.records.length > 0 && <><h2>Records that rest on it</h2><div className="grid">{f.records.map((r) => <Entry key={r.id} of={r} />)}</div></>}
          </>
        );
      }}
    </Answer>
  );
}

/** Two whole texts side by side, word by word; which two stands in the address. */
function Versions({ of, name }: { of: FamilyView; name: (doc: string) => string }) {
  const [fields, set] = useFields();
  const ids = of.documents.map((d) => d.id);
  const left = ids.includes(fields.a ?? "") ? fields.a! : of.best ?? ids[0]!;
  const right = ids.includes(fields.b ?? "") ? fields.b! : ids.find((id) => id !== left)!;
  const one = useAsked<DocumentView>(`/documents/${left}`), two = useAsked<DocumentView>(`/documents/${right}`);
  const a = one.data?.document.text, b = two.data?.document.text;
  // A text of a book's length would hold the page up: after two seconds the texts are shown without marks.
  const changes = useMemo(() => (a === undefined || b === undefined ? null : diffWordsWithSpace(a, b, { timeout: 2000 }) ?? []), [a, b]);
  const pick = (which: "a" | "b", now: string) => <select aria-label={which === "a" ? "The left text" : "The right text"} value={now} onChange={(e) => set({ [which]: e.target.value })}>{ids.map((id) => <option key={id} value={id}>{name(id)}</option>)}</select>;
  const shown = (mine: "removed" | "added", text: string) => (changes!.length ? changes!.filter((c) => (mine === "removed" ? !c.added : !c.removed)).map((c, n) => (c[mine] ? <mark key={n} className={mine}><Outside text={c.value} /></mark> : <Outside key={n} text={c.value} />)) : <Outside text={text} />);
  return (
    <section>
      <h2>Two versions, word by word</h2>
      <div className="two">{pick("a", left)}{pick("b", right)}</div>
      {one.isError || two.isError ? <p className="soft">One of the texts cannot be read.</p> : !changes ? <p className="state" role="status">Comparing…</p> :
        <div className="two versions"><div className="text" tabIndex={0} role="region" aria-label="The left text, shown" dir="auto">{shown("removed", a!)}</div><div className="text" tabIndex={0} role="region" aria-label="The right text, shown" dir="auto">{shown("added", b!)}</div></div>}
    </section>
  );
}

/** Both wordings, the words that changed marked in each. */
function Two({ of, name }: { of: Difference; name: (doc: string) => string }) {
  const changes = of.a && of.b ? diffWordsWithSpace(of.a.quote, of.b.quote) : [];
  const side = (e: Difference["a"], mine: "removed" | "added") => e ? (
    <div><p className="soft"><Link href={`/texts/${e.document}?at=${e.start}-${e.end}`}>{name(e.document)}</Link></p>
      <p dir="auto">{changes.length ? changes.filter((c) => (mine === "removed" ? !c.added : !c.removed)).map((c, n) => (c[mine] ? <mark key={n}><Outside text={c.value} /></mark> : <Outside key={n} text={c.value} />)) : <Outside text={e.quote} />}</p></div>
  ) : <div className="none">— not in this version</div>;
  return <div className="box"><p className="soft">{of.label}{of.field ? ` · ${words(of.field)}` : ""}</p><div className="two">{side(of.a, "removed")}{side(of.b, "added")}</div></div>;
}
