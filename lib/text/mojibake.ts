// Recognises text that was decoded with the wrong character set, and what it most likely was.

import { encodeGbk } from './gbk';

/** A piece of damaged text. `meant` is what it says when read back; '' when that is lost. */
export interface Mojibake {
  piece: string;
  meant: string;
  /** false: a single lost character, which may also be a rare sign that was never typed right. */
  certain: boolean;
}

/** GBK readings of lost characters and of uninitialised memory, as they are known to everybody. */
const KNOWN = /(?:锟斤拷|锟斤|斤拷){1,20}|(?:烫烫烫|屯屯屯|锘锘)+/;
const LOST = /\ufffd+/g;
/** Lead byte of three-byte UTF-8 read as Latin-1 or Windows-1252, and the two bytes behind it. */
const LATIN =
  /(?:[\u00e2-\u00e9\u00ef][\u0080-\u00bf\u0152-\u0153\u0160-\u0161\u0178\u017d-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2}){2,}|(?:Ã[\u0080-\u00bf]){1,}/;

/** The first damaged piece of the text, or undefined. */
export function findMojibake(text: string): Mojibake | undefined {
  const known = KNOWN.exec(text);
  if (known) return { piece: around(text, known.index, known[0].length), meant: '', certain: true };
  const latin = LATIN.exec(text);
  if (latin) {
    const meant = decodeUtf8(bytesOf(latin[0], windows1252()));
    if (meant.good >= 1)
      return { piece: latin[0].slice(0, 40), meant: meant.text.slice(0, 40), certain: true };
  }
  const gbk = readBackGbk(text);
  if (gbk) return gbk;
  const lost = [...text.matchAll(LOST)];
  const [first] = lost;
  if (!first) return undefined;
  const count = lost.reduce((sum, [piece]) => sum + piece.length, 0);
  return { piece: around(text, first.index, first[0].length), meant: '', certain: count >= 3 };
}

/** A run of Chinese that, turned into GBK bytes, is good UTF-8 Chinese: by chance next to impossible. */
function readBackGbk(text: string): Mojibake | undefined {
  const hint = gbkHint();
  if (!hint.test(text)) return undefined;
  for (const [run] of text.matchAll(/[\u2010-\u9fff\ue000-\uf8ff\uff00-\uffee]{4,}/g)) {
    if (!hint.test(run)) continue;
    const piece = run.slice(0, 60);
    const meant = decodeUtf8(encodeGbk(piece));
    if (meant.good >= 2 && meant.good * 3 >= piece.length * 2 * 0.8)
      return { piece: piece.slice(0, 40), meant: meant.text.slice(0, 40), certain: true };
  }
  return undefined;
}

function around(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - 8), at + Math.min(length, 20) + 8);
}

/** Bytes of the text in a single-byte character set; '?' for what it does not have. */
function bytesOf(text: string, table: ReadonlyMap<string, number>): Uint8Array {
  return Uint8Array.from(text, (char) =>
    char.charCodeAt(0) < 0x80 ? char.charCodeAt(0) : (table.get(char) ?? 0x3f),
  );
}

function decodeUtf8(bytes: Uint8Array): { text: string; good: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  return {
    text: text.replace(/\ufffd/g, '□'),
    good: text.match(/[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/g)?.length ?? 0,
  };
}

let hintPattern: RegExp | undefined;
/** What GBK makes of the first two bytes of a Chinese character in UTF-8: signs that are rare in any real text. */
function gbkHint(): RegExp {
  if (hintPattern) return hintPattern;
  const decoder = new TextDecoder('gbk');
  let chars = '';
  for (let high = 0xe4; high <= 0xe9; high++)
    for (let low = 0x80; low <= 0xbf; low++) chars += decoder.decode(new Uint8Array([high, low]));
  hintPattern = new RegExp(`[${chars.replace(/[^\u4e00-\u9fff]/g, '')}]`);
  return hintPattern;
}

let latinTable: Map<string, number> | undefined;
function windows1252(): Map<string, number> {
  if (latinTable) return latinTable;
  latinTable = new Map();
  const decoder = new TextDecoder('windows-1252');
  for (let byte = 0x80; byte <= 0xff; byte++) {
    latinTable.set(String.fromCharCode(byte), byte);
    latinTable.set(decoder.decode(new Uint8Array([byte])), byte);
  }
  return latinTable;
}
