// The evidence reader: the frozen text, the exact words lit, and the way from span to span.
import { diffWordsWithSpace } from "diff";
import { useEffect, useMemo, useRef } from "react";
import { Link } from "wouter";
import { Answer, publisher, useAsked, useFields } from "./parts";
import type { Doc, DocumentView, FamilyView, Source } from "./api";
import { fragment, Points, safe, shown } from "./text";

export interface Span { start: number; end: number; label?: string; key: string }

/** Text cut at every edge of a span; `here` is lit more than the others. */
export function Lit({ text, spans, here, lang }: { text: string; spans: Span[]; here?: string; lang?: string | null }) {
  const points = useMemo(() => new Points(text), [text]);
  const at = useRef<HTMLElement>(null);
  useEffect(() => centre(at.current), [here, text]);
  const pieces = useMemo(() => cut(points.length, spans), [points, spans]);
  return (
    <div className="text" dir="auto" tabIndex={0} role="region" aria-label="Its words" lang={lang ?? undefined}>
      {pieces.map(([start, end, on]) => {
        const told = shown(points.slice(start, end));
        if (!on.length) return <span key={start}>{told}</span>;
        const now = on.some((s) => s.key === here);
        const first = now && on.some((s) => s.key === here && s.start === start);
        return <mark key={start} ref={first ? at : undefined} className={now ? "here" : ""} title={on.map((s) => s.label).filter(Boolean).join(", ")}>{told}</mark>;
      })}
    </div>
  );
}

/** Only the box moves: the page stays where the reader has it. */
function centre(mark: HTMLElement | null) {
  const box = mark?.closest<HTMLElement>(".text");
  if (mark && box) box.scrollTop = mark.offsetTop - box.clientHeight / 3;
}

function cut(length: number, spans: Span[]): [number, number, Span[]][] {
  const edges = [...new Set([0, length, ...spans.flatMap((s) => [s.start, s.end])])].filter((e) => e >= 0 && e <= length).sort((a, b) => a - b);
  return edges.slice(1).map((end, n) => {
    const start = edges[n]!;
    return [start, end, spans.filter((s) => s.start <= start && end <= s.end)];
  });
}

/** A document in the reader; its words are asked for when it is opened. */
export function Reader({ document: id, spans, here }: { document: string; spans: Span[]; here?: string }) {
  const asked = useAsked<DocumentView>(`/documents/${id}`);
  return <Answer of={asked}>{({ document }) => <Opened of={document} spans={spans} here={here} />}</Answer>;
}

const called = (d: Source) => `${publisher(d)}, ${d.published ?? "no date"}`;

/** The text, or another version or copy of it, which the address names; the words that differ are marked in it. */
function Opened({ of: d, spans, here }: { of: Doc; spans: Span[]; here?: string }) {
  const [fields, set] = useFields();
  const family = useAsked<FamilyView>(d.family ? `/families/${d.family}` : null);
  const others = family.data?.documents.filter((o) => o.id !== d.id) ?? [];
  const other = others.find((o) => o.id === fields.version);
  const shownOf = other ?? d;
  const span = spans.find((s) => s.key === here) ?? spans[0];
  const points = useMemo(() => new Points(d.text), [d.text]);
  const url = safe(shownOf.url);
  const live = url && span ? fragment(url, points.slice(span.start - 60, span.start), points.slice(span.start, span.end), points.slice(span.end, span.end + 60)) : url;
  return (
    <section className="reader" aria-label="The text">
      <header>
        <strong dir="auto">{shown(shownOf.title ?? shownOf.source)}</strong>
        <span className="soft"><bdi>{shown(publisher(shownOf))}</bdi> · {shownOf.published ?? "no date"}{!other && <> · frozen copy <code title={d.text_sha256}>{d.text_sha256.slice(0, 10)}</code></>}</span>
        {live && <a href={live} target="_blank" rel="noreferrer noopener">open original ↗</a>}
        {others.length > 0 && <label className="versions-of">read <select aria-label="Version or copy" value={other?.id ?? ""} onChange={(e) => set({ version: e.target.value || null })}><option value="">the text that is quoted</option>{others.map((o) => <option key={o.id} value={o.id}>{called(o)}</option>)}</select> <span className="soft">of {others.length + 1} versions and copies</span></label>}
      </header>
      {other ? <Against base={d} other={other} spans={spans} here={span?.key} /> : <Lit text={d.text} spans={spans} here={span?.key} lang={d.language} />}
    </section>
  );
}

/** Another version, word by word against the text that is quoted: what it left out is struck, what it added underlined. */
function Against({ base, other, spans, here }: { base: Doc; other: Source; spans: Span[]; here?: string }) {
  const asked = useAsked<DocumentView>(`/documents/${other.id}`);
  return (
    <Answer of={asked}>
      {({ document: d }) => <Altered base={base} other={d} spans={spans} here={here} />}
    </Answer>
  );
}

function Altered({ base, other, spans, here }: { base: Doc; other: Doc; spans: Span[]; here?: string }) {
  const at = useRef<HTMLElement>(null);
  const pieces = useMemo(() => altered(base.text, other.text, spans), [base.text, other.text, spans]);
  useEffect(() => centre(at.current), [here, pieces]);
  if (!pieces) return <><p className="told">Too long, or too different, to be compared word by word.</p><Lit text={other.text} spans={[]} lang={other.language} /></>;
  const places = pieces.filter((p, n) => p.kind !== "same" && pieces[n - 1]?.kind !== "removed").length;
  const first = pieces.findIndex((p) => p.on.some((s) => s.key === here));
  return (
    <>
      <p className="told">{places === 0 ? "Word for word the text that is quoted." : <>{places} {places === 1 ? "place differs" : "places differ"} from the text that is quoted: <del>left out here</del>, <ins>only here</ins>. </>}<Link href={`/families/${base.family}?a=${base.id}&b=${other.id}`}>side by side</Link></p>
      <div className="text" dir="auto" tabIndex={0} role="region" aria-label="Another version" lang={other.language ?? undefined}>
        {pieces.map((p, n) => {
          const As = p.kind === "added" ? "ins" : p.kind === "removed" ? "del" : "span";
          const lit = p.on.length > 0, now = p.on.some((s) => s.key === here);
          return <As key={n}>{lit ? <mark ref={n === first ? at : undefined} className={now ? "here" : ""} title={p.on.map((s) => s.label).filter(Boolean).join(", ")}>{shown(p.text)}</mark> : shown(p.text)}</As>;
        })}
      </div>
    </>
  );
}

interface Piece { kind: "same" | "added" | "removed"; text: string; on: Span[] }

interface Change { value: string; added: boolean; removed: boolean }

/** Words changed one after the other are one change: all that was left out, then all that stands in its place. */
function joined(changes: Change[] | undefined): Change[] | null {
  if (!changes) return null;
  const found: Change[] = [];
  let out = "", put = "", blank = "";
  const close = () => {
    if (out) found.push({ value: out, added: false, removed: true });
    if (put) found.push({ value: put, added: true, removed: false });
    if (blank) found.push({ value: blank, added: false, removed: false });
    out = put = blank = "";
  };
  for (const { value, added, removed } of changes) {
    if (added || removed) {
      if (removed || blank) out += blank + (removed ? value : "");
      if (added || blank) put += blank + (added ? value : "");
      blank = "";
    } else if ((out || put) && !blank && /^[^\S\n]+$/.test(value)) blank = value;
    else { close(); found.push({ value, added, removed }); }
  }
  close();
  return found;
}

/** Null where two seconds are not enough. Spans are of `base`; words that are only in the other stand in none. */
function altered(base: string, other: string, spans: Span[]): Piece[] | null {
  const changes = joined(diffWordsWithSpace(base, other, { timeout: 2000 }));
  if (!changes) return null;
  const points = new Points(base);
  const cuts = spans.map((s) => ({ span: s, from: points.unit(s.start), to: points.unit(s.end) }));
  const edges = [...new Set(cuts.flatMap((c) => [c.from, c.to]))].sort((a, b) => a - b);
  const found: Piece[] = [];
  let at = 0;
  for (const change of changes) {
    if (change.added) { found.push({ kind: "added", text: change.value, on: [] }); continue; }
    const end = at + change.value.length;
    const marks = [at, ...edges.filter((e) => e > at && e < end), end];
    marks.slice(1).forEach((to, n) => {
      const from = marks[n]!;
      found.push({ kind: change.removed ? "removed" : "same", text: base.slice(from, to), on: cuts.filter((c) => c.from <= from && to <= c.to).map((c) => c.span) });
    });
    at = end;
  }
  return found;
}
