import cytoscape from "cytoscape";
import { useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { questions, type Net } from "../api";
import { About, Answer, Empty, useAsked, useFields, useTitle } from "../parts";

export default function Network() {
  const [fields, set] = useFields();
  useTitle("Network");
  const asked = useAsked<Net>(`/network${questions({ country: fields.country, mode: fields.mode, level: fields.level, since: fields.since, until: fields.until })}`);
  return (
    <>
      <div className="head"><h1>Network</h1></div>
      <About>Who deals with whom. A dot opens the state, a line the brief on the two.</About>
      <div className="filters">
        <label>around <input defaultValue={fields.country ?? ""} size={6} placeholder="RU" onKeyDown={(e) => e.key === "Enter" && set({ country: e.currentTarget.value.trim() || null })} /></label>
        <label>level, or higher <select value={fields.level ?? ""} onChange={(e) => set({ level: e.target.value || null })}><option value="">any</option>{["head", "minister", "deputy", "official"].map((v) => <option key={v}>{v}</option>)}</select></label>
        <label>from <input type="date" value={fields.since ?? ""} onChange={(e) => set({ since: e.target.value || null })} /></label>
        <label>to <input type="date" value={fields.until ?? ""} onChange={(e) => set({ until: e.target.value || null })} /></label>
        <label><input type="checkbox" checked={fields.table === "1"} onChange={(e) => set({ table: e.target.checked ? "1" : null })} /> as a table</label>
      </div>
      <Answer of={asked} empty={(n) => !n.nodes.length && <Empty what="No two parties engaged here." todo="Take a condition away, or widen the days. Gatherings of more than two make no pairs." />}>
        {(net) => (fields.table === "1" ? <Table of={net} /> : <Picture of={net} />)}
      </Answer>
      <p className="soft">Size: partners. Width: engagements that took place between two parties; gatherings of more than two are left out. Positions are the server’s and stay the same.</p>
    </>
  );
}

function Picture({ of }: { of: Net }) {
  const box = useRef<HTMLDivElement>(null);
  const [, go] = useLocation();
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const graph = cytoscape({
      container: box.current,
      elements: [
        ...of.nodes.map((n) => ({ data: { id: n.id, name: n.name, size: 14 + 6 * Math.sqrt(n.partners) }, position: { x: n.x * 460, y: n.y * 300 } })),
        ...of.ties.map((t) => ({ data: { id: `${t.a}|${t.b}`, source: t.a, target: t.b, width: 1 + Math.min(7, Math.sqrt(t.records.length) * 1.5) } })),
      ],
      layout: { name: "preset", fit: true, padding: 36 },
      style: [
        { selector: "node", style: { label: "data(name)", width: "data(size)", height: "data(size)", "background-color": colour("--accent"), color: colour("--ink"), "font-size": 13, "text-valign": "bottom", "text-margin-y": 3, "text-outline-color": colour("--paper"), "text-outline-width": 2 } },
        { selector: "edge", style: { width: "data(width)", "line-color": colour("--edge"), "curve-style": "haystack", opacity: 0.7 } },
        { selector: ".faint", style: { opacity: 0.12 } },
      ],
      minZoom: 0.2, maxZoom: 4,
    });
    graph.on("mouseover", "node", (e) => { graph.elements().addClass("faint"); e.target.closedNeighborhood().removeClass("faint"); });
    graph.on("mouseout", "node", () => graph.elements().removeClass("faint"));
    graph.on("tap", "node", (e) => go(`/states/${encodeURIComponent(e.target.id())}`));
    graph.on("tap", "edge", (e) => { const [a, b] = e.target.id().split("|"); go(`/pairs/${encodeURIComponent(a)}/${encodeURIComponent(b)}`); });
    return () => graph.destroy();
  }, [of, go]);
  // Cytoscape puts a style element into the page unless one of this name is there; the policy allows none, page.css has the rule.
  return <><div id="__________cytoscape_stylesheet" hidden /><div ref={box} className="network" role="img" aria-label={`Network of ${of.nodes.length} parties and ${of.ties.length} ties; the table holds the same`} /></>;
}

function Table({ of }: { of: Net }) {
  const name = (id: string) => of.nodes.find((n) => n.id === id)?.name ?? id;
  return <div className="scroll"><table><thead><tr><th>pair</th><th>engagements</th><th>highest level</th><th>last</th></tr></thead><tbody>{[...of.ties].sort((a, b) => b.records.length - a.records.length).map((t) => <tr key={t.a + t.b}><td><Link href={`/pairs/${t.a}/${t.b}`}>{name(t.a)} · {name(t.b)}</Link></td><td>{t.records.length}</td><td>{t.best_level}</td><td>{t.last ?? "day not known"}</td></tr>)}</tbody></table></div>;
}
