// The shell: the rail, the search, the keys, and which screen an address means.
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import type { About, Net } from "./api";
import { Keys, useKeys } from "./keys";
import { useAsked } from "./parts";
import { Compare } from "./screens/compare";
import { Engagement } from "./screens/engagement";
import { Engagements } from "./screens/engagements";
import { Exports } from "./screens/exports";
import { Families, Family } from "./screens/family";
import { Pair } from "./screens/pair";
import { Person } from "./screens/person";
import { Review } from "./screens/review";
import { Search } from "./screens/search";
import { SourcesScreen } from "./screens/sources";
import { State, States } from "./screens/state";
import { Text } from "./screens/text";
import { Timeline } from "./screens/timeline";
import { Campaigns, CampaignScreen } from "./screens/tours";
import { Week } from "./screens/week";

const Map = lazy(() => import("./screens/map"));
const Network = lazy(() => import("./screens/network"));

const RAIL: [string, string][] = [
  ["/", "Week"], ["/records", "Engagements"], ["/timeline", "Timeline"], ["/campaigns", "Tours"], ["/map", "Map"], ["/network", "Network"],
  ["/states", "States"], ["/families", "Stories"], ["/review", "Review"], ["/sources", "Sources"], ["/export", "Export"],
];

/** Where a search leads: to a screen or a state of that name, else to what holds the words. */
function jump(asked: string, net?: Net): string {
  const name = asked.toLowerCase();
  const screen = RAIL.find(([, screen]) => screen.toLowerCase() === name);
  if (screen) return screen[0];
  const party = net?.nodes.find((n) => n.name.toLowerCase() === name);
  return party ? `/states/${encodeURIComponent(party.id)}` : `/search?q=${encodeURIComponent(asked)}`;
}

function theme() {
  return localStorage.getItem("demarche.theme") ?? "";
}

export function App() {
  const [path, go] = useLocation();
  const about = useAsked<About>("/about");
  const search = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const net = useAsked<Net>(asking ? "/network" : null);
  const [keys, setKeys] = useState(false);
  const [dark, setDark] = useState(theme);
  useEffect(() => {
    if (dark) document.documentElement.dataset.theme = dark; else delete document.documentElement.dataset.theme;
    localStorage.setItem("demarche.theme", dark);
  }, [dark]);
  useEffect(() => {
    document.getElementById("main")?.scrollTo(0, 0);
    // Not `scrollIntoView`: it would let the first Tab go on from there, past the way to the content.
    const here = document.querySelector<HTMLElement>("nav [aria-current]"), rail = here?.closest("nav");
    if (here && rail) rail.scrollLeft = here.offsetLeft - rail.clientWidth / 3;
  }, [path]);
  useKeys({
    "/": () => search.current?.focus(),
    "?": () => setKeys((on) => !on),
    Escape: () => { setKeys(false); (document.activeElement as HTMLElement | null)?.blur(); },
  });
  return (
    <div className="shell">
      <a className="skip" href="#main">To the content</a>
      <header>
        <Link href="/" className="brand" aria-label="demarche, the week">demarche</Link>
        <form role="search" onSubmit={(e) => { e.preventDefault(); const q = search.current?.value.trim(); if (q) { go(jump(q, net.data)); search.current?.blur(); } }}>
          <input ref={search} type="search" list="jump" onFocus={() => setAsking(true)} name="q" placeholder="Search words, or country:RU mode:visit" aria-label="Search" maxLength={400} />
          <datalist id="jump">{RAIL.map(([, name]) => <option key={name} value={name} />)}{net.data?.nodes.map((n) => <option key={n.id} value={n.name} />)}</datalist>
        </form>
        <button className="plain" onClick={() => setDark(dark === "dark" ? "light" : dark === "light" ? "" : "dark")} aria-label={`Colours: ${dark || "as the system"}`}>{dark === "dark" ? "☾" : dark === "light" ? "☀" : "◐"}</button>
        <button className="plain" onClick={() => setKeys(true)} aria-label="Keys">?</button>
      </header>
      <nav aria-label="Screens">
        {RAIL.map(([to, name]) => {
          const here = to === "/" ? path === "/" || path.startsWith("/weeks") : path.startsWith(to);
          return <Link key={to} href={to} aria-current={here ? "page" : undefined}>{name}</Link>;
        })}
      </nav>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<p className="state" role="status">Drawing…</p>}>
          <Switch>
            <Route path="/"><Week about={about.data} /></Route>
            <Route path="/weeks/:week">{({ week }) => <Week week={week} about={about.data} />}</Route>
            <Route path="/records"><Engagements /></Route>
            <Route path="/records/:id">{({ id }) => <Engagement key={id} id={id} writable={about.data?.writable ?? false} />}</Route>
            <Route path="/records/:id/compare">{({ id }) => <Compare key={id} id={id} />}</Route>
            <Route path="/texts/:id">{({ id }) => <Text key={id} id={id} />}</Route>
            <Route path="/families"><Families /></Route>
            <Route path="/families/:id">{({ id }) => <Family key={id} id={id} />}</Route>
            <Route path="/timeline"><Timeline /></Route>
            <Route path="/campaigns"><Campaigns /></Route>
            <Route path="/campaigns/:id">{({ id }) => <CampaignScreen key={id} id={id} />}</Route>
            <Route path="/map"><Map /></Route>
            <Route path="/network"><Network /></Route>
            <Route path="/states"><States /></Route>
            <Route path="/states/:code">{({ code }) => <State key={code} code={decodeURIComponent(code)} />}</Route>
            <Route path="/pairs/:a/:b">{({ a, b }) => <Pair key={a + b} a={decodeURIComponent(a)} b={decodeURIComponent(b)} />}</Route>
            <Route path="/people/:id">{({ id }) => <Person key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/search"><Search /></Route>
            <Route path="/review"><Review writable={about.data?.writable ?? false} /></Route>
            <Route path="/sources"><SourcesScreen /></Route>
            <Route path="/export"><Exports /></Route>
            <Route><div className="state"><strong>No such page</strong><p>Go to <Link href="/">the week</Link>, or search (/).</p></div></Route>
          </Switch>
        </Suspense>
      </main>
      <footer>{about.data && <>{about.data.documents.toLocaleString("en")} texts · {about.data.families.toLocaleString("en")} families · {about.data.records.toLocaleString("en")} records · {about.data.writable ? "may be corrected" : "read only"} · {about.data.name}</>}</footer>
      {keys && <Keys close={() => setKeys(false)} />}
    </div>
  );
}
