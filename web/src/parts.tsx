// The small parts that every screen is made of.
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { get, Problem, type Line, type Person } from "./api";
import { when } from "./dates";
import { capital, shown, words } from "./text";

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

export function Refusal({ problem, again }: { problem: Problem; again?: () => void }) {
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
  return <span className="kind">{words(of.mode ?? of.event ?? of.type)}</span>;
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

export function Someone({ of }: { of: Person }) {
  const label = <Outside text={of.label} />;
  return of.name && of.actor ? <Link href={`/people/${encodeURIComponent(of.actor)}`}>{label}</Link> : label;
}

/** One record as a line of a list. */
export function Entry({ of, lead }: { of: Line; lead?: boolean }) {
  return (
    <article className="entry" data-record={of.id}>
      <div className="meta"><span className="day">{when(of.date)}</span><Kind of={of} /><Status of={of.status} />{of.level !== "unknown" && <span className="soft">{of.level}</span>}</div>
      <h3><Link href={`/records/${of.id}`} className={lead ? "lead" : ""}>{capital(words(of.mode ?? of.event ?? "act"))}: {of.sides.map((s) => s.name).join(" · ") || "unnamed parties"}</Link></h3>
      <p className="who">{of.people.slice(0, 5).map((p, n) => <span key={n}>{n > 0 && "; "}<Outside text={p.label} /></span>)}{of.people.length > 5 && ` and ${of.people.length - 5} more`}{of.place && <span className="soft"> — <Outside text={of.place.name} /></span>}</p>
      <p className="foot">{of.topics.slice(0, 4).map((t) => <span className="topic" key={t}>{words(t)}</span>)}<Sources of={of} /></p>
    </article>
  );
}

export function Empty({ what, todo }: { what: string; todo: ReactNode }) {
  return <div className="empty"><strong>{what}</strong><p>{todo}</p></div>;
}
