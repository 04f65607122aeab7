import { geoInterpolate, geoNaturalEarth1, geoPath } from "d3-geo";
import type { FeatureCollection } from "geojson";
import { useMemo, useState } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { Link } from "wouter";
import atlas from "world-atlas/countries-110m.json";
import { questions, type Line, type Page } from "../api";
import { when } from "../dates";
import { About, Answer, Empty, Outside, useAsked, useFields, useTitle } from "../parts";
import { CAPITALS } from "./capitals";
import { Table } from "./timeline";

const WIDTH = 960, HEIGHT = 480;
const world = feature(atlas as unknown as Topology, (atlas as unknown as Topology).objects.countries as GeometryCollection) as unknown as FeatureCollection;
type Point = [number, number];
const IN_PERSON = ["visit", "meeting", "summit", "talks"];

/** The points without the outermost: one meeting at the other end of the world must not shrink all others to a spot. */
function middle(points: Point[]): Point[] {
  const edges = ([0, 1] as const).map((axis) => {
    const sorted = points.map((p) => p[axis]).sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length * 0.1)]!, sorted[Math.ceil(sorted.length * 0.9) - 1]!] as const;
  });
  return points.filter((p) => edges.every(([low, high], axis) => p[axis]! >= low && p[axis]! <= high));
}

/** The world, or the part of it where something took place. */
function drawn(points: Point[], whole: boolean) {
  const projection = geoNaturalEarth1();
  if (whole || points.length < 2) projection.fitSize([WIDTH, HEIGHT], { type: "Sphere" });
  else {
    projection.fitExtent([[120, 90], [WIDTH - 120, HEIGHT - 90]], { type: "MultiPoint", coordinates: middle(points) });
    if (projection.scale() > 1200) projection.scale(1200);
  }
  return { projection, path: geoPath(projection.clipExtent([[-20, -20], [WIDTH + 20, HEIGHT + 20]])) };
}

export default function Map() {
  const [fields, set] = useFields();
  const [over, setOver] = useState<string | null>(null);
  useTitle("Map");
  const asked = useAsked<Page<Line>>(`/records${questions({ type: "engagement", country: fields.country, mode: fields.mode, status: fields.status, since: fields.since, until: fields.until, limit: "500" })}`);
  return (
    <>
      <div className="head"><h1>Map</h1></div>
      <About>Where they met, and who travelled there.</About>
      <div className="filters">
        <label>countries <input defaultValue={fields.country ?? ""} size={8} placeholder="RU,TR" onKeyDown={(e) => e.key === "Enter" && set({ country: e.currentTarget.value.trim() || null })} /></label>
        <label>from <input type="date" value={fields.since ?? ""} onChange={(e) => set({ since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.until ?? ""} onChange={(e) => set({ until: e.target.value || null })} /></label>
        <label><input type="checkbox" checked={fields.table === "1"} onChange={(e) => set({ table: e.target.checked ? "1" : null })} /> as a table</label>
        <label><input type="checkbox" checked={fields.whole === "1"} onChange={(e) => set({ whole: e.target.checked ? "1" : null })} /> the whole world</label>
      </div>
      <Answer of={asked} empty={(p) => !p.items.some((l) => l.place?.lat != null) && <Empty what="No record here has a place on the map." todo="Calls have none; take a condition away, or widen the days." />}>
        {(p) => { const placed = p.items.filter((l) => l.place?.lat != null); return fields.table === "1" ? <Table of={placed} /> : <Picture of={placed} whole={fields.whole === "1"} over={over} setOver={setOver} />; }}
      </Answer>
      <p className="soft">Dots: where records took place. Arcs: from the capitals (rings) of those who came to the place where they met; dashed where it is planned only. Boundaries (Natural Earth, 1:110 million) say nothing about whose a territory is.</p>
    </>
  );
}

function Picture({ of, whole, over, setOver }: { of: Line[]; whole: boolean; over: string | null; setOver: (id: string | null) => void }) {
  const spots = useMemo(() => {
    const found: Record<string, Line[]> = {};
    for (const l of of) (found[`${l.place!.lat},${l.place!.lon}`] ??= []).push(l);
    return Object.entries(found);
  }, [of]);
  const ways = useMemo(() => of.flatMap(travelled), [of]);
  const homes = useMemo(() => Object.fromEntries(ways.map((w) => [w.from.join(), w.from])), [ways]);
  const { projection, path } = useMemo(() => drawn(of.map((l) => [l.place!.lon!, l.place!.lat!]), whole), [of, whole]);
  const beyond = spots.filter(([, lines]) => { const at = projection([lines[0]!.place!.lon!, lines[0]!.place!.lat!]); return !at || at[0] < 0 || at[1] < 0 || at[0] > WIDTH || at[1] > HEIGHT; }).length;
  const named = useMemo(() => new Set(spots.slice().sort((a, b) => b[1].length - a[1].length).slice(0, 14).map(([key]) => key)), [spots]);
  const list = over ? spots.find(([key]) => key === over)?.[1] ?? [] : [];
  return (
    <div className="mapbox">
      <div><svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="map" role="group" aria-label={`World map with ${spots.length} places; the table holds the same`}>
        <path d={path({ type: "Sphere" }) ?? ""} className="sea" />
        {world.features.map((f, n) => <path key={n} d={path(f) ?? ""} className="land" />)}
        {ways.map(({ line, from, to }, n) => <path key={n} d={path({ type: "LineString", coordinates: between(from, to) }) ?? ""} className={`arc ${line.status}`}><title>{line.title}</title></path>)}
        {Object.values(homes).map((from, n) => { const at = projection(from); return at && <circle key={n} cx={at[0]} cy={at[1]} r={3} className="home" aria-hidden="true" />; })}
        {spots.map(([key, lines]) => {
          const at = projection([lines[0]!.place!.lon!, lines[0]!.place!.lat!]);
          return at && <circle key={key} cx={at[0]} cy={at[1]} r={3 + Math.min(9, Math.sqrt(lines.length) * 2)} className={over === key ? "spot here" : "spot"} tabIndex={0} role="button" aria-label={`${lines[0]!.place!.name}: ${lines.length} records`} onClick={() => setOver(key)} onFocus={() => setOver(key)} onKeyDown={(e) => e.key === "Enter" && setOver(key)}><title>{`${lines[0]!.place!.name}: ${lines.length}`}</title></circle>;
        })}
        {spots.filter(([key]) => named.has(key)).map(([key, lines]) => {
          const at = projection([lines[0]!.place!.lon!, lines[0]!.place!.lat!]);
          const off = 5 + Math.min(9, Math.sqrt(lines.length) * 2), right = !!at && at[0] > WIDTH - 130;
          return at && <text key={key} x={at[0] + (right ? -off : off)} y={at[1] + 4} textAnchor={right ? "end" : "start"} className="town" aria-hidden="true">{lines[0]!.place!.name}</text>;
        })}
      </svg>{beyond > 0 && <p className="soft" role="status">{beyond} {beyond === 1 ? "place lies" : "places lie"} beyond the edge: choose the whole world.</p>}</div>
      <div className="beside">{!list.length ? <><h2>Places</h2><ul className="places">{spots.slice().sort((a, b) => b[1].length - a[1].length).slice(0, 20).map(([key, lines]) => <li key={key}><button className="plain" onClick={() => setOver(key)}><Outside text={lines[0]!.place!.name} /> <span className="soft">{lines.length}</span></button></li>)}</ul></> : <><button className="plain" onClick={() => setOver(null)}>← all places</button><h2 dir="auto">{list[0]!.place!.name}</h2><ul>{list.slice(0, 30).map((l) => <li key={l.id}><Link href={`/records/${l.id}`}>{l.label}: {l.sides.map((s) => s.name).join(" · ")}</Link> <span className="soft">{when(l.date)}, {l.status}</span></li>)}</ul></>}</div>
    </div>
  );
}

/** From the capital of each state that came from elsewhere to where they met. */
function travelled(line: Line): { line: Line; from: Point; to: Point }[] {
  if (!IN_PERSON.includes(line.mode ?? "") || line.generic) return [];
  const guests = line.mode === "visit" ? line.people.filter((p) => p.part === "visitor") : line.people;
  const states = [...new Set(guests.map((p) => p.country))].filter((c): c is string => !!c && c !== line.place!.country && !!CAPITALS[c]);
  return states.slice(0, 6).map((c) => ({ line, from: CAPITALS[c]!, to: [line.place!.lon!, line.place!.lat!] }));
}

/** The great circle between two points. */
function between(from: Point, to: Point): Point[] {
  const at = geoInterpolate(from, to);
  return Array.from({ length: 32 }, (_, n) => at(n / 31));
}
