/** Whether the reader wants nothing to move (WCAG 2.3.3). */
export const isStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
