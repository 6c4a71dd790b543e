// Turns an office's template into blocks: one line of the template is one line of the paper, placeholders are filled in.
//
// A line is an ordinary paragraph unless it begins with: “# ” title, “@ ” addressee (flush left), “> ” signature (flush
// right), “---” new page, or an official number: “一、” heading, “（一）” and “1.” headings that end with their first “。” and
// run into the paragraph when more follows. “附件1” alone begins an annex on a new page; “附件：1.甲　2.乙” lists them. What is
// filled in is never read as a mark.
import type { Block, HeadingLevel } from '../blocks';
import { PaperError } from './material';

/** A name that a template may use, what it means, and what stands there now. */
export interface Placeholder {
  name: string;
  meaning: string;
  /** Blocks can only stand alone on a line. */
  value: string | Block[];
}

const MARK = /\{\{\s*([^{}]*?)\s*\}\}/g;
const NUMBERS: [HeadingLevel, RegExp][] = [
  [1, /^[一二三四五六七八九十]+、/],
  [2, /^[（(][一二三四五六七八九十]+[）)]/],
  [3, /^\d{1,2}[.．](?!\d)/],
];

/**
 * The blocks of a template's text.
 * @throws PaperError naming the line of an unknown, unclosed or misplaced placeholder
 */
export function templateBlocks(text: string, placeholders: readonly Placeholder[]): Block[] {
  const known = new Map(placeholders.map((one) => [one.name, one]));
  const blocks = text.split(/\r?\n/).flatMap((line, index): Block[] => {
    const trimmed = line.trim();
    if (trimmed === '') return [];
    const alone = /^\{\{\s*([^{}]*?)\s*\}\}$/.exec(trimmed)?.[1];
    const value = alone === undefined ? undefined : known.get(alone)?.value;
    if (Array.isArray(value)) return value;
    return [lineBlock(trimmed, (part) => fill(part, known, index + 1))];
  });
  // An annex begins a page of its own anyway.
  return blocks.filter((block, index) => block.kind !== 'page-break' || !isAnnex(blocks[index + 1]));
}

function isAnnex(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.style === 'annex';
}

function fill(text: string, known: ReadonlyMap<string, Placeholder>, line: number): string {
  if (/\{\{|\}\}/.test(text.replace(MARK, ''))) {
    throw new PaperError(`模板第 ${line} 行的占位符没有写完整，请写成“{{名称}}”。`);
  }
  return text.replace(MARK, (_, name: string) => {
    const value = known.get(name)?.value;
    if (value === undefined) {
      throw new PaperError(`模板第 ${line} 行的占位符“{{${name}}}”不存在，请对照占位符列表改正。`);
    }
    if (typeof value !== 'string') {
      throw new PaperError(`模板第 ${line} 行的占位符“{{${name}}}”是整段内容，须独占一行。`);
    }
    return value;
  });
}

/** Marks are read in the template's own words; only then are these filled. */
function lineBlock(line: string, filled: (part: string) => string): Block {
  if (/^-{3,}$/.test(line)) return { kind: 'page-break' };
  if (/^附件\d{0,2}$/.test(line)) return { kind: 'paragraph', style: 'annex', text: line };
  if (/^附件[：:]/.test(line)) {
    return {
      kind: 'paragraph',
      style: 'annex-list',
      text: filled(line.replace(/\s+(?=\d{1,2}[.．])/g, '\n')),
    };
  }
  const marked = /^([#@>])\s+(.*)$/.exec(line);
  const rest = marked?.[2] ?? '';
  if (marked?.[1] === '#') return { kind: 'title', text: filled(rest) };
  if (marked?.[1] === '@') return { kind: 'paragraph', style: 'addressee', text: filled(rest) };
  if (marked?.[1] === '>') return { kind: 'paragraph', style: 'signature', text: filled(rest) };
  for (const [level, number] of NUMBERS) {
    if (!number.test(line)) continue;
    const end = line.indexOf('。') + 1;
    const more = end > 0 ? line.slice(end).trim() : '';
    if (level === 1 || more === '') return { kind: 'heading', level, text: filled(line) };
    return {
      kind: 'paragraph',
      lead: { level, text: filled(line.slice(0, end)) },
      text: filled(more),
    };
  }
  return { kind: 'paragraph', text: filled(line) };
}
