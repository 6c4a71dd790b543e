// Reads one row of a list: its title, where it leads, and the short texts that stand beside the title.
import type { ListRow, RowText } from '@/lib/model/facts/lists';
import { dateInAddress } from '@/lib/text/dates';
import { shortText } from '../dom/appearance';
import { attribute, localNameOf, parentElementOf, queryAll, textOf } from '../dom/native';
import { type Tree, textsBelow } from './tree';

const LINKS = 'a, [onclick]';
const HOLDERS = 'time[datetime], input[type="hidden"][value], [data-date], [data-time]';
/** A date, or a piece of one; what it is exactly the check decides. */
const DATE_LIKE =
  /(?:19|20)\d{2}\s*[-/.年／．－]|\d{1,2}\s*[-/.月／．－]\s*\d{1,2}|\d{1,2}[-/.](?:19|20)\d{2}/;
/** A lone day of the month, as printed large above year and month, or a month. */
const PIECE = /^\d{1,2}[日月]?$/;
const TEXTS = 12;
const NODES = 40;

/** true: one of the texts, an edge of the title, or the address may hold a date. */
export function looksDated(row: ListRow): boolean {
  const atEdge = /^\D{0,2}(?:19|20)?\d{2}[-/.]\d|\d{1,2}[\])】）]?$/.test(row.title);
  return (
    row.texts.some(({ text }) => DATE_LIKE.test(text)) ||
    (atEdge && DATE_LIKE.test(row.title)) ||
    dateInAddress(row.address) !== undefined
  );
}

/** `parts`: the row's element, or, where rows are bare links or terms, the elements up to the next row. */
export function readRow(parts: readonly Element[], tree: Tree): ListRow {
  const [first] = parts;
  if (!first) return { title: '', address: '', texts: [] };
  const link = mainLink(parts);
  const nodes: (RowText & { inLink: boolean })[] = [];
  const cells = localNameOf(first) === 'tr' ? tree.childrenOf(first) : undefined;
  for (const [cell, part] of (cells ?? parts).entries())
    for (const { text, parent } of textsBelow(part, NODES))
      nodes.push({
        text,
        ...(cells && { cell }),
        from: 'text',
        inLink: link !== undefined && isWithin(parent, link, first),
      });
  const titleNodes = nodes.filter((node) => node.inLink && !isDatePiece(node.text));
  const longest = nodes.reduce((most, { text }) => Math.max(most, isDatePiece(text) ? 0 : text.length), 0);
  const own =
    titleNodes.length > 0
      ? titleNodes
      : nodes.filter(({ text }) => text.length === longest && longest > 0).slice(0, 1);
  const title = shortText(own.map(({ text }) => text).join(''), 160) || labelOf(link);
  const texts = nodes
    .filter((node) => !own.includes(node) && node.text.length <= 100)
    .slice(0, TEXTS)
    .map(({ text, cell, from }) => ({ text, ...(cell !== undefined && { cell }), from }));
  return { title, address: addressOf(link), texts: [...texts, ...attributesOf(parts, link)] };
}

function isDatePiece(text: string): boolean {
  return text.length <= 30 && (DATE_LIKE.test(text) || PIECE.test(text)) && !/[\u4e00-\u9fff]{5}/.test(text);
}

/** Of the row's links the one with the longest text. */
function mainLink(parts: readonly Element[]): Element | undefined {
  let best: Element | undefined;
  let most = -1;
  for (const part of parts) {
    const links = localNameOf(part) === 'a' ? [part] : queryAll(part, LINKS, 8);
    for (const link of links) {
      const length = Math.min((textOf(link) ?? '').trim().length, 200);
      if (length > most) [best, most] = [link, length];
    }
  }
  return best ?? parts.find((part) => attribute(part, 'onclick') !== null);
}

function isWithin(inner: Element, outer: Element, stop: Element): boolean {
  for (let at: Element | null = inner; at; at = parentElementOf(at)) {
    if (at === outer) return true;
    if (at === stop) return false;
  }
  return false;
}

function labelOf(link: Element | undefined): string {
  if (!link) return '';
  const picture = queryAll(link, 'img[alt]', 1)[0];
  return shortText(attribute(link, 'title') ?? (picture ? attribute(picture, 'alt') : ''), 160);
}

function addressOf(link: Element | undefined): string {
  return (link ? (attribute(link, 'href') ?? '') : '').trim().slice(0, 500);
}

/** Dates that are not printed: in tool tips, machine-readable attributes and hidden fields. */
function attributesOf(parts: readonly Element[], link: Element | undefined): RowText[] {
  const written = [link ? attribute(link, 'title') : null];
  for (const part of parts)
    for (const holder of queryAll(part, HOLDERS, 3))
      written.push(...['datetime', 'value', 'data-date', 'data-time'].map((name) => attribute(holder, name)));
  return written
    .filter((text): text is string => text !== null && DATE_LIKE.test(text))
    .slice(0, 4)
    .map((text) => ({ text: shortText(text, 200), from: 'attribute' }));
}
