import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Comparison, Evidence, RecordView } from "../api";
import { useKeys } from "../keys";
import { Answer, Outside, useAsked, useFields, useTitle } from "../parts";
import { Reader } from "../reader";
import { words } from "../text";

const FIELD: Record<string, string> = { mode: "how", date: "when", place: "where", topics: "topic", participants: "who", initiated_by: "whose idea it was", assertions: "what it says" };
const MARK: Record<string, string> = { same: "same", contradiction: "contradiction", omission: "omission", extra: "extra", not_comparable: "not comparable" };

export function Compare({ id }: { id: string }) {
  const view = useAsked<RecordView>(`/records/${id}`);
  const asked = useAsked<Comparison>(`/records/${id}/accounts`);
  const [fields, set] = useFields();
  const box = useRef<HTMLTableElement>(null);
  useTitle("Accounts compared");
  const next = () => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>("tr.differs") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + 1) % Math.max(all.length, 1)]?.focus();
  };
  useKeys({ n: next, Escape: () => set({ at: null }) });
  useEffect(() => { if (!fields.at) box.current?.focus(); }, [fields.at]);
  const side = (code: string) => (code === "press" ? "Press" : view.data?.line.sides.find((s) => s.code === code)?.name ?? code);
  const open = fields.at?.split(":");
  return (
    <>
      <div className="head"><h1>Accounts compared</h1><div className="tools">{view.data && <Link href={`/records/${id}`}>{view.data.line.title}</Link>}</div></div>
      <p className="soft">An omission is no denial: one account leaves out what the other has. Press <kbd>n</kbd> for the next difference, and the words to see them in their text.</p>
      <Answer of={asked} empty={(c) => c.sides.length < 2 && <p>There is one account only{c.sides[0] ? ` (${c.sides[0]})` : ""}: nothing to hold it against. When another side’s text comes in, the two stand here side by side.</p>}>
        {(c) => (
          <div>
            <p className="summary">{Object.keys(MARK).map((v) => { const n = c.rows.filter((r) => r.verdict === v).length; return n ? <span key={v}><b>{n}</b> {MARK[v]}</span> : null; })}</p>
            <table className="compare" ref={box} tabIndex={-1}>
              <thead><tr><th scope="col"><span className="hidden">field</span></th>{c.sides.map((s) => <th key={s} scope="col">{side(s)}</th>)}<th scope="col">verdict</th></tr></thead>
              <tbody>
                {c.rows.map((row, n) => (
                  <tr key={n} className={row.verdict === "same" ? "" : "differs"} tabIndex={row.verdict === "same" ? undefined : -1}>
                    <th scope="row">{FIELD[row.field] ?? words(row.field)}{row.item && <span className="soft">: {words(row.item)}</span>}</th>
                    {c.sides.map((s) => <td key={s} data-side={side(s)}><Said cell={row.cells.find((x) => x.side === s)} open={(e) => set({ at: `${e.document}:${e.start}:${e.end}` })} /></td>)}
                    <td><span className={`verdict ${row.verdict}`}>{MARK[row.verdict] ?? row.verdict}</span></td>
                  </tr>
                ))}
              </tbody>
            </table>
            {c.differences.filter((d) => d.kind === "not_comparable").map((d) => <p key={d.id} className="soft">{d.label}</p>)}
          </div>
        )}
      </Answer>
      {open?.[0] && <aside className="drawer" aria-label="The words"><button className="plain" onClick={() => set({ at: null })}>close (Esc)</button><Reader document={open[0]} spans={[{ start: Number(open[1]), end: Number(open[2]), key: "0" }]} here="0" /></aside>}
    </>
  );
}

function Said({ cell, open }: { cell: Comparison["rows"][number]["cells"][number] | undefined; open: (e: Evidence) => void }) {
  if (!cell || (!cell.words && !cell.said)) return <span className="none">— no words for it</span>;
  const text = cell.words?.quote ?? cell.said ?? "";
  return <>{cell.said && cell.words && cell.said !== cell.words.quote && <div className="soft">{cell.said}</div>}{cell.words ? <button className="quote" onClick={() => open(cell.words!)}><Outside as="q" text={text.length > 220 ? text.slice(0, 218) + "…" : text} /></button> : <Outside text={text} />}</>;
}
