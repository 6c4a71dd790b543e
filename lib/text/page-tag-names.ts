// Reads the names of meta elements as people write them: any case, full-width letters, blanks.
import { fold } from './fold';

/** The name for comparing: plain letters, lower case, no blanks. `ＣｏｌｕｍｎＮａｍｅ` and `Column Name` give `columnname`. */
export function tagKey(name: string): string {
  return fold(name).replace(/\s+/g, '').toLowerCase();
}

/** true when programs that look for the name without minding case will not find it: blanks inside, full-width letters. */
export function isOddTagName(name: string): boolean {
  return tagKey(name) !== name.trim().toLowerCase();
}
