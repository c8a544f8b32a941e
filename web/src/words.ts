// How values are written for people.

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2021-12-02" as "2 Dec 2021", "2021-12" as "Dec 2021"; anything else as it is. */
export function dayText(day: string | null | undefined): string {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day ?? "");
  if (!match) return day ?? "";
  const [, year, month, date] = match;
  return [date && String(Number(date)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** The day of a moment where the reader is: "2021-12-02". */
export function localDay(at: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** "2026-11-25T22:50:15Z" as "25 Nov 2026, 22:50" where the reader is; anything else as it is. */
export function timeText(time: string): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? time : `${dayText(localDay(at))}, ${at.toTimeString().slice(0, 5)}`;
}

/** "1 demand", "2 demands". */
export function counted(n: number, one: string, many = one + "s"): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** A probability as "86 %". */
export const percent = (p: number): string => `${Math.round(p * 100)} %`;

/** At most n characters, cut at a word. */
export function cut(text: string, n: number): string {
  if (text.length <= n) return text;
  const end = text.lastIndexOf(" ", n - 1);
  return text.slice(0, end > n / 2 ? end : n - 1).trimEnd() + "…";
}
