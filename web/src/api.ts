// What the API answers (docs/api.md), and how it is asked. Offsets from the API count code points.

import { shown } from "./text";

export interface Side { code: string; name: string }
export interface Person {
  label: string; actor: string | null; name: string | null; role: string | null; country: string | null;
  organisation: string | null; part: string; level: string; named_as: string;
}
export interface Spot { name: string; country: string | null; lat: number | null; lon: number | null; precision: string | null }
export interface Day { start: string | null; end: string | null; precision: string }
export interface Line {
  id: string; title: string; label: string; what: string | null; notable: boolean; type: "engagement" | "act"; mode: string | null; event: string | null; status: string;
  date: Day | null; place: Spot | null; sides: Side[]; people: Person[]; level: string; topics: string[]; generic: boolean;
  documents: number; families: number; independent_sources: number; first_seen: string | null; last_change: string | null;
}
export interface Page<T> { items: T[]; next: string | null; total: number | null }
export interface Evidence { document: string; start: number; end: number; quote: string; field: string; claim: string | null }
export interface Words { start: number; end: number; quote: string }
export interface Participant {
  actor: string | null; name: string | null; role: string | null; country: string | null; organisation: string | null;
  part: string; level: string; start: number | null; end: number | null;
}
export interface Claim {
  id: string; type: string; document: string; start: number; end: number; quote: string; found_by: string; confidence: number;
  status?: string; mode?: string; kind?: string; content?: Words; cue?: Words | null; speakers?: Participant[];
  actors?: Participant[]; participants?: Participant[]; stance?: string; target?: string | null; about?: string | null;
  value?: number | null; unit?: string | null; qualifier?: string | null; what?: string | null; period?: string | null;
  source?: Words | string | null; venue?: string | null; event?: string;
}
export interface Source {
  id: string; source: string; title: string | null; url: string | null; publisher: string | null; published: string | null;
  source_class: string; official_of: string | null; language: string | null; family: string | null;
}
export interface Doc extends Source { text: string; text_sha256: string; retrieved_at: string | null; boilerplate: { start: number; end: number; kind: string }[] }
export interface Difference {
  id: string; scope: string; kind: string; label: string; field: string; a: Evidence | null; b: Evidence | null;
  side_a: string | null; side_b: string | null; confidence: number;
}
export interface StatusEntry { as_of: string | null; status: string; claim: string; by: string | null }
export interface Judgement {
  id: string; action: string; record: string | null; field: string | null; machine: string | null; value: string | null;
  undoes: string | null; who: string; why: string; at: string;
}
export interface FullRecord {
  id: string; status: string; evidence: Evidence[]; status_history: StatusEntry[]; participants: Participant[];
  accounts: { side: string | null; source_class: string; claims: string[] }[]; what: string | null; amount: string | null;
  event_name: string | null; plover: { type: string; mode: string | null; context: string[] } | null; cameo: string | null;
}
export interface RecordView {
  line: Line; record: FullRecord; claims: Claim[]; documents: Source[]; differences: Difference[]; judgements: Judgement[];
  parts: Line[]; part_of: Line[]; campaigns: Campaign[];
}
export interface Campaign {
  id: string; kind: "tour" | "campaign"; initiator: Participant; first: string; last: string; aim: string[]; partners: string[]; members: string[];
  told_by: string[]; reported_size: string[]; told_as_one: boolean; evidence: Evidence[]; who: string; names: Record<string, string>;
}
export interface CampaignView { campaign: Campaign; members: Line[]; told_by: Line[]; documents: Source[] }
export interface Turn { party: string[]; target: string; before: Claim; after: Claim; before_day: string; after_day: string; names: Record<string, string> }
export interface DocumentView { document: Doc; claims: Claim[]; records: Line[] }
export interface Edge { a: string; b: string; kind: string; score: number; direction: string; why: string }
export interface FamilyView { id: string; documents: Source[]; edges: Edge[]; differences: Difference[]; best: string | null; records: Line[] }
export interface Found { kind: string; id: string; title: string; words: string; document: string | null; start: number | null; end: number | null }
export interface Saying { claim: Claim; source: Source }
export interface Coverage { publisher: string; source_class: string; official_of: string | null; documents: number; families: number; first: string | null; last: string | null; languages: string[] }
export interface Node { id: string; name: string; partners: number; engagements: number; x: number; y: number }
export interface Tie { a: string; b: string; records: string[]; best_level: string; last: string | null }
export interface Net { nodes: Node[]; ties: Tie[] }
export interface About { name: string; version: string; revision: string; documents: number; families: number; records: number; claims: number; writable: boolean; first: string | null; last: string | null }
export interface Measure { state: string; metric: string; level: string | null; window_start: string; window_end: string; value: number; low: number | null; high: number | null; n: number; coverage: number; records: string[] }
export interface Check { claim: string; about: string; document: string; quote: string; said: string; parties: string[]; since: string | null; meant: string[]; supporting: string[]; opposing: string[]; months: number; read: number; first: string }
export interface Meeting { level: string; day: string | null; mode: string | null; initiator: string | null; venue: string | null; reported: boolean; records: string[] }
export interface Item { day: string | null; by: string; kind: string; quote: string; document: string; id: string; outcome: string | null }
export interface PairView {
  a: string; b: string; as_of: string; months: number; read: number; met: number; names: Record<string, string>; last: Meeting[]; recent: Meeting[];
  initiated: Record<string, number>; said: Item[]; promised: Item[]; plans: Item[]; positions: Item[]; differences: Difference[]; checks: Check[];
}
export interface Stop { first: string; last: string; who: string; mode: string; status: string; country: string | null; place: string | null; company: string[]; level: string; reported: boolean; record: string }
export interface Tour { who: string; initiator: string; first: string; last: string; countries: string[]; aim: string[]; size: number; told_as_one: boolean; records: string[] }
export interface PersonView { names: string[]; actors: string[]; stops: Stop[]; tours: Tour[]; countries: Record<string, string> }
export interface Format { name: string; title: string; group: string; says: string; lacks: string }
export interface Cell { side: string; evidence: Evidence[]; value?: string | null; words?: string | null }
export interface Row { field: string; item: string; verdict: string; cells: { side: string; said: string | null; words: Evidence | null }[] }
export interface Comparison { record: string; sides: string[]; rows: Row[]; differences: Difference[] }
export interface Posed { question: { kind: string; record: string; field: string; question: string; weight: number; words: Evidence[]; claims: string[]; judgement: string | null }; line: Line }

const ROOT = "/api/v1";
const TOKEN = "demarche.token";

export class Problem extends Error {
  constructor(readonly status: number, readonly title: string, detail: string) { super(detail); }
}

export const token = {
  get: () => sessionStorage.getItem(TOKEN) ?? "",
  set: (value: string) => sessionStorage.setItem(TOKEN, value),
};

async function asked<T>(path: string, init?: RequestInit): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (init?.body) headers["Content-Type"] = "application/json";
  if (token.get()) headers["Authorization"] = `Bearer ${token.get()}`;
  let answer: Response;
  try {
    answer = await fetch(ROOT + path, { ...init, headers });
  } catch {
    throw new Problem(0, "No answer", "The server does not answer. Is `demarche serve` still running?");
  }
  if (!answer.ok) {
    const told = await answer.json().catch(() => ({}));
    throw new Problem(answer.status, told.title ?? answer.statusText, told.detail ?? "The server gave no reason.");
  }
  // Every answer at once, so that no screen can forget it; a sign takes the place of a sign, and offsets hold.
  return JSON.parse(shown(await answer.text()));
}

export const get = <T,>(path: string) => asked<T>(path);
export const post = <T,>(path: string, body: unknown) => asked<T>(path, { method: "POST", body: JSON.stringify(body) });

/** A file by an address that asks for the token: a plain link cannot bring it. */
export async function saved(path: string): Promise<void> {
  const answer = await fetch(ROOT + path, { headers: { Authorization: `Bearer ${token.get()}` } });
  if (!answer.ok) throw new Problem(answer.status, answer.statusText, "The server refused the file.");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? path.split("/").at(-1)!.split("?")[0]!;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The address of an export or a table, for a plain link. */
export const address = (path: string) => ROOT + path;

export function questions(fields: Record<string, string | undefined>): string {
  const given = Object.entries(fields).filter(([, value]) => value);
  return given.length ? "?" + new URLSearchParams(given as [string, string][]).toString() : "";
}
