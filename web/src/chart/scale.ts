// The axis of counts.

/** Round numbers from 0 to at least the largest count, about as many as wanted. */
export function countTicks(most: number, wanted = 5): number[] {
  const top = Math.max(most, 1);
  const rough = top / wanted;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((n) => n * size >= rough) ?? 10) * size);
  const list: number[] = [];
  for (let n = 0; n < top + step; n += step) list.push(n);
  return list;
}
