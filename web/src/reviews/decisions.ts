// The decisions on one record, and what making one needs.

import { useState } from "preact/hooks";
import { Problem } from "../api/client";
import type { Evidence } from "../api/rows";
import { useLoaded, type Loaded } from "../api/use";
import { recall, useMemory } from "../memory";
import { decide, listReviews, undo, type Correction, type Review, type Verdict } from "./api";

/** Why a decision cannot be made, or was not. */
export interface Hindrance {
  text: string;
  /** Whether the settings have what is missing. */
  settings: boolean;
}

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

export function useDecisions(e: Evidence, onChange?: (review?: Review) => void): Decisions {
  const [reviewer] = useMemory("reviewer");
  const [version, setVersion] = useState(0);
  const [pending, setPending] = useState<Verdict | "undo">();
  const [hindrance, setHindrance] = useState<Hindrance>();
  const all = useLoaded(`${e.record} ${version}`, (signal) => listReviews({ record: e.record }, signal));
  const own = (all.data ?? []).filter((r) => r.reviewer === reviewer.trim());
  const attempt = async (what: Verdict | "undo", act: () => Promise<Review | undefined>): Promise<boolean> => {
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

export function hindranceOf(error: unknown): Hindrance {
  if (error instanceof Problem && (error.status === 401 || error.status === 403)) {
    return { text: `Not saved: ${error.message}. Decisions need the token of the server; it goes into the settings.`, settings: true };
  }
  if (error instanceof TypeError) return { text: "Not saved: the server cannot be reached.", settings: false };
  return { text: "Not saved: " + (error instanceof Error ? error.message : String(error)), settings: false };
}
