// The colours of the page, for drawings that style sheets do not reach.

import { useEffect, useState } from "preact/hooks";
import { textWidth } from "../parts/textwidth";
import type { EdgeKind } from "./network";
import type { Tone } from "./scene";

export interface Palette {
  edges: Record<EdgeKind, string>;
  nodes: Record<Tone, string>;
  ink: string;
  ground: string;
  font: string;
}

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    edges: { demand: value("--demand"), support: value("--support"), oppose: value("--oppose") },
    nodes: { actor: value("--statement"), unlinked: value("--series-6"), issue: value("--position") },
    ink: value("--ink"), ground: value("--raised"), font: value("--sans"),
  };
}

/** The present colours; they follow the settings of the page and of the system. */
export function usePalette(): Palette {
  const [palette, set] = useState(readPalette);
  useEffect(() => {
    const follow = () => set(readPalette());
    const theme = new MutationObserver(follow);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const system = matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", follow);
    return () => { theme.disconnect(); system.removeEventListener("change", follow); };
  }, []);
  return palette;
}

/** A colour "#rgb" or "#rrggbb" that lets a little shine through. */
export function veil(colour: string): string {
  const digits = colour.slice(1);
  return "#" + (digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits) + "b8";
}

const widths = new Map<string, number>();

/** The width of a name in the drawing, in pixels. */
export function measure(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  const width = textWidth(text, `13px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`) + 2;
  widths.set(text, width);
  return width;
}
