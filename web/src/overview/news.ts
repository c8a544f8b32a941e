// Which articles are new since the last visit. The server knows no visitors: the
// browser remembers the newest articles that it has shown, and when.

/** The newest articles at a time. */
export interface Snapshot {
  /** When, in milliseconds. */
  readonly at: number;
  /** IRIs of the newest articles. */
  readonly seen: readonly string[];
  /** Day of the oldest of them; undefined when they are all that there are. */
  readonly floor?: string;
}

/** The last visit, and the present one as far as it went. */
export interface Visits {
  readonly last?: Snapshot;
  readonly now: Snapshot;
}

/** An article of the list, as far as it matters here. */
export interface Listed {
  readonly iri: string;
  readonly published?: string;
}

/** Who comes back after this time makes another visit, in milliseconds. */
const pause = 30 * 60_000;

/** How many articles are remembered. */
export const remembered = 200;

/** What is remembered, from its text; undefined when there is nothing that can be read. */
export function readVisits(text: string): Visits | undefined {
  try {
    const visits = JSON.parse(text) as Visits;
    return isSnapshot(visits.now) && (visits.last === undefined || isSnapshot(visits.last)) ? visits : undefined;
  } catch {
    return undefined; // nothing yet, or of another version
  }
}

const isSnapshot = (s: Snapshot | undefined): s is Snapshot => typeof s?.at === "number" && Array.isArray(s.seen);

/**
 * What is to be remembered now. A reader who was away for long begins a visit, whose news
 * stay news until the next; who only reloads the page goes on.
 * @param more whether there are more articles than the list has
 */
export function visit(before: Visits | undefined, list: readonly Listed[], more: boolean, at: number): Visits {
  const known = list.slice(0, remembered);
  const floor = more || list.length > remembered ? dayOf(known.at(-1)) : undefined;
  const now: Snapshot = { at, seen: known.map((a) => a.iri), ...(floor !== undefined && { floor }) };
  const last = before && (at - before.now.at > pause ? before.now : before.last);
  return { now, ...(last && { last }) };
}

/** All has been seen. */
export const caughtUp = ({ now }: Visits): Visits => ({ now, last: now });

const dayOf = (article: Listed | undefined): string | undefined => article?.published?.slice(0, 10);

/**
 * The articles that the last visit did not have. What is older than all that was
 * remembered may have been there, and does not count.
 */
export function newArticles<A extends Listed>(last: Snapshot | undefined, list: readonly A[]): A[] {
  if (!last) return [];
  const seen = new Set(last.seen);
  return list.filter((a) => !seen.has(a.iri) && (last.floor === undefined || (dayOf(a) ?? "") > last.floor));
}
