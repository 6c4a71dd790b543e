// The shape of axe-memoize.js, which is plain script because it becomes a part of axe-core.
export default function memoize<A extends unknown[], R>(
  answer: (...args: A) => R,
): ((...args: unknown[]) => R) & { clear(): void };
