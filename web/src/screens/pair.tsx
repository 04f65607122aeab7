import { Link } from "wouter";
import { questions, type Line, type Page, type Saying } from "../api";
import { when } from "../dates";
import { useWalk } from "../keys";
import { Answer, Empty, Entry, Outside, useAsked, useTitle } from "../parts";
import { words } from "../text";

const LEVELS = ["head", "minister", "deputy", "ambassador", "official"];

export function Pair({ a, b }: { a: string; b: string }) {
  const asked = useAsked<Page<Line>>(`/records${questions({ country: `${a},${b}`, limit: "500" })}`);
  const said = useAsked<Page<Saying>>(a.includes(":") || b.includes(":") ? null : `/statements${questions({ country: `${a},${b}`, limit: "20" })}`);
  useWalk();
  const name = (code: string) => asked.data?.items[0]?.sides.find((s) => s.code === code)?.name ?? code;
  useTitle(`${name(a)} · ${name(b)}`);
  return (
    <>
      <div className="head"><h1><Link href={`/states/${encodeURIComponent(a)}`}>{name(a)}</Link> · <Link href={`/states/${encodeURIComponent(b)}`}>{name(b)}</Link></h1><div className="tools"><Link href={`/records${questions({ country: `${a},${b}` })}`}>as a list</Link><Link href={`/export${questions({ country: `${a},${b}` })}`}>export…</Link></div></div>
      <Answer of={asked} empty={(p) => !p.items.length && <Empty what="The record holds no contact of these two." todo={<>That is no proof of silence: see <Link href="/sources">what was read</Link>.</>} />}>
        {(p) => {
          const met = p.items.filter((l) => l.type === "engagement" && l.status === "happened" && !l.generic);
          const open = p.items.filter((l) => ["planned", "expected", "proposed", "postponed"].includes(l.status));
          return (
            <>
              <h2>Last contact at each level</h2>
              <table><tbody>{LEVELS.map((level) => { const l = met.find((m) => m.level === level); return <tr key={level}><th scope="row">{level}</th><td>{l ? <Link href={`/records/${l.id}`}>{words(l.mode)}, {when(l.date)}</Link> : <span className="soft">none in the record</span>}</td></tr>; })}</tbody></table>
              {open.length > 0 && <><h2>Open plans</h2><div className="grid">{open.slice(0, 12).map((l) => <Entry key={l.id} of={l} />)}</div></>}
              <h2>{met.length} engagements</h2><div className="grid">{met.slice(0, 60).map((l) => <Entry key={l.id} of={l} />)}</div>
              {(said.data?.items.length ?? 0) > 0 && <><h2>What was said</h2><ul className="hits">{said.data!.items.map((s) => <li key={s.claim.id} className="hit"><Link href={`/texts/${s.claim.document}?claim=${s.claim.id}`}><Outside text={s.claim.speakers?.[0]?.name ?? s.claim.speakers?.[0]?.country ?? "somebody"} /></Link> <span className="soft">{s.source.publisher}, {s.source.published ?? "no date"}</span><p><Outside as="q" text={s.claim.content?.quote ?? ""} /></p></li>)}</ul></>}
            </>
          );
        }}
      </Answer>
    </>
  );
}
