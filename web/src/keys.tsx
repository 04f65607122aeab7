// Keys: one letter each, never while somebody types.
import { useEffect, useRef } from "react";

export type Acts = Record<string, (() => void) | undefined>;

export function useKeys(acts: Acts) {
  const now = useRef(acts);
  now.current = acts;
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "k" && now.current["/"]) { event.preventDefault(); now.current["/"](); return; }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const typing = (event.target as HTMLElement).closest?.("input, textarea, select, [contenteditable]");
      if (typing && event.key !== "Escape") return;
      const act = now.current[event.key];
      if (act) { event.preventDefault(); act(); }
    };
    addEventListener("keydown", heard);
    return () => removeEventListener("keydown", heard);
  }, []);
}

/** `j` and `k` walk over the entries of a list, `o` opens the one in focus. */
export function useWalk(selector = ".entry h3 a") {
  const step = (by: number) => () => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    if (!all.length) return;
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  useKeys({ j: step(1), k: step(-1), o: () => (document.activeElement as HTMLElement | null)?.click() });
}

const LIST: [string, string][] = [
  ["/  or Ctrl K", "search; a screen’s or state’s name leads there"], ["j  k", "next, previous entry"], ["o", "open it"], ["e", "next span of evidence"], ["E", "previous span"],
  ["c", "compare accounts"], ["a", "accept (review)"], ["x", "reject (review)"], ["s", "skip (review)"], ["u", "undo (review)"],
  ["n", "next difference (compare)"], ["?", "this list"], ["Esc", "close"],
];

export function Keys({ close }: { close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => { box.current?.showModal(); }, []);
  return (
    <dialog ref={box} onClose={close} aria-labelledby="keys">
      <h2 id="keys">Keys</h2>
      <dl>{LIST.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
      <button onClick={close}>Close</button>
    </dialog>
  );
}
