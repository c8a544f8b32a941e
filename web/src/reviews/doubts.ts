import type { Review } from "./api";
import { changesIn } from "./correction";

export interface Doubt {
  review: Review;
  /** What the reviewer has instead, as "of the European Union; strength demand"; empty when it is rejected. */
  changes: string;
}

/** The decisions that count and do not accept the record as extracted, in the order given. */
export function doubts(reviews: readonly Review[]): Doubt[] {
  return reviews.filter((r) => r.latest && r.verdict !== "accept").map((review) => ({
    review,
    changes: review.verdict === "correct"
      ? changesIn(review).map(({ field, to }) => `${field.charAt(0).toLowerCase()}${field.slice(1)} ${to}`).join("; ")
      : "",
  }));
}
