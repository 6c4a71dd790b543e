// Guesses from facts whether a page is a home page, a column or an article; what is not clear stays unsure.
import type { IdentityFacts, IdentityOutline } from '@/lib/model/facts/identity';
import { fold } from '@/lib/text/fold';
import { tagKey } from '@/lib/text/page-tag-names';

export interface PageKind {
  kind: 'home' | 'column' | 'article' | 'unsure';
  /** false: likely, but not enough to call something missing without a look. */
  sure: boolean;
}

/** What counts as a blank outline where facts were gathered without one. */
const NO_OUTLINE: IdentityOutline = {
  dates: [],
  rows: 0,
  pager: false,
  prose: 0,
  linkLines: 0,
  aids: 0,
  articleChars: 0,
  headings: [],
  commentedTags: [],
};
/** A home page leads to more places than this. */
const HOME_LINKS = 5;
const HOME_PATH = /^\/(?:(?:index|default|home|main|portal)(?:_\w+)?\.\w{2,5}|index)?$/i;
const ARTICLE_PATH =
  /\/t\d{8}_\d+\.|\/art(?:icle)?s?\/\d{4}\/|\/(?:content|article|detail|info|show|view|art|post)[-_/]\w*\d{2,}|\/c\d+\/\d{6}\/|\/\d{6,}\.s?html?$|\/20\d{2}-?\d{2}\/(?:\d{2}\/)?\w*\d{4,}/i;
const COLUMN_PATH =
  /\/$|\/(?:index|default|list|col|node|channel|lm|more)[-_\w]*(?:\.\w{2,5})?$|\/col\/col\d+\//i;

/**
 * Kind of the page at `url`. Rule of thumb: a root address is a home page unless an article stands there; an article
 * has a title tag or one labelled publication date with text below; a column has rows with dates or a pager.
 */
export function pageKindOf(url: string, facts: IdentityFacts, homeHost?: string): PageKind {
  if (facts.page.frameset || facts.page.emptyApp || facts.page.textLength < 4)
    return { kind: 'unsure', sure: false };
  const outline = facts.outline ?? NO_OUTLINE;
  const path = pathOf(url);
  const tag = (name: string) =>
    facts.metas.some(
      (meta) => meta.attribute !== 'http-equiv' && tagKey(meta.name) === name && meta.content.trim() !== '',
    );
  const article = articleScore(path, outline, tag);
  const column = columnScore(path, outline, tag);
  if (HOME_PATH.test(path)) {
    if (article >= 4) return { kind: 'unsure', sure: false };
    const own = homeHost === undefined || sameHost(url, homeHost);
    // Entrances, log-in pages and single documents may stand at a root address as well.
    return { kind: 'home', sure: own && article < 3 && outline.linkLines >= HOME_LINKS };
  }
  if (tag('columntype') && /^首页$/.test(contentOf(facts, 'columntype')))
    return { kind: 'home', sure: false };
  if (article >= 5 && column < 5) return { kind: 'article', sure: true };
  if (column >= 5 && article < 4) return { kind: 'column', sure: true };
  if (article >= 4 && article > column) return { kind: 'article', sure: false };
  if (column >= 3 && column > article) return { kind: 'column', sure: false };
  return { kind: 'unsure', sure: false };
}

function articleScore(path: string, outline: IdentityOutline, tag: (name: string) => boolean): number {
  const dated = outline.dates.length >= 1 && outline.dates.length <= 3;
  const text = outline.articleChars >= 100 || outline.prose >= 200;
  return (
    (tag('articletitle') ? 3 : 0) +
    (tag('pubdate') ? 1 : 0) +
    (dated ? 2 : 0) +
    (dated && text ? 1 : 0) +
    (ARTICLE_PATH.test(path) ? 1 : 0) +
    Math.min(2, outline.aids) -
    (outline.pager && outline.rows >= 5 ? 3 : 0)
  );
}

function columnScore(path: string, outline: IdentityOutline, tag: (name: string) => boolean): number {
  const article = tag('articletitle') || (outline.dates.length > 0 && outline.dates.length <= 3);
  return (
    (outline.rows >= 5 ? 2 : outline.rows >= 3 ? 1 : 0) +
    (outline.pager ? 2 : 0) +
    (tag('columnname') ? 2 : 0) +
    (tag('columntype') ? 1 : 0) +
    (COLUMN_PATH.test(path) ? 1 : 0) -
    (article ? 3 : 0)
  );
}

function pathOf(url: string): string {
  try {
    const { pathname, search } = new URL(url);
    return search && pathname === '/' ? `/?${search}` : pathname;
  } catch {
    return url;
  }
}

function sameHost(url: string, host: string): boolean {
  try {
    const bare = (name: string) => name.toLowerCase().replace(/^www\./, '');
    return bare(new URL(url).hostname) === bare(host);
  } catch {
    return false;
  }
}

function contentOf(facts: IdentityFacts, name: string): string {
  return fold(facts.metas.find((meta) => tagKey(meta.name) === name)?.content ?? '').trim();
}
