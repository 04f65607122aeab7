import { Link } from "wouter";
import type { DocumentView } from "../api";
import { useKeys } from "../keys";
import { Answer, Entry, Outside, useAsked, useFields, useTitle } from "../parts";
import { Reader, type Span } from "../reader";
import { words } from "../text";

export function Text({ id }: { id: string }) {
  const asked = useAsked<DocumentView>(`/documents/${id}`);
  const [fields, set] = useFields();
  useTitle("Text");
  const claims = asked.data?.claims ?? [];
  const given = fields.at?.split("-").map(Number);
  const spans: Span[] = [
    ...(given?.length === 2 ? [{ start: given[0]!, end: given[1]!, key: "at" }] : []),
    ...claims.map((c) => ({ start: c.content?.start ?? c.start, end: c.content?.end ?? c.end, key: c.id, label: words(c.type) })),
  ];
  const here = fields.claim ?? (given ? "at" : undefined);
  const walk = (by: number) => () => {
    if (!claims.length) return;
    const at = claims.findIndex((c) => c.id === here);
    set({ claim: claims[(at + by + claims.length) % claims.length]!.id, at: null });
  };
  useKeys({ e: walk(1), E: walk(-1) });
  return (
    <Answer of={asked}>
      {(view) => (
        <>
          <div className="head"><h1><Outside text={view.document.title ?? view.document.source} /></h1><div className="tools">{view.document.family && <Link href={`/families/${view.document.family}`}>its versions</Link>}</div></div>
          <div className="split">
            <div className="fields">
              <h2>What it says</h2>
              {!claims.length && <p className="soft">{view.document.language && view.document.language !== "en" && view.document.language !== "ru" ? `Its language (${view.document.language}) is not read; it is kept, searchable, and counted in coverage.` : "Nothing that the record keeps."}</p>}
              <ul className="claims">{claims.map((c) => <li key={c.id}><button className={c.id === here ? "chip here" : "chip"} onClick={() => set({ claim: c.id, at: null })}><b>{words(c.type)}</b> <Outside text={(c.content?.quote ?? c.quote)} /></button></li>)}</ul>
              {view.records.length > 0 && <><h2>Records that rest on it</h2>{view.records.map((r) => <Entry key={r.id} of={r} />)}</>}
            </div>
            <Reader document={id} spans={spans} here={here} />
          </div>
        </>
      )}
    </Answer>
  );
}
