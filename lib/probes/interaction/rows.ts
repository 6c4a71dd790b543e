// Describes a found list: its name, and the texts and links of each row.
import type { InteractionGroup, InteractionLink, InteractionRow } from '@/lib/model/facts/interaction';
import { columnKind, isHead, isSurveyName } from '@/lib/text/interaction-words';
import { maskPersonalNumbers } from '@/lib/text/personal-data';
import type { ProbeContext } from '../define-probe';
import { shortText } from '../dom/appearance';
import { addressOf, type Chunk } from '../dom/chunks';
import { attribute, baseOf, localNameOf, queryAll, textOf } from '../dom/native';
import { cellsOf, type FoundGroup } from './groups';

const CAP_ROWS = 200;
const CAP_CELLS = 40;
const CAP_LINKS = 8;
const LENGTH = 200;

export async function describeGroup(
  group: FoundGroup,
  chunks: readonly Chunk[],
  context: ProbeContext,
): Promise<InteractionGroup> {
  const first = group.rows[0];
  const rows: InteractionRow[] = [];
  for (const row of group.rows.slice(0, CAP_ROWS)) {
    rows.push(describeRow(row, group.aligned, context));
    await context.breathe();
  }
  return {
    name: first ? nameBefore(first, chunks) : '',
    heads: group.aligned ? group.heads : [],
    rows,
    total: group.rows.length,
  };
}

function describeRow(row: Element, aligned: boolean, context: ProbeContext): InteractionRow {
  const cells = aligned
    ? cellsOf(row).map((cell) => shortText(textOf(cell), LENGTH))
    : textsIn(row, context.document);
  const links =
    localNameOf(row) === 'a' ? [row, ...queryAll(row, 'a', CAP_LINKS)] : queryAll(row, 'a', CAP_LINKS);
  return {
    cells: cells.slice(0, CAP_CELLS).map(maskPersonalNumbers),
    links: links.slice(0, CAP_LINKS).map((link) => describeLink(link)),
    selector: context.selectorOf(row),
  };
}

/** A cut title is whole in the link's `title`. */
function describeLink(link: Element): InteractionLink {
  const text = shortText(textOf(link), LENGTH);
  const title = shortText(attribute(link, 'title'), LENGTH);
  const words =
    title.length > text.length && title.startsWith(text.replace(/(?:…|\.{2,})$/, '').slice(0, 6))
      ? title
      : text;
  return { text: maskPersonalNumbers(words || title), address: addressOf(link, baseOf(link)) };
}

function textsIn(row: Element, document: Document): string[] {
  const walker = Document.prototype.createTreeWalker.call(document, row, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node && texts.length < CAP_CELLS; node = walker.nextNode()) {
    const text = shortText(node.nodeValue, LENGTH);
    if (text) texts.push(text);
  }
  return texts;
}

/** The nearest short text before the list that looks like a heading or names a column. */
function nameBefore(row: Element, chunks: readonly Chunk[]): string {
  const start = chunks.findIndex(({ element }) => Node.prototype.contains.call(row, element));
  for (let at = start - 1; at >= 0 && at > start - 30; at--) {
    const { text, element } = chunks[at] ?? {};
    if (!text || !element || text.length < 2 || text.length > 20 || /[:：\d]/.test(text)) continue;
    if (isHead(text)) continue;
    if (isHeading(element) || columnKind(text) !== 'unknown' || isSurveyName(text)) return text;
  }
  return '';
}

function isHeading(element: Element): boolean {
  const hint = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return /^h[1-6]$/.test(localNameOf(element)) || /(?:^|[\s_-])(?:tit|title|head|hd|lmmc|column)/i.test(hint);
}
