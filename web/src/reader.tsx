// The evidence reader: the frozen text, the exact words lit, and the way from span to span.
import { useEffect, useMemo, useRef } from "react";
import { useAsked, Answer } from "./parts";
import type { DocumentView } from "./api";
import { fragment, Points, safe, shown } from "./text";

export interface Span { start: number; end: number; label?: string; key: string }

/** Text cut at every edge of a span; `here` is lit more than the others. */
export function Lit({ text, spans, here, lang }: { text: string; spans: Span[]; here?: string; lang?: string | null }) {
  const points = useMemo(() => new Points(text), [text]);
  const at = useRef<HTMLElement>(null);
  // Only the box moves: the page stays where the reader has it.
  useEffect(() => {
    const mark = at.current, box = mark?.closest<HTMLElement>(".text");
    if (mark && box) box.scrollTop = mark.offsetTop - box.clientHeight / 3;
  }, [here, text]);
  const pieces = useMemo(() => cut(points.length, spans), [points, spans]);
  return (
    <div className="text" dir="auto" lang={lang ?? undefined}>
      {pieces.map(([start, end, on]) => {
        const words = shown(points.slice(start, end));
        if (!on.length) return <span key={start}>{words}</span>;
        const now = on.some((s) => s.key === here);
        const first = now && on.some((s) => s.key === here && s.start === start);
        return <mark key={start} ref={first ? at : undefined} className={now ? "here" : ""} title={on.map((s) => s.label).filter(Boolean).join(", ")}>{words}</mark>;
      })}
    </div>
  );
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
  return (
    <Answer of={asked}>
      {({ document: d }) => {
        const span = spans.find((s) => s.key === here) ?? spans[0];
        const points = new Points(d.text);
        const url = safe(d.url);
        const live = url && span ? fragment(url, points.slice(span.start - 40, span.start), points.slice(span.start, span.end), points.slice(span.end, span.end + 40)) : url;
        return (
          <section className="reader" aria-label="The text">
            <header>
              <strong dir="auto">{shown(d.title ?? d.source)}</strong>
              <span className="soft"><bdi>{shown(d.publisher ?? d.source_class)}</bdi> · {d.published ?? "no date"} · frozen copy <code title={d.text_sha256}>{d.text_sha256.slice(0, 10)}</code></span>
              {live && <a href={live} target="_blank" rel="noreferrer noopener">open original ↗</a>}
            </header>
            <Lit text={d.text} spans={spans} here={span?.key} lang={d.language} />
          </section>
        );
      }}
    </Answer>
  );
}
