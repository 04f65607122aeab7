import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { post, Problem, token, type Judgement, type Posed } from "../api";
import { useKeys } from "../keys";
import { About, Answer, Empty, Entry, Outside, Refusal, useAsked, useTitle } from "../parts";
import { Reader } from "../reader";
import { capital, words } from "../text";

const DONE = "demarche.done";

/** Judgements of this sitting, so that the last can be taken back also when no question is left. */
function useJudging() {
  const client = useQueryClient();
  const [wrong, setWrong] = useState<Problem | null>(null);
  const [done, setDone] = useState<string[]>(() => JSON.parse(sessionStorage.getItem(DONE) ?? "[]"));
  const keep = (ids: string[]) => { setDone(ids); sessionStorage.setItem(DONE, JSON.stringify(ids)); };
  const send = async (wish: object): Promise<Judgement[] | null> => {
    try {
      setWrong(null);
      return (await post<{ judgements: Judgement[] }>("/judgements", wish)).judgements;
    } catch (e) { setWrong(e as Problem); return null; } finally { await client.invalidateQueries(); }
  };
  const judge = async (wish: object) => { const made = await send(wish); if (made) keep([...done, ...made.map((j) => j.id)]); };
  const undo = async () => { const last = done.at(-1); if (last && (await send({ action: "undo", undoes: last, why: "taken back" }))) keep(done.slice(0, -1)); };
  return { judge, undo, done, wrong };
}

export function Review({ writable }: { writable: boolean }) {
  useTitle("Review");
  const asked = useAsked<Posed[]>("/review?most=200");
  const [at, setAt] = useState(0);
  const { judge, undo, done, wrong } = useJudging();
  const back = <button onClick={undo} disabled={!writable || !done.length}>Undo <kbd>u</kbd></button>;
  useKeys(writable ? { u: undo } : {});
  return (
    <>
      <div className="head"><h1>Review <span className="soft">what most wants a person’s eye</span></h1></div>
      <About>One question at a time, the weightiest first. Your answer is a judgement: it outlasts every later run, and can be taken back.</About>
      {wrong && <Refusal problem={wrong} />}
      <Answer of={asked} empty={(q) => !q.length && <><Empty what="Nothing is in doubt." todo="Doubtful merges, disputed events and judgements whose ground has shifted are asked about here." />{done.length > 0 && back}</>}>
        {(list) => at >= list.length ? <><Empty what="That was all." todo={<button onClick={() => setAt(0)}>From the start</button>} />{done.length > 0 && back}</> : <One key={list[at]!.line.id + at} of={list[at]!} n={at} all={list.length} next={() => setAt(at + 1)} judge={judge} back={back} writable={writable} />}
      </Answer>
    </>
  );
}

function One({ of: { question, line }, n, all, next, judge, back, writable }: { of: Posed; n: number; all: number; next: () => void; judge: (wish: object) => void; back: React.ReactNode; writable: boolean }) {
  const [key, setKey] = useState("0");
  const [asked, reason] = question.question.split(/ \((.*)/s);
  const why = `reviewed: ${question.question}`;
  const accept = () => judge({ action: "confirm", record: line.id, field: question.field === "record" ? "status" : question.field, why });
  const reject = () => judge({ action: "reject", record: line.id, why });
  useKeys(writable ? { a: accept, x: reject, s: next } : { s: next });
  const spans = question.words.map((w, i) => ({ ...w, key: String(i) }));
  const here = spans.find((s) => s.key === key) ?? spans[0];
  return (
    <>
      <p className="soft">{n + 1} of {all} · {words(question.kind)}</p>
      <h2>{capital(asked!)}</h2>
      {reason && <p className="soft">Seen: {reason.replace(/\)$/, "")}.</p>}
      <div className="answers">
        <button onClick={accept} disabled={!writable}>It is right <kbd>a</kbd></button><button onClick={reject} disabled={!writable}>It is wrong <kbd>x</kbd></button><button onClick={next}>Skip <kbd>s</kbd></button>{back} <Link href={`/records/${line.id}`}>edit…</Link>
        {writable ? <label>token <input type="password" defaultValue={token.get()} onChange={(e) => token.set(e.target.value)} autoComplete="off" /></label> : <span className="soft">This server only reads; <code>demarche review</code> asks in the terminal.</span>}
      </div>
      <Entry of={line} />
      <div className="walk">{spans.map((s) => <button key={s.key} className={s.key === here?.key ? "chip here" : "chip"} onClick={() => setKey(s.key)}><Outside text={s.quote.length > 70 ? s.quote.slice(0, 68) + "…" : s.quote} /></button>)}</div>
      {here && <Reader document={here.document} spans={spans.filter((s) => s.document === here.document)} here={here.key} />}
    </>
  );
}
