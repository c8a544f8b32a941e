// Periods of time as answers name them: "2021-12-02" a day, "2021-12" a month,
// "2021" a year. Texts of the same unit sort as time does.

import { dayText } from "../words";

export type Unit = "day" | "month" | "year";

/** Days, or other periods of one unit, both included. */
export interface Range {
  readonly since: string;
  readonly until: string;
}

const pattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const milliseconds = 86_400_000;

const timeOf = (day: string): number => Date.parse(day + "T00:00:00Z");
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

const addDays = (day: string, n: number): string => dayOf(timeOf(day) + n * milliseconds);

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((timeOf(to) - timeOf(from)) / milliseconds);

const isRealDay = (day: string): boolean => !Number.isNaN(timeOf(day)) && dayOf(timeOf(day)) === day;

/** What a reader may write for a day, with the words that the server also takes; undefined when it is none. */
function written(text: string | undefined, now: Date): string | undefined {
  const day = text?.trim() ?? "";
  if (day === "today") return dayOf(now.getTime());
  if (day === "yesterday") return dayOf(now.getTime() - milliseconds);
  return pattern.test(day) && (day.length < 10 || isRealDay(day)) ? day : undefined;
}

/** The first day of what was written: "2021-12" begins on 2021-12-01. */
export function firstDay(text: string | undefined, now = new Date()): string | undefined {
  const day = written(text, now);
  return day && (day + "-01-01").slice(0, 10);
}

/** The last day of what was written: "2021-12" ends on 2021-12-31. */
export function lastDay(text: string | undefined, now = new Date()): string | undefined {
  const day = written(text, now);
  if (!day || day.length === 10) return day;
  return day.length === 4 ? day + "-12-31" : dayOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));
}

const lengths: Record<Unit, number> = { day: 10, month: 7, year: 4 };

/** The period of the unit in which a day lies. */
export const periodOf = (day: string, unit: Unit): string => day.slice(0, lengths[unit]);

/** The longest times that are drawn by days and by months, in days. */
const byDay = 70;
const byMonth = 100 * 31;

/** The unit in which a range of days is best drawn: few enough bars, and not too few. */
export function unitOf({ since, until }: Range): Unit {
  const days = daysBetween(since, until) + 1;
  if (days <= byDay) return "day";
  return days <= byMonth ? "month" : "year";
}

/** All periods of the unit that a range of days touches, with those in which nothing is. */
export function periodsOf({ since, until }: Range, unit: Unit): string[] {
  const list: string[] = [];
  const last = periodOf(until, unit);
  for (let period = periodOf(since, unit); period <= last; period = next(period)) list.push(period);
  return list;
}

/** The period after one. */
export function next(period: string): string {
  const after = lastDay(period);
  if (!after) throw new RangeError(`"${period}" is no period`);
  return addDays(after, 1).slice(0, period.length);
}

/** Whether a range of days consists of whole months. */
export const isWholeMonths = ({ since, until }: Range): boolean =>
  since.endsWith("-01") && lastDay(periodOf(until, "month")) === until;

/** A range of days or periods for people: "Dec 2021", "2 – 9 Dec 2021", "Nov 2021 – Mar 2022". */
export function rangeText(since: string, until: string): string {
  if (since === until) return dayText(since);
  if (since.length === 10 && until.length === 10) {
    const month = since.slice(0, 7);
    if (month === until.slice(0, 7)) {
      if (since === firstDay(month) && until === lastDay(month)) return dayText(month);
      return `${Number(since.slice(8))} – ${dayText(until)}`;
    }
    if (isWholeMonths({ since, until })) return rangeText(month, until.slice(0, 7));
  }
  return `${dayText(since)} – ${dayText(until)}`;
}

/** A mark on the axis of time. */
export interface Tick {
  /** Place among the periods. */
  readonly at: number;
  readonly label: string;
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
const yearSteps = [1, 2, 5, 10, 20, 50, 100];
const daySteps = [1, 2, 7, 14];

/** Widths of labels with their space, in pixels: of a year alone, and of others. */
const narrow = 46;
const wide = 74;

/** Marks for an axis of so many pixels; the first and each new year say the year. */
export function ticks(periods: readonly string[], width: number): Tick[] {
  const unit = unitOfPeriod(periods[0] ?? "");
  const steps = unit === "day" ? daySteps : unit === "month" ? monthSteps : yearSteps;
  let found: string[] = [];
  for (const step of steps) {
    found = periods.filter((period) => isOnStep(period, unit, step, periods[0] ?? ""));
    const isYears = unit === "year" || unit === "month" && step >= 12;
    if (found.length * (isYears ? narrow : wide) <= width) break;
  }
  let year = "";
  return found.map((period) => {
    const isNew = period.slice(0, 4) !== year;
    year = period.slice(0, 4);
    return { at: periods.indexOf(period), label: tickText(period, isNew) };
  });
}

const unitOfPeriod = (period: string): Unit => (period.length === 10 ? "day" : period.length === 7 ? "month" : "year");

function isOnStep(period: string, unit: Unit, step: number, first: string): boolean {
  if (unit === "day") return daysBetween(first, period) % step === 0;
  if (unit === "year") return Number(period) % step === 0;
  const months = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;
  return months % step === 0;
}

function tickText(period: string, isNewYear: boolean): string {
  const text = dayText(period);
  if (period.endsWith("-01") && period.length === 7) return period.slice(0, 4);
  return isNewYear ? text : text.replace(/ \d{4}$/, "");
}
