import { geoInterpolate, geoNaturalEarth1, geoPath } from "d3-geo";
import type { FeatureCollection } from "geojson";
import { useMemo, useState } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { Link } from "wouter";
import atlas from "world-atlas/countries-110m.json";
import { questions, type Line, type Page } from "../api";
import { when } from "../dates";
import { Answer, Empty, useAsked, useFields, useTitle } from "../parts";
import { words } from "../text";
import { CAPITALS } from "./capitals";
import { Table } from "./timeline";

const WIDTH = 960, HEIGHT = 480;
const world = feature(atlas as unknown as Topology, (atlas as unknown as Topology).objects.countries as GeometryCollection) as unknown as FeatureCollection;
const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: "Sphere" });
const path = geoPath(projection);

export default function Map() {
  const [fields, set] = useFields();
  const [over, setOver] = useState<string | null>(null);
  useTitle("Map");
  const asked = useAsked<Page<Line>>(`/records${questions({ type: "engagement", country: fields.country, mode: fields.mode, status: fields.status, since: fields.since, until: fields.until, limit: "500" })}`);
  return (
    <>
      <div className="head"><h1>Map</h1></div>
      <div className="filters">
        <label>countries <input defaultValue={fields.country ?? ""} size={8} placeholder="RU,TR" onKeyDown={(e) => e.key === "Enter" && set({ country: e.currentTarget.value.trim() || null })} /></label>
        <label>from <input type="date" value={fields.since ?? ""} onChange={(e) => set({ since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.until ?? ""} onChange={(e) => set({ until: e.target.value || null })} /></label>
        <label><input type="checkbox" checked={fields.table === "1"} onChange={(e) => set({ table: e.target.checked ? "1" : null })} /> as a table</label>
      </div>
      <Answer of={asked} empty={(p) => !p.items.some((l) => l.place?.lat != null) && <Empty what="No record here has a place on the map." todo="Calls have none; take a condition away, or widen the days." />}>
        {(p) => { const placed = p.items.filter((l) => l.place?.lat != null); return fields.table === "1" ? <Table of={placed} /> : <Picture of={placed} over={over} setOver={setOver} />; }}
      </Answer>
      <p className="soft">Dots: where records took place. Arcs: from the visitor’s capital to the place. Boundaries (Natural Earth, 1:110 million) say nothing about whose a territory is.</p>
    </>
  );
}

function Picture({ of, over, setOver }: { of: Line[]; over: string | null; setOver: (id: string | null) => void }) {
  const spots = useMemo(() => {
    const found: Record<string, Line[]> = {};
    for (const l of of) (found[`${l.place!.lat},${l.place!.lon}`] ??= []).push(l);
    return Object.entries(found);
  }, [of]);
  const arcs = useMemo(() => of.filter((l) => l.mode === "visit").flatMap((l) => l.people.filter((x) => x.part === "visitor" && x.country && CAPITALS[x.country]).slice(0, 1).map((x) => ({ line: l, d: arc(CAPITALS[x.country!]!, [l.place!.lon!, l.place!.lat!]) }))), [of]);
  const list = over ? spots.find(([key]) => key === over)?.[1] ?? [] : [];
  return (
    <div className="mapbox">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="map" role="img" aria-label={`World map with ${spots.length} places; the table holds the same`}>
        <path d={path({ type: "Sphere" }) ?? ""} className="sea" />
        {world.features.map((f, n) => <path key={n} d={path(f) ?? ""} className="land" />)}
        {arcs.map(({ line, d }) => <path key={line.id} d={d} className={`arc ${line.status}`}><title>{line.title}</title></path>)}
        {spots.map(([key, lines]) => {
          const at = projection([lines[0]!.place!.lon!, lines[0]!.place!.lat!]);
          return at && <circle key={key} cx={at[0]} cy={at[1]} r={3 + Math.min(9, Math.sqrt(lines.length) * 2)} className={over === key ? "spot here" : "spot"} tabIndex={0} role="button" aria-label={`${lines[0]!.place!.name}: ${lines.length} records`} onClick={() => setOver(key)} onFocus={() => setOver(key)} onKeyDown={(e) => e.key === "Enter" && setOver(key)}><title>{`${lines[0]!.place!.name}: ${lines.length}`}</title></circle>;
        })}
      </svg>
      <div className="beside">{!list.length ? <p className="soft">Choose a place to see what took place there.</p> : <><h2 dir="auto">{list[0]!.place!.name}</h2><ul>{list.slice(0, 30).map((l) => <li key={l.id}><Link href={`/records/${l.id}`}>{words(l.mode)}: {l.sides.map((s) => s.name).join(" · ")}</Link> <span className="soft">{when(l.date)}, {l.status}</span></li>)}</ul></>}</div>
    </div>
  );
}

/** The great circle between two points, as a path on the map. */
function arc(from: [number, number], to: [number, number]): string {
  const between = geoInterpolate(from, to);
  return path({ type: "LineString", coordinates: Array.from({ length: 24 }, (_, n) => between(n / 23)) }) ?? "";
}
