// Reads a file line by line without holding it as one string; unpacks gzip.

const GZIP = [0x1f, 0x8b];

/**
 * The lines of a UTF-8 file, gzipped or not. Throws when the bytes are no UTF-8, the gzip is cut or damaged, or a line
 * exceeds `longest` characters. Takes time in proportion to the file, however long its lines are.
 */
export async function* linesOf(file: Blob, longest: number): AsyncGenerator<string> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = GZIP.every((byte, index) => start[index] === byte);
  const bytes = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = bytes.getReader();
  /** Pieces of a line whose end was not seen yet. */
  let pieces: string[] = [];
  let length = 0;
  const take = (piece: string) => {
    length += piece.length;
    if (length > longest) throw new RangeError('a line is too long');
    pieces.push(piece);
  };
  const line = () => {
    const whole = pieces.join('');
    pieces = [];
    length = 0;
    return whole;
  };
  try {
    while (true) {
      const { done, value } = await reader.read();
      const [first = '', ...further] = (
        done ? decoder.decode() : decoder.decode(value, { stream: true })
      ).split('\n');
      take(first);
      for (const piece of further) {
        yield line();
        take(piece);
      }
      if (done) break;
    }
    if (length > 0) yield line();
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
