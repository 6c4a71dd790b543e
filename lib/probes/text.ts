// Observes what a visitor reads in a frame: text by block, button labels, alt and title texts; hidden text left out.
import type { TextBlock, TextFacts } from '@/lib/model/facts/text';
import { defineProbe, type ProbeContext } from './define-probe';
import { isVisible } from './dom/appearance';
import { attribute, localNameOf, queryAll, textOf } from './dom/native';
import { rootsOf } from './dom/roots';
import { readBlocks } from './text/blocks';

/** Characters and blocks read per frame. */
const MAX_CHARACTERS = 1_000_000;
const MAX_BLOCKS = 20_000;
const MAX_ATTRIBUTES = 5_000;

export default defineProbe<TextFacts>({
  name: 'text',
  async gather(context) {
    const roots = rootsOf(context.document);
    const read = await readBlocks(roots, context, { characters: MAX_CHARACTERS, blocks: MAX_BLOCKS });
    const attributes = await readAttributes(roots, context);
    const skipped = [];
    if (read.cut || attributes.cut)
      skipped.push({
        what: '部分页面文字',
        why: `页面文字过多，只读取了前 ${MAX_CHARACTERS / 10_000} 万字、${MAX_BLOCKS} 段文字和 ${MAX_ATTRIBUTES} 处图片说明、提示文字`,
      });
    if (read.restless)
      skipped.push({ what: '部分页面文字', why: '页面内容一直在变化，读取文字时可能有遗漏' });
    return {
      facts: {
        title: titleOf(context.document),
        language: (attribute(context.document.documentElement, 'lang') ?? '').slice(0, 40),
        blocks: [...read.blocks, ...attributes.blocks],
        cut: read.cut || attributes.cut,
      },
      skipped,
    };
  },
});

/** Read from the element: a form named "title" shadows the document's own property. */
function titleOf(document: Document): string {
  const [element] = queryAll(document, 'head > title, title');
  return squeezed((element && textOf(element)) ?? '').slice(0, 500);
}

const SELECTOR =
  'img[alt], area[alt], [title], input[type="button" i][value], input[type="submit" i][value], input[type="image" i][alt]';

async function readAttributes(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
): Promise<{ blocks: TextBlock[]; cut: boolean }> {
  const blocks: TextBlock[] = [];
  for (const root of roots)
    for (const element of queryAll(root, SELECTOR)) {
      if (blocks.length >= MAX_ATTRIBUTES) return { blocks, cut: true };
      const pause = context.breathe();
      if (pause) await pause;
      const tag = localNameOf(element);
      if (tag === 'iframe' || context.isOwn(element)) continue;
      const texts: [TextBlock['kind'], string | null][] = [
        ['alt', tag === 'img' || tag === 'area' || tag === 'input' ? attribute(element, 'alt') : null],
        ['title', attribute(element, 'title')],
        ['button', tag === 'input' ? buttonLabel(element) : null],
      ];
      const filled = texts.flatMap(([kind, raw]) => {
        const text = squeezed(raw ?? '').slice(0, 1_000);
        return text ? [{ kind, text }] : [];
      });
      if (filled.length === 0 || !isVisible(element)) continue;
      const shown = squeezed((textOf(element) ?? '').slice(0, 2_000));
      // A title that repeats the link's own text says nothing new.
      for (const { kind, text } of filled)
        if (kind !== 'title' || text !== shown)
          blocks.push({ kind, text, tag, selector: context.selectorOf(element) });
    }
  return { blocks, cut: false };
}

function buttonLabel(element: Element): string | null {
  return /^(?:button|submit)$/i.test(attribute(element, 'type') ?? '') ? attribute(element, 'value') : null;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
