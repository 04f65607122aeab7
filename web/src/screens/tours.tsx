// Tours and campaigns: engagements of one initiator that belong together.
import { Link } from "wouter";
import { questions, type Campaign, type CampaignView, type Page, type Turn } from "../api";
import { days } from "../dates";
import { useWalk } from "../keys";
import { About, Answer, Download, Empty, Entry, many, Outside, useAsked, useFields, useTitle } from "../parts";
import { Reader } from "../reader";
import { capital, words } from "../text";

export const route = (c: Campaign) => c.partners.map((p) => c.names[p] ?? p).join(c.kind === "tour" ? " → " : ", ");
export const whose = (c: Campaign) => c.initiator.name ?? c.names[c.initiator.country ?? ""] ?? c.who;
const tie = (c: Campaign) => (c.told_as_one ? "told as one" : "no text ties them together: days, person and topic do");

export function Campaigns() {
  const [fields, set] = useFields();
  useTitle("Tours and campaigns");
  useWalk(".hit a");
  const question = questions({ country: fields.country, kind: fields.kind, since: fields.since, until: fields.until });
  const asked = useAsked<Page<Campaign>>(`/campaigns${question}${question ? "&" : "?"}limit=200`);
  return (
    <>
      <div className="head"><h1>Tours and campaigns</h1><div className="tools"><Download path={`/exports/jsonl${questions({ country: fields.country, since: fields.since, until: fields.until })}`} title="JSON Lines of these conditions, campaigns among them">JSON Lines</Download></div></div>
      <About>Engagements of one side that belong together: a journey to several states, a round of calls with one aim. How many a text says there were stands in its words; counted is only what is on record by itself.</About>
      <div className="filters">
        <label>whose <input key={fields.country} defaultValue={fields.country ?? ""} size={8} placeholder="RU" onKeyDown={(e) => e.key === "Enter" && set({ country: e.currentTarget.value.trim() || null })} onBlur={(e) => e.currentTarget.value.trim() !== (fields.country ?? "") && set({ country: e.currentTarget.value.trim() || null })} /></label>
        <label>kind <select value={fields.kind ?? ""} onChange={(e) => set({ kind: e.target.value || null })}><option value="">any</option><option value="tour">tour</option><option value="campaign">campaign</option></select></label>
        <label>from <input type="date" value={fields.since ?? ""} onChange={(e) => set({ since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.until ?? ""} onChange={(e) => set({ until: e.target.value || null })} /></label>
      </div>
      <Answer of={asked} empty={(p) => !p.items.length && <Empty what="No tour and no campaign here." todo="Widen the days, or take a condition away." />}>
        {(p) => <ul className="hits">{p.items.map((c) => (
          <li key={c.id} className="hit"><Link href={`/campaigns/${c.id}`}><Outside text={whose(c)} />: {route(c) || capital(c.kind)}</Link> <span className="soft">{days(c.first, c.last)} · {c.kind} · {many(c.members.length, "engagement")} on record{c.told_as_one ? " · told as one" : ""}</span>
            <Said of={c} /></li>))}</ul>}
      </Answer>
    </>
  );
}

/** Its topics, and the words in which a text tells its size: shown, never counted. */
function Said({ of }: { of: Campaign }) {
  if (!of.aim.length && !of.reported_size.length) return null;
  return <p>{of.aim.map((a) => <span className="topic" key={a}>{words(a)}</span>)} {of.reported_size.map((s) => <Outside key={s} as="q" text={s} />)}</p>;
}

export function CampaignScreen({ id }: { id: string }) {
  const [fields, set] = useFields();
  const asked = useAsked<CampaignView>(`/campaigns/${id}`);
  useTitle(asked.data ? `${capital(asked.data.campaign.kind)}: ${whose(asked.data.campaign)}` : "Tour");
  useWalk();
  return (
    <Answer of={asked}>
      {({ campaign: c, members, told_by }) => {
        const spans = c.evidence.map((e, n) => ({ ...e, key: String(n), label: words(e.field) }));
        const here = spans.find((s) => s.key === fields.span) ?? spans[0];
        return (
          <>
            <div className="head"><h1><span className="kind">{c.kind}</span> <Outside text={whose(c)} />: {route(c)}</h1></div>
            <About>{days(c.first, c.last)}; {many(members.length, "engagement")} on record; {tie(c)}.</About>
            <Said of={c} />
            <div className="split">
              <div>
                {members.map((r) => <Entry key={r.id} of={r} />)}
                {told_by.length > 0 && <><h2>What tells of it as one</h2>{told_by.map((r) => <Entry key={r.id} of={r} />)}</>}
              </div>
              <div>
                <div className="walk">{spans.map((s) => <button key={s.key} className={s === here ? "chip here" : "chip"} aria-pressed={s === here} onClick={() => set({ span: s.key })}><Outside text={s.quote.length > 60 ? s.quote.slice(0, 58) + "…" : s.quote} /></button>)}</div>
                {here && <Reader document={here.document} spans={spans.filter((s) => s.document === here.document)} here={here.key} />}
              </div>
            </div>
          </>
        );
      }}
    </Answer>
  );
}

/** On the record of an engagement: what it belongs to. */
export function Belongs({ to }: { to: Campaign[] }) {
  if (!to.length) return null;
  return <>{to.map((c) => <p className="box" key={c.id}>Part of a <Link href={`/campaigns/${c.id}`}>{c.kind} of <Outside text={whose(c)} /></Link>, {days(c.first, c.last)}: {route(c)}; {many(c.members.length, "engagement")} on record, {tie(c)}. {c.reported_size.map((s) => <Outside key={s} as="q" text={s} />)}</p>)}</>;
}

/** Stances that a state changed, with the words of before and of now. */
export function Turns({ code }: { code: string }) {
  const asked = useAsked<Turn[]>(code.includes(":") ? null : `/positions/moved?country=${encodeURIComponent(code)}&limit=20`);
  if (!asked.data?.length) return null;
  return (
    <section>
      <h2>Stances that changed</h2>
      {asked.data.map((t) => (
        <div className="box" key={t.after.id}><p><b><Outside text={t.target} /></b> <span className="soft">{t.party.map((p) => t.names[p] ?? p).join(", ")}</span></p>
          <div className="two">{([[t.before, t.before_day], [t.after, t.after_day]] as const).map(([claim, day]) => <p key={claim.id}><Link href={`/texts/${claim.document}?claim=${claim.id}`}>{words(claim.stance)}, {day}</Link><br /><Outside as="q" text={claim.quote} /></p>)}</div></div>
      ))}
    </section>
  );
}
