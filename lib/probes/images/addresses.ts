// Addresses of pictures as they are written in markup, kept short enough to store.

/** Longest address kept; data addresses carry the picture itself and keep only their head. */
export function shortAddress(address: string): string {
  return address.slice(0, /^\s*data:/i.test(address) ? 64 : 2000);
}

/** Absolute form of a written address; as written when it cannot be resolved. */
export function absolute(written: string, base: string): string {
  const trimmed = written.trim();
  if (!trimmed) return '';
  if (/^data:/i.test(trimmed)) return shortAddress(trimmed);
  try {
    return new URL(trimmed, base).href;
  } catch {
    return trimmed;
  }
}

/** Addresses of a srcset in the order written, at most eight. */
export function srcsetAddresses(srcset: string): string[] {
  const found: string[] = [];
  // An address ends at white space; a comma ends a candidate only after its descriptor or at the address's own end.
  for (const match of srcset.matchAll(/\s*,*\s*([^\s]+?)(?:,(?=\s|$)|\s+[^,]*(?:,|$)|$)/g)) {
    if (match[1]) found.push(shortAddress(match[1]));
    if (found.length >= 8) break;
  }
  return found;
}

/** Addresses in a computed or inline `background-image`. */
export function cssAddresses(value: string): string[] {
  const found: string[] = [];
  for (const match of value.matchAll(/url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^)]*))\s*\)/g)) {
    const written = (match[1] ?? match[2] ?? match[3] ?? '').replace(
      /\\([0-9a-f]{1,6}) ?|\\(.)/gi,
      (_, hex, char) => (hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : char),
    );
    if (written.trim()) found.push(written.trim());
  }
  return found;
}
