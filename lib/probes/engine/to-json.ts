// Writes facts as JSON in slices: handed over as an object, the browser would copy a large one in one long task.
import { breathe } from '../dom/turns';

/** Elements of a long list that are written at once. */
const PORTION = 100;
/** Characters between two looks at the clock. */
const LOOK_EVERY = 10_000;
/** Long lists lie no deeper than this. */
const DEPTH = 4;

declare global {
  /** Writes facts as the text in which they leave the page. */
  var __gsiToJson: typeof toJson | undefined;
}

/** Leaves the writer on the (isolated) global for the call that hands the facts over. */
export function installToJson(): void {
  globalThis.__gsiToJson = toJson;
}

/** The text that `JSON.stringify` gives for plain data. Nobody may change the value meanwhile. */
export async function toJson(value: unknown): Promise<string> {
  const parts: string[] = [];
  let unpaused = 0;
  for (const part of partsOf(value, DEPTH)) {
    parts.push(part);
    unpaused += part.length;
    if (unpaused < LOOK_EVERY) continue;
    unpaused = 0;
    const pause = breathe();
    if (pause) await pause;
  }
  return parts.join('');
}

function* partsOf(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    // As in a list: what JSON cannot say is null.
    yield JSON.stringify(value) ?? 'null';
  } else if (!Array.isArray(value)) {
    let mark = '{';
    for (const [name, inner] of Object.entries(value)) {
      if (inner === undefined) continue;
      yield `${mark}${JSON.stringify(name)}:`;
      yield* partsOf(inner, depth - 1);
      mark = ',';
    }
    yield mark === '{' ? '{}' : '}';
  } else if (value.length > PORTION) {
    for (let at = 0; at < value.length; at += PORTION)
      yield `${at === 0 ? '[' : ','}${JSON.stringify(value.slice(at, at + PORTION)).slice(1, -1)}`;
    yield ']';
  } else {
    let mark = '[';
    for (const inner of value) {
      yield mark;
      yield* partsOf(inner, depth - 1);
      mark = ',';
    }
    yield mark === '[' ? '[]' : ']';
  }
}
