import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { Link } from "wouter";
import { get, Problem, questions, type Line, type Page } from "../api";
import { whenOf } from "../dates";
import { useWalk } from "../keys";
import { About, Download, Empty, Kind, Outside, Refusal, Sources, Status, useFields, useTitle } from "../parts";

const CHOICES: [string, string, string[]][] = [
  ["mode", "how", ["call", "meeting", "virtual_meeting", "visit", "summit", "talks", "outreach", "letter"]],
  ["status", "status", ["happened", "planned", "expected", "proposed", "postponed", "cancelled", "refused", "denied", "disputed"]],
  ["level", "level, or higher", ["head", "minister", "deputy", "ambassador", "official"]],
  ["type", "kind", ["engagement", "act"]],
];

export function Engagements() {
  const [fields, set] = useFields();
  useTitle("Engagements");
  useWalk(".row a");
  const asked = { country: fields.country, mode: fields.mode, status: fields.status, level: fields.level, type: fields.type, since: fields.since, until: fields.until, q: fields.q, topic: fields.topic };
  const pages = useInfiniteQuery<Page<Line>, Problem>({
    queryKey: ["records", asked],
    queryFn: ({ pageParam }) => get(`/records${questions({ ...asked, limit: "200", cursor: pageParam as string | undefined })}`),
    initialPageParam: undefined, getNextPageParam: (last) => last.next ?? undefined,
    structuralSharing: false,  // else each further page is compared with all before it, field by field
  });
  const lines = useMemo(() => pages.data?.pages.flatMap((p) => p.items) ?? [], [pages.data]);
  const total = pages.data?.pages[0]?.total;
  return (
    <>
      <div className="head"><h1>Engagements</h1><div className="tools"><Download path={`/records.csv${questions(asked)}`}>CSV</Download><Download path={`/exports/feed${questions(asked)}`} title="Atom and JSON Feed of these conditions">feed</Download><button className="plain" onClick={() => navigator.clipboard?.writeText(location.href)}>copy link</button><Link href={`/export${questions(asked)}`}>export…</Link></div></div>
      <About>Everything in the record, the latest day first: meetings, calls, visits and acts, each once, however many texts tell of it.</About>
      <div className="filters">
        <label>countries <input key={fields.country} defaultValue={fields.country ?? ""} placeholder="RU,TR" size={8} onKeyDown={(e) => e.key === "Enter" && set({ country: e.currentTarget.value.trim() || null })} onBlur={(e) => e.currentTarget.value.trim() !== (fields.country ?? "") && set({ country: e.currentTarget.value.trim() || null })} /></label>
        {CHOICES.map(([name, label, values]) => (
          <label key={name}>{label} <select value={fields[name] ?? ""} onChange={(e) => set({ [name]: e.target.value || null })}><option value="">any</option>{values.map((v) => <option key={v} value={v}>{v.replaceAll("_", " ")}</option>)}</select></label>
        ))}
        <label>from <input type="date" value={fields.since ?? ""} onChange={(e) => set({ since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.until ?? ""} onChange={(e) => set({ until: e.target.value || null })} /></label>
        {Object.values(asked).some(Boolean) && <Link href="/records" className="clear">clear</Link>}
      </div>
      {pages.isError ? <Refusal problem={pages.error} again={() => pages.refetch()} /> :
        pages.isPending ? <p className="state" role="status">Reading the record…</p> :
        !lines.length ? <Empty what="No record meets these conditions." todo={<>Take a condition away, or <Link href="/records">show all</Link>.</>} /> :
        <Rows lines={lines} more={pages.hasNextPage} next={() => !pages.isFetchingNextPage && pages.fetchNextPage()} total={total} />}
    </>
  );
}

const HEIGHT = 64;
/** Rows that are to be there below the last one seen: a fast hand reads some 400 in a second. */
const AHEAD = 250;

function Rows({ lines, more, next, total }: { lines: Line[]; more: boolean; next: () => void; total?: number | null }) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: lines.length + (more ? 1 : 0), getScrollElement: () => box.current, estimateSize: () => HEIGHT, overscan: 12 });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => { if (more && last >= lines.length - AHEAD) next(); }, [last, lines.length, more, next]);
  return (
    <>
      <p className="soft" role="status">{lines.length.toLocaleString("en")}{total != null ? ` of ${total.toLocaleString("en")}` : more ? " so far" : ""} records</p>
      <div className="rows" ref={box} tabIndex={0} role="region" aria-label="Records">
        <div style={{ height: rows.getTotalSize(), position: "relative" }}>
          {shown.map((item) => {
            const line = lines[item.index];
            return (
              <div className="row" key={item.key} style={{ transform: `translateY(${item.start}px)`, height: HEIGHT }}>
                {line ? <Row line={line} /> : <span className="soft">more…</span>}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function Row({ line }: { line: Line }) {
  return (
    <>
      <span className="day">{whenOf(line)}</span>
      <Link href={`/records/${line.id}`}><Kind of={line} /><b>{line.sides.map((s) => s.name).join(" · ") || "unnamed parties"}</b><small><Outside text={line.what ?? line.people.slice(0, 4).map((p) => p.name ?? p.label).join("; ")} />{line.place && <> — <Outside text={line.place.name} /></>}</small></Link>
      <Status of={line.status} />
      <Sources of={line} />
    </>
  );
}
