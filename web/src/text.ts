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

  /** Where a code point begins, in units of UTF-16. */
  unit(point: number): number {
    return this.at[Math.min(Math.max(point, 0), this.length)]!;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

/** Characters that turn the direction of a text around would let it show other words than it has. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;
export const shown = (text: string) => text.replace(TURNING, "\u2423");

export const words = (code: string | null | undefined) => (code ?? "").replaceAll("_", " ");
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The words next to a place, whole and of the same line: a browser compares whole words, and block by block. */
function beside(text: string, end: 1 | -1): string {
  const near = end < 0 ? text.split("\n").at(-1)! : text.split("\n")[0]!;
  const list = near.split(/\s+/);
  const whole = end < 0 ? list.slice(1).slice(-3) : list.slice(0, -1).slice(0, 3);
  return whole.join(" ");
}

/** `…#:~:text=` leads a browser to the words in the live page (the text fragment of the URL standard's draft). */
export function fragment(url: string, before: string, exact: string, after: string): string {
  const part = (s: string) => encodeURIComponent(s.trim().replace(/\s+/g, " ")).replaceAll("-", "%2D");
  const long = exact.trim().split(/\s+/);
  const core = long.length > 8 ? `${part(long.slice(0, 4).join(" "))},${part(long.slice(-4).join(" "))}` : part(exact);
  const prefix = beside(before, -1), suffix = beside(after, 1);
  // A sign that the page put in the place of a turning mark stands in no live page.
  if (!exact.trim() || exact.includes("\u2423")) return url.split("#")[0]!;
  return `${url.split("#")[0]}#:~:text=${prefix ? part(prefix) + "-," : ""}${core}${suffix ? ",-" + part(suffix) : ""}`;
}

/** Only what can be no script is made a link. */
export const safe = (url: string | null) => (url && /^https?:\/\//i.test(url) ? url : null);
