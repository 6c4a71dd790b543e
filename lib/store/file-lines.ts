// Reads a file line by line without holding it as one string; unpacks gzip.

const GZIP = [0x1f, 0x8b];
const LINE_FEED = 0x0a;

/**
 * The lines of a file, gzipped or not, without their line feeds. Throws when the gzip is cut or damaged, or a line exceeds
 * `longest` bytes. Takes time in proportion to the file, however long its lines are.
 */
export async function* byteLinesOf(file: Blob, longest: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = GZIP.every((byte, index) => start[index] === byte);
  const bytes = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.getReader();
  /** Pieces of a line whose end was not seen yet. */
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const take = (piece: Uint8Array<ArrayBuffer>) => {
    length += piece.length;
    if (length > longest) throw new RangeError('a line is too long');
    pieces.push(piece);
  };
  const line = () => {
    const whole = pieces.length === 1 ? pieces[0] : joined(pieces, length);
    pieces = [];
    length = 0;
    return whole ?? new Uint8Array();
  };
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) break;
      let from = 0;
      for (let end = value.indexOf(LINE_FEED); end >= 0; end = value.indexOf(LINE_FEED, from)) {
        take(value.subarray(from, end));
        yield line();
        from = end + 1;
      }
      if (from < value.length) take(value.subarray(from));
    }
    if (length > 0) yield line();
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
