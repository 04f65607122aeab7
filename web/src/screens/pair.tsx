// What somebody needs to know of two parties before they meet, each line with its record or its words.
import { Link } from "wouter";
import { questions, type Item, type Line, type Meeting, type Page, type PairView } from "../api";
import { long, when } from "../dates";
import { useWalk } from "../keys";
import { Answer, Empty, Entry, Outside, useAsked, useTitle } from "../parts";
import { words } from "../text";
import { Checks } from "./panel";

export function Pair({ a, b }: { a: string; b: string }) {
  const asked = useAsked<PairView>(`/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`);
  const all = useAsked<Page<Line>>(`/records${questions({ country: `${a},${b}`, type: "engagement", limit: "24" })}`);
  useWalk();
  const name = (code: string) => asked.data?.names[code] ?? code;
  const one = asked.data?.a ?? a, other = asked.data?.b ?? b;
  useTitle(`${name(one)} · ${name(other)}`);
  return (
    <>
      <div className="head"><h1><Link href={`/states/${encodeURIComponent(one)}`}>{name(one)}</Link> · <Link href={`/states/${encodeURIComponent(other)}`}>{name(other)}</Link></h1><div className="tools"><Link href={`/records${questions({ country: `${a},${b}` })}`}>as a list</Link><Link href={`/timeline${questions({ country: `${a},${b}` })}`}>timeline</Link><Link href={`/export${questions({ country: `${a},${b}` })}`}>export…</Link></div></div>
      <Answer of={asked} empty={(p) => !p.met && !p.plans.length && !p.said.length && !all.data?.items.length && <Empty what="The record holds no contact of these two." todo={<>That is no proof of silence: see <Link href="/sources">what was read</Link>.</>} />}>
        {(p) => (
          <>
            <p className="soft">As of {long(p.as_of)}, the last day read. {p.met} {p.met === 1 ? "contact" : "contacts"} of the two in the record; in {p.read} of the last {p.months} months anything at all was read. Gatherings of more than two count where the two met in them.</p>
            <Contacts of={p} name={name} />
            <Items title="Open plans" of={p.plans} names={p.names} record />
            <Items title="Promised, agreed, signed" of={p.promised} names={p.names} record />
            <Items title="Said" of={p.said} names={p.names} />
            <Items title="Stances" of={p.positions} names={p.names} />
            {p.differences.length > 0 && <section><h2>Where their accounts differ</h2><ul className="hits">{p.differences.map((d) => <li key={d.id} className="hit"><Link href={`/records/${d.scope}/compare`}>{d.label}</Link></li>)}</ul></section>}
            <Checks of={p.checks} />
          </>
        )}
      </Answer>
      {(all.data?.items.length ?? 0) > 0 && <section><h2>The latest engagements of both</h2><div className="grid">{all.data!.items.map((l) => <Entry key={l.id} of={l} />)}</div>{all.data!.next && <p><Link href={`/records${questions({ country: `${a},${b}`, type: "engagement" })}`}>all of them</Link></p>}</section>}
    </>
  );
}

function Contacts({ of, name }: { of: PairView; name: (code: string) => string }) {
  const came = Object.entries(of.initiated).filter(([, n]) => n > 0).map(([code, n]) => `${code === "not told" ? "not told" : name(code)} ${n}`).join(", ");
  return (
    <section>
      <h2>Last contact at each level</h2>
      <div className="scroll"><table><thead><tr><th>level</th><th>when</th><th>how</th><th>who came or called</th><th>where</th></tr></thead><tbody>{of.last.map((m) => <tr key={m.level}><th scope="row">{m.level === "unknown" ? "level not known" : m.level}</th>{m.records.length ? <Met of={m} name={name} /> : <td colSpan={4} className="soft">none in the record</td>}</tr>)}</tbody></table></div>
      {came && <p className="soft">Who came or called, in all of them: {came}.</p>}
    </section>
  );
}

function Met({ of, name }: { of: Meeting; name: (code: string) => string }) {
  return <><td>{of.day ? when({ start: of.day, end: of.day, precision: "day" }) : "day not known"}{of.reported && <small>day of the report</small>}</td><td><Link href={`/records/${of.records[0]}`}>{words(of.mode)}</Link></td><td>{of.initiator ? name(of.initiator) : <span className="soft">not told</span>}</td><td>{of.venue ? name(of.venue) : <span className="soft">not told</span>}</td></>;
}

/** Words, the latest first; `record`: the id is a record's, else that of a claim in its text. */
const SPEECH: Record<string, string> = { indirect: "reported speech", direct: "quoted", mixed: "partly quoted", partial: "partly quoted", mental: "a thought", omitted: "left unsaid" };
const OUTCOME: Record<string, string> = { unknown: "what came of it is not known", open: "still ahead", happened: "took place" };

function Items({ title, of, names, record }: { title: string; of: Item[]; names: Record<string, string>; record?: boolean }) {
  const by = (i: Item) => i.by.split(" + ").map((b) => names[b] ?? b).join(" · ") || "somebody";
  if (!of.length) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="hits">{of.map((i) => <li key={i.id} className="hit"><Link href={record ? `/records/${i.id}` : `/texts/${i.document}?claim=${i.id}`}><Outside text={by(i)} /></Link> <span className="soft">{i.day ?? "no day"} · {names[i.kind] ?? SPEECH[i.kind] ?? words(i.kind)}{i.outcome && ` · ${OUTCOME[i.outcome] ?? words(i.outcome)}`}</span><p><Outside as="q" text={i.quote} /></p></li>)}</ul>
    </section>
  );
}
