import { Link, useLocation } from "wouter";
import type { About as Store, Difference, Line, Page } from "../api";
import { questions } from "../api";
import { long, monday, plus, weekOf } from "../dates";
import { useState } from "react";
import { useWalk } from "../keys";
import { About, Answer, Brief, Empty, Entry, Legend, useAsked, useFields, useTitle } from "../parts";

const GROUPS: [string, string[]][] = [
  ["Took place", ["happened", "ongoing"]], ["Planned", ["planned", "expected", "proposed", "postponed"]],
  ["Called off, refused or denied", ["cancelled", "refused", "denied", "disputed"]], ["Only possible", ["hypothetical", "threatened"]],
];

export function Week({ week, about }: { week?: string; about?: Store }) {
  const [, go] = useLocation();
  const [fields, set] = useFields();
  const shown = week ?? (about?.last ? weekOf(about.last) : null);
  const first = shown ? monday(shown) : null;
  const last = first ? plus(first, 6) : null;
  useTitle(shown ?? "Week");
  useWalk(".entry h3 a, .brief a");
  const asked = useAsked<Page<Line>>(first && last ? `/records${questions({ since: first, until: last, limit: "500", country: fields.focus })}` : null);
  const ahead = useAsked<Page<Line>>(last ? `/records${questions({ type: "engagement", status: "planned,expected,proposed,postponed", since: plus(last, 1), country: fields.focus, limit: "100" })}` : null);
  const altered = useAsked<Page<{ differences: Difference[]; id: string }>>("/families?limit=100");
  if (about && !about.last) return <Empty what="Nothing has been read yet." todo={<>Put in texts with <code>demarche add PATH</code> and read them with <code>demarche run</code>; this page follows.</>} />;
  if (!shown || !first || !last) return <p className="state" role="status">Reading the record…</p>;
  const to = (by: number) => go(`/weeks/${weekOf(plus(first, 7 * by))}${questions({ focus: fields.focus })}`);
  return (
    <>
      <div className="head">
        <h1>Week {Number(shown.slice(6))} <span className="soft">{long(first)} – {long(last)}</span></h1>
        <div className="tools">
          <button onClick={() => to(-1)}>← week before</button><button onClick={() => to(1)}>week after →</button>
          <label>countries <input defaultValue={fields.focus ?? ""} placeholder="UA,RU" size={10} onKeyDown={(e) => e.key === "Enter" && set({ focus: e.currentTarget.value.trim() || null })} onBlur={(e) => e.currentTarget.value.trim() !== (fields.focus ?? "") && set({ focus: e.currentTarget.value.trim() || null })} /></label>
        </div>
      </div>
      <About>Who met, called, visited or refused whom in these seven days, the highest level first. A card is one event, however many texts tell of it; open it for the very words.</About>
      <Answer of={asked} empty={(p) => !p.items.length && <Empty what="No record falls into this week." todo={<>Go to another week{about?.first && <>; the texts are from {about.first} to {about.last}</>}, or take the countries away.</>} />}>
        {(page) => {
          const acts = page.items.filter((l) => l.type === "act" && !l.generic && l.notable).sort(by);
          const small = page.items.filter((l) => l.type === "act" && !l.generic && !l.notable).length;
          const all = page.items.filter((l) => l.type === "engagement" && !l.generic), lost = all.filter((l) => !l.date && !l.first_seen);
          const met = all.filter((l) => !lost.includes(l));
          return (
            <>
              <p className="summary">{GROUPS.map(([name, statuses]) => { const n = met.filter((l) => statuses.includes(l.status)).length; return n ? <span key={name}><b>{n}</b> {name.toLowerCase()}</span> : null; })}{acts.length > 0 && <span><b>{acts.length}</b> {acts.length === 1 ? "act" : "acts"} besides</span>}{page.next && <span>and more: <Link href={`/records${questions({ since: first, until: last })}`}>all of them</Link></span>}</p>
              {GROUPS.map(([name, statuses]) => {
                const own = met.filter((l) => statuses.includes(l.status)).sort(by);
                return own.length ? <section key={name}><h2>{name}</h2><div className="grid">{own.map((l) => <Entry key={l.id} of={l} />)}</div></section> : null;
              })}
              <Ahead of={ahead.data?.items ?? []} known={last} />
              <Acts of={acts} small={small} all={`/records${questions({ type: "act", since: first, until: last, country: fields.focus })}`} />
              {lost.length > 0 && <section><h2>Of no known week</h2><About>Neither the event nor its report has a day: it may belong to this week or to any other.</About><ul className="briefs">{lost.map((l) => <Brief key={l.id} of={l} />)}</ul></section>}
              <Altered of={altered.data?.items ?? []} />
              <Legend />
            </>
          );
        }}
      </Answer>
    </>
  );
}

const LEVELS = ["head", "minister", "deputy", "ambassador", "official", "unknown"];
const by = (a: Line, b: Line) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.independent_sources - a.independent_sources || a.id.localeCompare(b.id);

const MOST = 10;

function Acts({ of, small, all }: { of: Line[]; small: number; all: string }) {
  const [open, setOpen] = useState(false);
  if (!of.length && !small) return null;
  return (
    <section>
      <h2>Done besides</h2>
      <ul className="briefs">{(open ? of : of.slice(0, MOST)).map((l) => <Brief key={l.id} of={l} />)}</ul>
      <p className="soft">{of.length > MOST && <button onClick={() => setOpen(!open)}>{open ? "fewer" : `all ${of.length}`}</button>} {small > 0 && <>{small} lesser ones, words mostly, are <Link href={all}>in the list</Link>.</>}</p>
    </section>
  );
}

/** What was known by the end of the week to lie after it, the nearest first. */
function Ahead({ of, known }: { of: Line[]; known: string }) {
  const own = of.filter((l) => !l.generic && (!l.first_seen || l.first_seen.slice(0, 10) <= known)).reverse().slice(0, 12);
  return own.length ? <section><h2>Lies ahead, after this week</h2><ul className="briefs">{own.map((l) => <Brief key={l.id} of={l} />)}</ul></section> : null;
}

function Altered({ of }: { of: { differences: Difference[]; id: string }[] }) {
  const quotes = of.flatMap((f) => f.differences.filter((d) => d.kind === "quote_altered" && d.a && d.b).map((d) => ({ ...d, family: f.id }))).slice(0, 4);
  if (!quotes.length) return null;
  return (
    <section>
      <h2>Quotes whose wording differs between copies</h2>
      {quotes.map((d) => (
        <div className="box" key={d.id}>
          <p className="soft">{d.label} · <Link href={`/families/${d.family}`}>the story’s versions</Link></p>
          <div className="two"><q dir="auto">{d.a!.quote}</q><q dir="auto">{d.b!.quote}</q></div>
        </div>
      ))}
    </section>
  );
}
