// Tells policy documents and interpretations apart and finds the links between them.
import type { InterpretationFacts, NamedLink } from '@/lib/model/facts/interpretation';
import {
  formIn,
  INTERPRETATION_COLUMN,
  INTERPRETATION_TITLE,
  isArticleAddress,
  NOT_POLICY,
  POLICY_COLUMN,
  POLICY_TITLE,
  relatedSide,
  sharesTitle,
} from '@/lib/text/interpretation-words';

export type InterpretationForm = InterpretationFacts['media'][number]['form'];

/** Characters from which a text says something. */
const LEAST_TEXT = 80;

/** 'certain': the page's own column and its title both say so. */
export interface PageKind {
  kind: 'policy' | 'interpretation' | 'other';
  certain: boolean;
}

/** The page's own title: page tag, else the heading, else the first part of the window's title. */
export function ownTitle(facts: InterpretationFacts): string {
  const { articleTitle, page } = facts;
  return articleTitle || page.headings.at(-1) || (page.title.split(/[_|—–]/)[0] ?? '').trim();
}

export function pageKind(facts: InterpretationFacts): PageKind {
  const { page } = facts;
  const title = ownTitle(facts);
  const steps = page.trail
    .split(/[>＞»›]/)
    .slice(-3)
    .join(' ');
  const column = `${page.columnName} ${page.columnType} ${steps}`;
  if (!isArticle(facts)) return { kind: 'other', certain: false };
  const inColumn =
    INTERPRETATION_COLUMN.test(`${page.columnName} ${steps}`) || page.columnType === '政策解读';
  const named = INTERPRETATION_TITLE.test(title);
  if (inColumn || named) return { kind: 'interpretation', certain: inColumn && /解读|图解|一图/.test(title) };
  if (NOT_POLICY.test(title) || !POLICY_TITLE.test(title)) return { kind: 'other', certain: false };
  const numbered = facts.documentNumber !== '';
  const headed = facts.labels.length >= 3;
  if (!numbered && !(POLICY_COLUMN.test(column) && (headed || facts.articleTitle !== '')))
    return { kind: 'other', certain: false };
  return { kind: 'policy', certain: numbered && (headed || POLICY_COLUMN.test(column)) };
}

/** A page with one text of its own: not a home page, nor a column, whose text is the titles that it links. */
function isArticle(facts: InterpretationFacts): boolean {
  const { articleTitle, article, media, page } = facts;
  const title = ownTitle(facts);
  if (articleTitle !== '') return true;
  if (!article || relatedSide(title) !== undefined || title === page.columnName) return false;
  const linked = article.links.reduce((sum, { text }) => sum + text.length, 0);
  if (linked * 2 > article.chars && article.links.length > 3) return false;
  return (
    article.chars >= LEAST_TEXT ||
    article.pictures > 0 ||
    media.length > 0 ||
    INTERPRETATION_TITLE.test(title)
  );
}

export interface Found {
  /** Links that belong to this page's document for certain enough. */
  links: NamedLink[];
  /** Blocks with the right heading and nothing below it. */
  empty: { heading: string; selector: string }[];
  /** Links of the right sort that seem to be about other documents. */
  doubtful: NamedLink[];
}

/** What leads from a document to its interpretations. */
export function interpretationsOf(facts: InterpretationFacts): Found {
  const title = ownTitle(facts);
  const found: Found = { links: [], empty: [], doubtful: [] };
  for (const block of facts.blocks.filter(({ side }) => side === 'interpretation')) {
    // A heading that only names the column may head the newest of the column, about other documents.
    const isOwn = /相关|关联|材料|链接|配套|文件/.test(block.heading);
    sort(block.links, found, (link) => isOwn || sharesTitle(link.text, title) || block.links.length === 1);
    if (isOwn && block.links.length === 0) found.empty.push(block);
  }
  for (const link of facts.article?.links ?? [])
    if (
      INTERPRETATION_TITLE.test(link.text) ||
      (relatedSide(link.text) === 'interpretation' && isArticleAddress(link.address))
    )
      found.links.push(link);
  return found;
}

/** What leads from an interpretation back to the document. */
export function originalsOf(facts: InterpretationFacts): Found {
  const title = ownTitle(facts);
  const found: Found = { links: [], empty: [], doubtful: [] };
  for (const block of facts.blocks.filter(({ side }) => side === 'original')) {
    const isOwn = block.heading !== '政策文件';
    sort(block.links, found, (link) => isOwn || sharesTitle(link.text, title));
    if (isOwn && block.links.length === 0) found.empty.push(block);
  }
  for (const link of facts.article?.links ?? []) {
    if (INTERPRETATION_TITLE.test(link.text)) continue;
    if (
      /原文|《[^》]{4,}/.test(link.text) ||
      relatedSide(link.text) === 'original' ||
      sharesTitle(link.text, title)
    )
      found.links.push(link);
    else if (POLICY_TITLE.test(link.text) || isArticleAddress(link.address)) found.doubtful.push(link);
  }
  return found;
}

function sort(links: readonly NamedLink[], found: Found, belongs: (link: NamedLink) => boolean): void {
  for (const link of links) {
    if (!isArticleAddress(link.address) && relatedSide(link.text)) continue;
    (belongs(link) ? found.links : found.doubtful).push(link);
  }
}

/** Forms of an interpretation page: by its media, its pictures and its title; text when there is enough of it. */
export function formsOf(facts: InterpretationFacts): InterpretationForm[] {
  const forms = new Set<InterpretationForm>(facts.media.map(({ form }) => form));
  const named = formIn(ownTitle(facts));
  if (named) forms.add(named);
  if ((facts.article?.pictures ?? 0) > 0) forms.add('picture');
  if ((facts.article?.chars ?? 0) >= LEAST_TEXT) forms.add('text');
  return [...forms].sort();
}
