// The small parts that every screen is made of.
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { address, get, Problem, saved, token, type Line, type Person, type Side } from "./api";
import { whenOf } from "./dates";
import { shown, words } from "./text";

export function useAsked<T>(path: string | null): UseQueryResult<T, Problem> {
  return useQuery<T, Problem>({ queryKey: [path], queryFn: () => get<T>(path!), enabled: path !== null });
}

/** The fields of the address: all state of a view stands there. */
export function useFields(): [Record<string, string>, (changes: Record<string, string | null>) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const fields = Object.fromEntries(new URLSearchParams(search));
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
    go(path + (next.size ? `?${next}` : ""), { replace: true });
  };
  return [fields, set];
}

export function useTitle(title: string) {
  useEffect(() => { document.title = `${title} · demarche`; }, [title]);
}

/** Loading, refused, or the thing itself. */
export function Answer<T>({ of, empty, children }: { of: UseQueryResult<T, Problem>; empty?: (value: T) => ReactNode | null; children: (value: T) => ReactNode }) {
  if (of.isPending) return <p className="state" role="status">Reading the record…</p>;
  if (of.isError) return <Refusal problem={of.error} again={() => of.refetch()} />;
  const nothing = empty?.(of.data);
  return nothing ? <div className="state">{nothing}</div> : <>{children(of.data)}</>;
}

/** A file of the API; with the token where one was given. */
export function Download({ path, title, children }: { path: string; title?: string; children: ReactNode }) {
  const [wrong, setWrong] = useState("");
  const take = async (event: React.MouseEvent) => {
    if (!token.get()) return;
    event.preventDefault();
    try { setWrong(""); await saved(path); } catch (e) { setWrong((e as Error).message); }
  };
  return <><a href={address(path)} download title={title} onClick={take}>{children}</a>{wrong && <span className="soft" role="alert"> {wrong}</span>}</>;
}

/** Served to others than this machine, everything asks for the token. */
function AskToken() {
  const client = useQueryClient();
  return (
    <form className="ask" onSubmit={(e) => { e.preventDefault(); token.set(String(new FormData(e.currentTarget).get("token") ?? "")); void client.invalidateQueries(); }}>
      <label>token <input name="token" type="password" autoComplete="off" required /></label> <button>Use it</button>
      <p className="soft">Whoever started the server has it. It stays in this tab.</p>
    </form>
  );
}

export function Refusal({ problem, again }: { problem: Problem; again?: () => void }) {
  if (problem.status === 403 && problem.message.startsWith("a token is needed:")) return <div className="state" role="alert"><strong>This record is not open to everybody</strong><AskToken /></div>;
  const hint = problem.status === 410 ? "It was taken out of the record." : problem.status === 404 ? "Look for it with the search (press /)." : "";
  return (
    <div className="state wrong" role="alert">
      <strong>{problem.status === 410 ? "Gone" : problem.status === 404 ? "Not there" : "That did not work"}</strong>
      <p>{problem.message} {hint}</p>
      {again && <button onClick={again}>Try again</button>}
    </div>
  );
}

/** Text from outside: shown as it is, in its own direction, never as mark-up. */
export function Outside({ text, as: As = "span", lang }: { text: string; as?: "span" | "q" | "p"; lang?: string | null }) {
  return <As dir="auto" lang={lang ?? undefined}>{shown(text)}</As>;
}

const SIGN: Record<string, string> = {
  happened: "●", ongoing: "◐", planned: "○", expected: "○", proposed: "◌", postponed: "⇢", cancelled: "⊘", refused: "⊘",
  denied: "✕", disputed: "⚡", hypothetical: "?", threatened: "!",
};

export function Status({ of }: { of: string }) {
  return <span className={`status ${of}`}><span aria-hidden="true">{SIGN[of] ?? "·"} </span>{of}</span>;
}

export function Kind({ of }: { of: Line }) {
  return <span className="kind">{of.label}</span>;
}

export function Sources({ of }: { of: Line }) {
  const n = of.independent_sources;
  return (
    <span className="sources" title={`${of.documents} documents, ${of.families} families of copies, ${n} independent sources`}>
      {n} {n === 1 ? "source" : "sources"}{of.documents > n ? ` · ${of.documents} texts` : ""}
    </span>
  );
}

export function Parties({ of }: { of: Line }) {
  if (!of.sides.length) return <span>unnamed parties</span>;
  return <>{of.sides.map((side, n) => (
    <span key={side.code}>{n > 0 && <span className="soft"> · </span>}<Link href={`/states/${encodeURIComponent(side.code)}`}>{side.name}</Link></span>
  ))}</>;
}

export function Someone({ of, sides }: { of: Person; sides: Side[] }) {
  if (!of.name || !of.actor) return <Outside text={of.label} />;
  const country = sides.find((s) => s.code === of.country)?.name ?? of.country;
  return <><Link href={`/people/${encodeURIComponent(of.actor)}`}><Outside text={of.name} /></Link><span className="soft">{of.role && `, ${words(of.role)}`}{country && `, ${country}`}</span></>;
}

/** What a screen shows, in a sentence or two. */
export function About({ children }: { children: ReactNode }) {
  return <p className="soft about">{children}</p>;
}

export const many = (n: number, one: string, more = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : more}`;
/** Whose text it is, as far as it says so itself. */
export const publisher = (d: { publisher: string | null; source: string }) => d.publisher ?? d.source;

export const parties = (of: Line) => of.sides.map((s) => s.name).join(" · ") || "unnamed parties";

/** Somebody in a list: the name, then the post; whoever has no name is called as the text calls them. */
function One({ of }: { of: Person }) {
  return of.name ? <><Outside text={of.name} />{of.role && <span className="soft">, {words(of.role)}</span>}</> : <Outside text={of.label} />;
}

function Who({ of }: { of: Line }) {
  const named = of.people.filter((p) => p.name || !of.sides.some((s) => p.label === s.name || p.label === `the ${s.name}`));
  if (!named.length && !of.place) return null;
  return <p className="who">{named.slice(0, 4).map((p, n) => <span key={n}>{n > 0 && "; "}<One of={p} /></span>)}{named.length > 4 && ` and ${named.length - 4} more`}{of.place && <span className="place"> — <Outside text={of.place.name} /></span>}</p>;
}

/** One act as a single line: who, what it is called, in the words of its text. */
export function Brief({ of }: { of: Line }) {
  return (
    <li className="brief" data-record={of.id}>
      <span className="day">{whenOf(of)}</span>
      <span><Kind of={of} /> <Link href={`/records/${of.id}`}>{parties(of)}</Link>{of.what && <> <Outside text={of.what} /></>}</span>
      <Status of={of.status} />
      <Sources of={of} />
    </li>
  );
}

/** What the signs of a status mean. */
export function Legend() {
  return <p className="legend" aria-label="Signs">{["happened", "planned", "postponed", "cancelled", "denied", "disputed", "hypothetical"].map((s) => <Status key={s} of={s} />)}<span>a source: an independent one, however many copies</span></p>;
}

/** One record as a card. */
export function Entry({ of, lead }: { of: Line; lead?: boolean }) {
  return (
    <article className="entry" data-record={of.id}>
      <div className="meta"><Kind of={of} /><span className="day">{whenOf(of)}</span><Status of={of.status} /></div>
      <h3><Link href={`/records/${of.id}`} className={lead ? "lead" : ""} aria-label={`${of.label}: ${parties(of)}`}>{parties(of)}</Link></h3>
      <Who of={of} />
      {of.what && <p className="what"><Outside text={of.what} /></p>}
      <p className="foot">{of.topics.slice(0, 3).map((t) => <span className="topic" key={t} title={words(t)}>{words(t)}</span>)}<Sources of={of} /></p>
    </article>
  );
}

export function Empty({ what, todo }: { what: string; todo: ReactNode }) {
  return <div className="empty"><strong>{what}</strong><p>{todo}</p></div>;
}
