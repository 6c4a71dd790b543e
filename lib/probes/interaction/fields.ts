// Labelled values outside of lists, as the page of a single message prints them.
import type { InteractionField } from '@/lib/model/facts/interaction';
import { bareHead, roleOf } from '@/lib/text/interaction-words';
import { splitLabels } from '@/lib/text/labels';
import { maskPersonalNumbers } from '@/lib/text/personal-data';
import type { ProbeContext } from '../define-probe';
import type { Chunk } from '../dom/chunks';
import type { Hit } from './hits';

const CAP = 60;
const LENGTH = 200;
const isLabel = (word: string) => roleOf(word) !== undefined;

/** Fields in reading order; rows of lists are left out. */
export function describeFields(
  chunks: readonly Chunk[],
  hits: readonly Hit[],
  rows: readonly Element[],
  context: ProbeContext,
): InteractionField[] {
  const fields: InteractionField[] = [];
  for (const at of fieldChunks(chunks, hits, rows)) {
    const chunk = chunks[at];
    if (!chunk || fields.length >= CAP) break;
    const selector = context.selectorOf(chunk.element);
    const labels = splitLabels(chunk.text, isLabel);
    labels.forEach(({ label, value }, index) => {
      const next = index === labels.length - 1 ? chunks[at + 1]?.text : undefined;
      fields.push({ label, value: cut(value || valueFrom(next)), selector });
    });
    if (labels.length > 0) continue;
    // A bare label (in a table cell) has its value behind it; a bare state is its own value.
    const bare = bareHead(chunk.text);
    if (isLabel(bare)) fields.push({ label: bare, value: cut(valueFrom(chunks[at + 1]?.text)), selector });
    else fields.push({ label: '', value: cut(chunk.text), selector });
  }
  return fields;
}

/** First and last chunk of the fields; undefined when there are none. */
export function fieldRange(
  chunks: readonly Chunk[],
  hits: readonly Hit[],
  rows: readonly Element[],
): { from: number; to: number } | undefined {
  const places = fieldChunks(chunks, hits, rows);
  const [from, to] = [places[0], places.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function fieldChunks(chunks: readonly Chunk[], hits: readonly Hit[], rows: readonly Element[]): number[] {
  const places = new Set<number>();
  for (const { kind, chunk } of hits) if (kind !== 'date' && kind !== 'title') places.add(chunk);
  chunks.forEach(({ text }, at) => {
    if (text.length <= 12 && isLabel(text) && !/^(?:问题|标题|名称|结果|时间|日期|主题|事项)$/.test(text))
      places.add(at);
  });
  return [...places]
    .sort((a, b) => a - b)
    .filter((at) => {
      const element = chunks[at]?.element;
      return element !== undefined && !rows.some((row) => Node.prototype.contains.call(row, element));
    })
    .slice(0, CAP * 4);
}

/** The next text, unless it is a label itself: then the value is empty. */
function valueFrom(text: string | undefined): string {
  if (!text) return '';
  const [label] = splitLabels(text, () => true);
  return isLabel(text) || label?.at === 0 ? '' : text;
}

function cut(value: string): string {
  return maskPersonalNumbers(value.slice(0, LENGTH * 2)).slice(0, LENGTH);
}
