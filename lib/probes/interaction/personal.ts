// Personal numbers that published messages show whole; only masked forms leave the page.
import type { PersonalTrace } from '@/lib/model/facts/interaction';
import { roleOf } from '@/lib/text/interaction-words';
import { splitLabels } from '@/lib/text/labels';
import { findPersonalNumbers, maskPersonalNumbers } from '@/lib/text/personal-data';
import type { ProbeContext } from '../define-probe';
import type { Chunk } from '../dom/chunks';
import { parentElementOf } from '../dom/native';

const CAP = 50;
/** Texts between two looks at the clock. */
const LOOK_EVERY = 16;
/** Texts read behind the last label: the answer's own text. */
const BEHIND = 40;
const FOOT = /主办单位|版权所有|ICP备|网站标识码|公网安备/;

/**
 * Numbers inside the rows, and on the page of one message (`range` of its labelled texts). Mobile numbers in answers are
 * left out: authorities print their own for further questions.
 */
export async function findPersonal(
  chunks: readonly Chunk[],
  rows: readonly Element[],
  range: { from: number; to: number } | undefined,
  context: ProbeContext,
): Promise<PersonalTrace[]> {
  const traces: PersonalTrace[] = [];
  let answering = false;
  let row: Element | undefined;
  if (rows.length === 0 && !range) return traces;
  const around = new Map<Element, Element | undefined>(rows.map((each) => [each, each]));
  for (const [at, { text, element }] of chunks.entries()) {
    if (traces.length >= CAP) break;
    const pause = at % LOOK_EVERY === 0 && context.breathe();
    if (pause) await pause;
    const here = rowAround(element, around);
    const inRange = range !== undefined && at >= range.from && at <= range.to + BEHIND;
    if (here !== row) answering = false;
    row = here;
    if (!here && inRange && FOOT.test(text)) range = undefined;
    if (!here && !inRange) continue;
    answering = saysWho(text) ?? answering;
    for (const number of findPersonalNumbers(text)) {
      if (answering && number.kind === 'mobile') continue;
      const near = text.slice(Math.max(0, number.start - 20), number.end + 20);
      traces.push({
        kind: number.kind,
        masked: number.masked,
        near: maskPersonalNumbers(near).slice(0, 60),
        selector: context.selectorOf(element),
      });
    }
  }
  return traces;
}

/** The row that the element lies in. `known` holds the rows, and what was found for elements before. */
function rowAround(element: Element, known: Map<Element, Element | undefined>): Element | undefined {
  const path: Element[] = [];
  let current: Element | null = element;
  for (; current && !known.has(current); current = parentElementOf(current)) path.push(current);
  const row = current ? known.get(current) : undefined;
  for (const step of path) known.set(step, row);
  return row;
}

/** true: from here on the authority speaks; false: the citizen; undefined: goes on as before. */
function saysWho(text: string): boolean | undefined {
  const labels = splitLabels(text, (word) => roleOf(word) !== undefined).map(({ label }) => label);
  const role = roleOf(labels.at(-1) ?? text);
  if (role === 'answer' || role === 'answered') return true;
  return role === 'question' || role === 'asked' ? false : undefined;
}
