// Finds the main text of an article page, and films and sound in it.
import type { InterpretationFacts, NamedLink } from '@/lib/model/facts/interpretation';
import { formIn } from '@/lib/text/interpretation-words';
import type { ProbeContext } from '../define-probe';
import { shortText } from '../dom/appearance';
import { addressOf, type Chunk, linkAround } from '../dom/chunks';
import { attribute, baseOf, localNameOf, parentElementOf, queryAll, rectOf, textOf } from '../dom/native';

/** Names that publishing systems give to the main text. */
const NAMED =
  '#zoom, #Zoom, #UCAP-CONTENT, .TRS_Editor, .TRS_UEDITOR, .trs_editor_view, .pages_content, .article-content, .article_content, .articleContent, #articleContent, .con_text, .news_content, .wzcon, .xxgk_content, #content_text, .Custom_UnionStyle, .view, article';
const LEAST = 80;
const WIDE = 200;
const PLAYER = /\.(?:mp4|m3u8|flv|webm)|v\.qq\.com|player|youku|bilibili|video|cctv/i;

/** The element that holds the main text; undefined when no text stands out. */
export function findArticle(document: Document, chunks: readonly Chunk[]): Element | undefined {
  const named = queryAll(document, NAMED, 20)
    .map((element) => ({ element, length: (textOf(element) ?? '').trim().length }))
    .sort((a, b) => b.length - a.length)[0];
  if (named && (named.length >= LEAST || queryAll(named.element, 'img, video, iframe', 1).length > 0))
    return named.element;
  const weights = new Map<Element, number>();
  for (const { text, element } of chunks) {
    if (text.length < 25 || linkAround(element)) continue;
    // A paragraph's parent holds the text; its grandparent, when each paragraph has a wrapper.
    let current = parentElementOf(element);
    for (let level = 0; current && level < 3 && localNameOf(current) !== 'body'; level++) {
      weights.set(current, (weights.get(current) ?? 0) + text.length / (level + 1));
      current = parentElementOf(current);
    }
  }
  const best = [...weights].sort(([, a], [, b]) => b - a)[0];
  return best && best[1] >= LEAST ? best[0] : undefined;
}

export function describeArticle(article: Element, context: ProbeContext): InterpretationFacts['article'] {
  const pictures = queryAll(article, 'img', 200).filter((image) => widthOf(image) >= WIDE).length;
  return {
    selector: context.selectorOf(article),
    chars: (textOf(article) ?? '').replace(/\s+/g, '').length,
    pictures,
    links: linksIn(article, 60),
  };
}

/** Drawn, natural or declared width, whichever is largest: a late picture may not have come yet. */
function widthOf(image: Element): number {
  const natural = image instanceof HTMLImageElement ? image.naturalWidth : 0;
  const declared = Number.parseInt(attribute(image, 'width') ?? '', 10) || 0;
  return Math.max(rectOf(image).width, natural, declared);
}

export function findMedia(article: Element, context: ProbeContext): InterpretationFacts['media'] {
  const media: InterpretationFacts['media'] = [];
  for (const element of queryAll(article, 'video, audio, iframe, embed, object, a[href]', 300)) {
    const name = localNameOf(element);
    const source = [attribute(element, 'src'), attribute(element, 'data'), attribute(element, 'href')]
      .join(' ')
      .trim();
    const form =
      name === 'video'
        ? 'video'
        : name === 'audio'
          ? 'audio'
          : name === 'a'
            ? linkedForm(source)
            : frameForm(source);
    if (form && media.length < 20)
      media.push({ form, what: source.slice(0, 200), selector: context.selectorOf(element) });
  }
  return media;
}

function linkedForm(href: string): 'video' | 'audio' | undefined {
  if (/\.(?:mp4|m3u8|flv|avi|mov|wmv)(?:\?|$)/i.test(href)) return 'video';
  return /\.(?:mp3|wav|m4a|wma)(?:\?|$)/i.test(href) ? 'audio' : undefined;
}

function frameForm(source: string): 'video' | 'animation' | undefined {
  if (/\.swf(?:\?|$)/i.test(source)) return 'animation';
  if (PLAYER.test(source)) return 'video';
  return formIn(source) === 'animation' ? 'animation' : undefined;
}

/** Links with a text and an address. */
export function linksIn(root: Element, cap: number): NamedLink[] {
  const own = localNameOf(root) === 'a' ? [root] : [];
  return [...own, ...queryAll(root, 'a[href]', cap)].flatMap((link) => {
    const address = addressOf(link, baseOf(link));
    const text = shortText(textOf(link), 160) || shortText(attribute(link, 'title'), 160) || altIn(link);
    const title = shortText(attribute(link, 'title'), 160);
    return address && (text || title) ? [{ text: title.length > text.length ? title : text, address }] : [];
  });
}

function altIn(link: Element): string {
  const image = queryAll(link, 'img[alt]', 1)[0];
  return image ? shortText(attribute(image, 'alt'), 160) : '';
}
