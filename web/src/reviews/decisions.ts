// The decisions on one record, and what making one needs.

import { useRef, useState } from "preact/hooks";
import type { Evidence } from "../api/rows";
import { useLoaded, type Loaded } from "../api/use";
import { recall, useMemory } from "../memory";
import { hindranceOf, type Hindrance } from "../parts/hindered";
import { decide, listReviews, undo, type Correction, type Review, type Verdict } from "./api";

export interface Decisions {
  all: Loaded<Review[]>;
  /** My decision that counts now, or the one that is being saved. */
  mine: Verdict | undefined;
  /** My decisions, the newest first. */
  own: Review[];
  saving: boolean;
  hindrance: Hindrance | undefined;
  make: (verdict: Verdict, comment?: string, correction?: Correction) => Promise<boolean>;
  takeBack: (review: Review) => Promise<void>;
}

/** @param onChange called when a decision was saved; without one when it was taken back */
export function useDecisions(e: Evidence, onChange?: (review?: Review) => void): Decisions {
  const [reviewer] = useMemory("reviewer");
  const [version, setVersion] = useState(0);
  const [pending, setPending] = useState<Verdict | "undo">();
  const isSaving = useRef(false);
  const [hindrance, setHindrance] = useState<Hindrance>();
  const all = useLoaded(`${e.record} ${version}`, (signal) => listReviews({ record: e.record }, signal));
  const own = (all.data ?? []).filter((r) => r.reviewer === reviewer.trim());
  const attempt = async (what: Verdict | "undo", act: () => Promise<Review | undefined>): Promise<boolean> => {
    if (isSaving.current) return false; // a key pressed twice is one decision
    isSaving.current = true;
    setHindrance(undefined);
    setPending(what);
    try {
      const review = await act();
      setVersion((n) => n + 1);
      onChange?.(review);
      return true;
    } catch (error) {
      setHindrance(hindranceOf(error));
      return false;
    } finally {
      isSaving.current = false;
      setPending(undefined);
    }
  };
  return {
    all, own, saving: pending !== undefined, hindrance,
    mine: pending && pending !== "undo" ? pending : own.find((r) => r.latest)?.verdict,
    make: (verdict, comment = "", correction) => {
      const name = recall("reviewer").trim();
      if (name === "") {
        setHindrance({ text: "A decision carries a name. Say in the settings who you are.", settings: true });
        return Promise.resolve(false);
      }
      return attempt(verdict, () => decide({ record: e.record, reviewer: name, verdict, ...(comment.trim() && { comment: comment.trim() }), ...(correction && { correction }) }));
    },
    takeBack: async (review) => { await attempt("undo", async () => { await undo(review.iri); return undefined; }); },
  };
}
