import { Link } from "wouter";
import { questions, type Line, type Page } from "../api";
import { when } from "../dates";
import { Answer, Empty, Outside, Status, useAsked, useFields, useTitle } from "../parts";
import { words } from "../text";

export function Person({ id }: { id: string }) {
  const [fields] = useFields();
  const asked = useAsked<Page<Line>>(`/records${questions({ actor: id, since: fields.since, until: fields.until, limit: "500" })}`);
  const name = asked.data?.items.flatMap((l) => l.people).find((p) => p.actor === id)?.name ?? id;
  useTitle(name);
  return (
    <>
      <div className="head"><h1><Outside text={name} /></h1></div>
      <Answer of={asked} empty={(p) => !p.items.length && <Empty what="The record does not name this person." todo={<Link href="/records">All engagements</Link>} />}>
        {(p) => <><p className="soft">{p.items.length} records{p.next ? ", the latest" : ""}; where a place is given, it is where they were.</p><div className="scroll"><table><thead><tr><th>when</th><th>where</th><th>what</th><th>with</th><th>status</th></tr></thead><tbody>{p.items.map((l) => { const own = l.people.find((x) => x.actor === id); return <tr key={l.id}><td>{when(l.date)}</td><td dir="auto">{l.place?.name ?? ""}</td><td><Link href={`/records/${l.id}`}>{words(l.mode ?? l.event)}</Link></td><td>{l.people.filter((x) => x !== own).slice(0, 4).map((x) => x.label).join("; ")}</td><td><Status of={l.status} /></td></tr>; })}</tbody></table></div></>}
      </Answer>
    </>
  );
}
