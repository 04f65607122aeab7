// Where somebody was, when, and with whom: an itinerary out of the record.
import { Link } from "wouter";
import { questions, type PersonView, type Stop } from "../api";
import { days } from "../dates";
import { Answer, Empty, Outside, Status, useAsked, useFields, useTitle } from "../parts";
import { words } from "../text";

export function Person({ id }: { id: string }) {
  const [fields, set] = useFields();
  const asked = useAsked<PersonView>(`/people/${encodeURIComponent(id)}${questions({ since: fields.since, until: fields.until })}`);
  const name = asked.data?.names[0] ?? id;
  useTitle(name);
  return (
    <>
      <div className="head"><h1><Outside text={name} /></h1></div>
      <p className="soft">Where {asked.data?.names.length ? <Outside text={name} /> : "this person"} was, as the texts tell it. A place stands only where the words give one; a call has none. What is planned is no proof of a journey.</p>
      <div className="filters">
        <label>from <input type="date" value={fields.since ?? ""} onChange={(e) => set({ since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.until ?? ""} onChange={(e) => set({ until: e.target.value || null })} /></label>
      </div>
      <Answer of={asked} empty={(p) => !p.stops.length && <Empty what="The record has no engagement of this person here." todo={<>Widen the days, or look for the name in <Link href={`/search?q=${encodeURIComponent(name)}`}>the texts</Link>.</>} />}>
        {(p) => (
          <>
            {p.names.length > 1 && <p className="soft">Also written: {p.names.slice(1).map((n) => <span key={n}><Outside text={n} />{" "}</span>)}</p>}
            <Tours of={p} />
            <h2>{p.stops.length} {p.stops.length === 1 ? "engagement" : "engagements"}, by day</h2>
            <div className="scroll"><table><thead><tr><th>when</th><th>where</th><th>what</th><th>with</th><th>status</th></tr></thead>
              <tbody>{p.stops.map((s) => <tr key={s.record}><td className="day">{days(s.first, s.last)}{s.reported && <small>day of the report</small>}</td><td><Where of={s} names={p.countries} /></td><td><Link href={`/records/${s.record}`}>{words(s.mode)}</Link></td><td dir="auto">{s.company.slice(0, 5).map((c) => spelled(c, p.countries)).join("; ")}{s.company.length > 5 && ` and ${s.company.length - 5} more`}</td><td><Status of={s.status} /></td></tr>)}</tbody></table></div>
          </>
        )}
      </Answer>
    </>
  );
}

/** *Wang Yi (CHN)* with the name of the country. */
const spelled = (who: string, names: Record<string, string>) => who.replace(/(\(|^)((?:[A-Z]{3}|org:[\w-]+))(\)|$)/, (all, open: string, code: string, close: string) => (names[code] ? open + names[code] + close : all));

function Where({ of, names }: { of: Stop; names: Record<string, string> }) {
  if (!of.country && !of.place) return <span className="soft">{of.mode.includes("call") || of.mode.startsWith("virtual") ? "a call" : "not told"}</span>;
  if (of.place === names[of.country ?? ""]) return <Link href={`/states/${encodeURIComponent(of.country!)}`}>{of.place}</Link>;
  return <>{of.place && <Outside text={of.place} />}{of.place && of.country && ", "}{of.country && <Link href={`/states/${encodeURIComponent(of.country)}`}>{names[of.country] ?? of.country}</Link>}</>;
}

function Tours({ of }: { of: PersonView }) {
  if (!of.tours.length) return null;
  return (
    <section>
      <h2>Tours</h2>
      <ul className="hits">{of.tours.map((t) => (
        <li key={t.first + t.last} className="hit"><b>{t.countries.map((c) => of.countries[c] ?? c).join(" → ")}</b> <span className="soft">{days(t.first, t.last)}{t.told_as_one ? ", told as one journey" : ", seen from its stops"}</span>
          <p>{t.aim.map((a) => <span className="topic" key={a}>{words(a)}</span>)} {t.records.map((r, n) => <span key={r}>{n > 0 && ", "}<Link href={`/records/${r}`}>stop {n + 1}</Link></span>)}</p></li>))}</ul>
    </section>
  );
}
