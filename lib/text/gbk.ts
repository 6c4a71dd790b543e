// Text as GBK bytes, which no browser writes by itself: for old sites' search addresses and for reading damaged text back.

let table: Map<string, number> | undefined;

/** Bytes of the text in GBK; '?' for what GBK does not have. */
export function encodeGbk(text: string): Uint8Array<ArrayBuffer> {
  const codes = gbkTable();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.charCodeAt(0) < 0x80 ? char.charCodeAt(0) : (codes.get(char) ?? 0x3f);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return new Uint8Array(bytes);
}

/** Made at the first use only: 24,000 characters, turned round from the browser's decoder. */
function gbkTable(): Map<string, number> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(new Uint8Array([high, low]));
      if (char.length === 1 && char !== '\ufffd') table.set(char, (high << 8) | low);
    }
  return table;
}
