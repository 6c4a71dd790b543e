// The one way points are shown, so that the panel, the sheet and the exports never disagree about a digit.

/**
 * Points as text: hundredths in, decimal points out, without trailing zeros ("95.5", "100", "-0.25").
 * A fraction of a hundredth is rounded half up first.
 */
export function formatPoints(points: number): string {
  const hundredths = roundHalfUp(points);
  const size = Math.abs(hundredths);
  const decimals = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(size / 100));
  return `${hundredths < 0 ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Nearest integer, halves towards +∞ (四舍五入 for the non-negative numbers of a sheet). */
export function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5);
}
