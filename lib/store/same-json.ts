// Compares two JSON values by content, whatever the order of their fields.
import { canonicalJson } from '@/lib/text/canonical-json';

/** true when both say the same; a field that is undefined counts as absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
