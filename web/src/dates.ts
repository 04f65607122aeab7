// Days in words, without a time zone: a record's day is a day on the calendar.
import type { Day } from "./api";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export const utc = (day: string) => new Date(`${day}T00:00:00Z`);
export const iso = (date: Date) => date.toISOString().slice(0, 10);
export const plus = (day: string, n: number) => iso(new Date(utc(day).getTime() + n * 86_400_000));

export function long(day: string): string {
  const [y, m, d] = day.split("-").map(Number);
  return `${DAYS[utc(day).getUTCDay()]} ${d} ${MONTHS[(m ?? 1) - 1]} ${y}`;
}

export function when(date: Day | null): string {
  if (!date || (!date.start && !date.end)) return "day not known";
  const { start, end, precision } = date;
  if (!start) return `until ${long(end!)}`;
  const [y, m, d] = start.split("-").map(Number);
  if (precision === "year") return `${y}`;
  if (precision === "month") return `${MONTHS[(m ?? 1) - 1]} ${y}`;
  if (precision === "quarter") return `quarter from ${MONTHS[(m ?? 1) - 1]} ${y}`;
  if (!end || end === start) return (precision === "approx" ? "about " : "") + long(start);
  if (end.slice(0, 7) === start.slice(0, 7)) return `${precision === "week" ? "week of " : ""}${d}–${Number(end.slice(8))} ${MONTHS[(m ?? 1) - 1]} ${y}`;
  return `${long(start)} – ${long(end)}`;
}

/** When it took place; without a day, when it was first told of, and said so. */
export function whenOf(of: { date: Day | null; first_seen: string | null }): string {
  if (of.date?.start || of.date?.end || !of.first_seen) return when(of.date);
  const [y, m, d] = of.first_seen.split("-").map(Number);
  return `no day; reported ${d} ${MONTHS[(m ?? 1) - 1]!.slice(0, 3)} ${y}`;
}

/** A stretch of days, short. */
export const days = (first: string, last: string) => when({ start: first, end: last, precision: "day" });

/** The ISO week of a day, as 2022-W30. */
export function weekOf(day: string): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const first = Date.UTC(date.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((date.getTime() - first) / 86_400_000 + 1) / 7);
  return `${date.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}

/** Monday of an ISO week. */
export function monday(week: string): string {
  const [year, number] = week.split("-W").map(Number);
  const fourth = new Date(Date.UTC(year!, 0, 4));
  const first = new Date(fourth.getTime() - ((fourth.getUTCDay() || 7) - 1) * 86_400_000);
  return iso(new Date(first.getTime() + (number! - 1) * 7 * 86_400_000));
}
