// Reads a file line by line without holding it as one string; unpacks gzip.

const GZIP = [0x1f, 0x8b];

/**
 * The lines of a UTF-8 file, gzipped or not. Throws when the bytes are no UTF-8, the gzip is cut or damaged, or a line
 * exceeds `longest` characters.
 */
export async function* linesOf(file: Blob, longest: number): AsyncGenerator<string> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = GZIP.every((byte, index) => start[index] === byte);
  const bytes = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = bytes.getReader();
  let rest = '';
  try {
    while (true) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      const pieces = (rest + text).split('\n');
      rest = pieces.pop() ?? '';
      if (rest.length > longest) throw new RangeError('a line is too long');
      yield* pieces;
      if (done) break;
    }
    if (rest !== '') yield rest;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
