// Finds mobile numbers and identity card numbers that a text shows whole, and masks them.

export interface PersonalNumber {
  kind: 'mobile' | 'id-card';
  /** e.g. 138****5678 */
  masked: string;
  start: number;
  end: number;
}

const ID_CARD =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const MOBILE = /(?<![\dA-Za-z.-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z])/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Numbers that are shown whole, in reading order. Identity cards are told by their check digit (GB 11643), mobile numbers by
 * their form (1, 3–9, eleven digits, blanks or hyphens in between allowed).
 */
export function findPersonalNumbers(text: string): PersonalNumber[] {
  if (!/\d{4}/.test(text)) return [];
  const found: PersonalNumber[] = [];
  for (const match of text.matchAll(ID_CARD)) {
    const number = match[0];
    if (!hasCheckDigit(number)) continue;
    const masked = `${number.slice(0, 6)}********${number.slice(-4)}`;
    found.push({ kind: 'id-card', masked, start: match.index, end: match.index + number.length });
  }
  for (const match of text.matchAll(MOBILE)) {
    const digits = match[0].replace(/\D/g, '');
    const masked = `${digits.slice(0, 3)}****${digits.slice(-4)}`;
    found.push({ kind: 'mobile', masked, start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with such numbers masked. */
export function maskPersonalNumbers(text: string): string {
  let masked = '';
  let from = 0;
  for (const number of findPersonalNumbers(text)) {
    masked += text.slice(from, number.start) + number.masked;
    from = number.end;
  }
  return from === 0 ? text : masked + text.slice(from);
}

function hasCheckDigit(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number.at(-1)?.toUpperCase();
}
