// The API counts code points, JavaScript UTF-16 units: a text is cut once, here.

export class Points {
  private readonly at: Uint32Array;

  constructor(readonly text: string) {
    const starts: number[] = [];
    for (let i = 0; i < text.length; i++) {
      starts.push(i);
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < text.length) i++;
    }
    starts.push(text.length);
    this.at = Uint32Array.from(starts);
  }

  get length() { return this.at.length - 1; }

  slice(start: number, end: number): string {
    const last = this.at.length - 1;
    return this.text.slice(this.at[Math.min(Math.max(start, 0), last)], this.at[Math.min(Math.max(end, 0), last)]);
  }
}

/** Characters that turn the direction of a text around would let it show other words than it has. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;
export const shown = (text: string) => text.replace(TURNING, "\u2423");

export const words = (code: string | null | undefined) => (code ?? "").replaceAll("_", " ");
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `…#:~:text=` leads a browser to the words in the live page. */
export function fragment(url: string, prefix: string, exact: string, suffix: string): string {
  const part = (s: string) => encodeURIComponent(s.trim().replace(/\s+/g, " ")).replaceAll("-", "%2D");
  const ends = (s: string, n: number) => s.trim().split(/\s+/).slice(n < 0 ? n : 0, n < 0 ? undefined : n).join(" ");
  const long = exact.trim().split(/\s+/);
  const core = long.length > 8 ? `${part(long.slice(0, 4).join(" "))},${part(long.slice(-4).join(" "))}` : part(exact);
  const before = ends(prefix, -3), after = ends(suffix, 3);
  return `${url.split("#")[0]}#:~:text=${before ? part(before) + "-," : ""}${core}${after ? ",-" + part(after) : ""}`;
}

/** Only what can be no script is made a link. */
export const safe = (url: string | null) => (url && /^https?:\/\//i.test(url) ? url : null);
