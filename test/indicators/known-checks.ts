// The checks that the shipped sets are linked to.
export const KNOWN_CHECKS: ReadonlySet<string> = new Set([
  'accessibility',
  'broken-images',
  'identification',
  'unmarked-external-links',
]);
