// How the wording of a demand changes, as points of a drawing.

import type { Ref } from "../api/client";
import { strengths, type Strength } from "../api/rows";

/** A row of hardening. */
export interface Version {
  group: number;
  day: string | null;
  strength: Strength | null;
  change: string;
  by: Ref | null;
  of: Ref[] | null;
  what: string;
  deadline: string | null;
  or_else: string | null;
  cue: string | null;
  article: string;
  publisher: string | null;
  voiced_by: Ref | null;
  record: string;
  article_iri: string;
}

/** All versions of one day and strength. */
export interface Dot {
  day: string;
  strength: Strength;
  /** 0 to 1: from the first to the last day. */
  x: number;
  /** 0 to 1: from the weakest to the strongest. */
  y: number;
  records: string[];
}

/** Where the versions lie; those without day or strength are not drawn. */
export function dots(versions: readonly Version[]): Dot[] {
  const dated = versions.filter((v): v is Version & { day: string; strength: Strength } => v.day !== null && v.strength !== null);
  const at = dated.map((v) => Date.parse(v.day));
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const byPlace = new Map<string, Dot>();
  for (const v of dated) {
    const key = v.day + v.strength;
    const dot = byPlace.get(key) ?? {
      day: v.day, strength: v.strength, x: last > first ? (Date.parse(v.day) - first) / (last - first) : 0.5,
      y: strengths.indexOf(v.strength) / (strengths.length - 1), records: [],
    };
    dot.records.push(v.record);
    byPlace.set(key, dot);
  }
  return [...byPlace.values()].sort((a, b) => a.x - b.x || a.y - b.y);
}

/** The strongest words of each day, which a line joins. */
export function ridge(all: readonly Dot[]): Dot[] {
  const strongest = new Map<string, Dot>();
  for (const dot of all) {
    const there = strongest.get(dot.day);
    if (!there || dot.y > there.y) strongest.set(dot.day, dot);
  }
  return [...strongest.values()];
}
