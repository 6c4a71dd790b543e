// Barriers of structure: lists, headings and paragraphs that only look like ones, ids used twice, carousels without a stop.
import {
  attribute,
  closest,
  firstChildOf,
  firstNodeOf,
  localNameOf,
  nextNodeOf,
  nextOf,
  nodeTextOf,
  parentElementOf,
  queryAll,
} from '../dom/native';
import { type Scene, type Theme, trimmed } from './scene';

const BULLET =
  /^\s*(?:[*•·●○◆◇■□▪►▶※]|[-–—](?=\s)|[(（]?\d{1,2}[.、)）](?!\d)|[(（][一二三四五六七八九十]{1,2}[)）]|[①-⑳])\s*\S/;
const CAROUSEL =
  /(?:^|[\s_-])(?:swiper|slick|carousel|flexslider|slidebox|slideshow|slider|focusbox|focuspic|focusimg|lunbo|bxslider|superslide)(?:$|[\s_-])/i;

export function structureTheme(scene: Scene): Theme {
  const ids = new Set<string>();
  const headings: Element[] = [];
  const carousels: Element[] = [];
  let bodySize = 0;

  /** Lines of a block as line breaks part them, and whether breaks stand in pairs. */
  function linesOf(element: Element): { lines: string[]; pairs: number } {
    const lines: string[] = [];
    let line = '';
    let breaks = 0;
    let pairs = 0;
    for (let node = firstNodeOf(element); node; node = nextNodeOf(node)) {
      if (node.nodeType === 1 && localNameOf(node as Element) === 'br') {
        breaks += 1;
        if (breaks === 2 && lines.length > 0) pairs += 1;
        if (line.trim()) lines.push(line.trim());
        line = '';
        continue;
      }
      const text =
        node.nodeType === 3
          ? (nodeTextOf(node) ?? '')
          : node.nodeType === 1
            ? scene.text(node as Element, 200)
            : '';
      if (text.trim()) breaks = 0;
      line += text;
    }
    if (line.trim()) lines.push(line.trim());
    return { lines, pairs };
  }

  function judgeBreaks(element: Element): void {
    const { lines, pairs } = linesOf(element);
    if (lines.filter((line) => BULLET.test(line)).length >= 3) scene.note('list-fake', element);
    if (pairs >= 2 || (pairs >= 1 && lines.filter((line) => line.length > 30).length >= 3))
      scene.note('paragraph-breaks', element);
  }

  /** The first of at least three paragraphs in a row that begin with a bullet. */
  function judgeRun(paragraph: Element): void {
    if (!BULLET.test(scene.text(paragraph, 20))) return;
    let before: Element | null = null;
    const parent = parentElementOf(paragraph);
    for (let child = parent && firstChildOf(parent); child && child !== paragraph; child = nextOf(child))
      before = child;
    if (before && BULLET.test(scene.text(before, 20))) return;
    let length = 1;
    for (let next = nextOf(paragraph); next && BULLET.test(scene.text(next, 20)); next = nextOf(next))
      length += 1;
    if (length >= 3) scene.note('list-fake', paragraph);
  }

  function judgeFakeHeading(element: Element, name: string): void {
    const text = scene.text(element, 60);
    if (text.length < 2 || text.length > 45 || /[。；;，,]$/.test(text)) return;
    const next = nextOf(element);
    if (!next || !/^(?:p|div|ul|ol|table|section)$/.test(localNameOf(next))) return;
    const following = scene.text(next, 120);
    if (following.length < 20 || following.length <= text.length) return;
    if (
      closest(
        element,
        'a,button,li,th,td,label,legend,caption,nav,header,footer,dt,figcaption,form,[role=heading],h1,h2,h3,h4,h5,h6',
      )
    )
      return;
    if (/^(?:h[1-6]|ul|ol|table|form)$/.test(localNameOf(firstChildOf(element) ?? element))) return;
    let look = element;
    if (scene.ownText(element).trim() === '') {
      const child = firstChildOf(element);
      if (!child || nextOf(child) || !/^(?:strong|b|span|font|em)$/.test(localNameOf(child))) return;
      look = child;
    }
    const style = scene.style(look);
    const nextStyle = scene.style(next);
    const bold =
      Number.parseInt(style.fontWeight, 10) >= 600 && Number.parseInt(nextStyle.fontWeight, 10) < 600;
    bodySize ||= Number.parseFloat(nextStyle.fontSize) || 16;
    const large =
      Number.parseFloat(style.fontSize) >= (Number.parseFloat(nextStyle.fontSize) || bodySize) * 1.25;
    if ((bold || large) && (name !== 'div' || bold || text.length <= 30)) scene.note('heading-fake', element);
  }

  function judgeHeading(element: Element, name: string): void {
    const text = scene.text(element, 200);
    if (name === 'h1' && scene.visible(element)) headings.push(element);
    const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    if (han > 60 || text.length > 130) scene.note('heading-long', element, `${text.length} 字`);
  }

  return {
    visit(element, name) {
      const attributes = scene.attributes(element);
      const id = attributes.includes('id') && attribute(element, 'id');
      if (id) {
        if (ids.has(id)) scene.note('id-duplicate', element, id);
        ids.add(id);
      }
      if (/^h[1-6]$/.test(name)) judgeHeading(element, name);
      else if (name === 'br') {
        const parent = parentElementOf(element);
        // Once for each block: at its first break.
        if (parent && queryAll(parent, ':scope > br', 1)[0] === element && scene.visible(parent))
          judgeBreaks(parent);
      } else if (name === 'p') {
        const text = scene.text(element, 60);
        if (!text && !firstMedia(element)) scene.note('paragraph-empty', element);
        else if (scene.visible(element)) {
          judgeRun(element);
          judgeFakeHeading(element, name);
        }
      } else if (name === 'div') {
        if (scene.ownText(element).trim() && scene.visible(element)) judgeFakeHeading(element, name);
      } else if (name === 'blockquote') {
        if (queryAll(element, 'table,form,ul,ol,h1,h2,h3,blockquote', 1).length > 0)
          scene.note('blockquote-indent', element);
      } else if (name === 'ul' || name === 'ol') {
        const first = firstChildOf(element);
        if (
          first &&
          !nextOf(first) &&
          localNameOf(first) === 'li' &&
          scene.visible(element) &&
          scene.text(element, 200).length > 0
        )
          scene.note('list-single', element);
      } else if (name === 'article') {
        if (
          queryAll(element, 'nav,[role=navigation]', 1).length > 0 &&
          queryAll(element, 'p', 1).length === 0
        )
          scene.note('article-misused', element);
      }
      const kind = attributes.includes('class') && attribute(element, 'class');
      if (
        kind &&
        CAROUSEL.test(kind) &&
        carousels.length < 20 &&
        !carousels.some((known) => known.contains(element))
      )
        carousels.push(element);
    },
    *finish() {
      if (headings.length > 1)
        for (const heading of headings.slice(1)) scene.note('heading-several-top', heading);
      for (const carousel of carousels) {
        yield;
        if (!scene.visible(carousel) || queryAll(carousel, 'li,[class*="slide"],img', 3).length < 3) continue;
        const stop = queryAll(
          carousel,
          'button,[class*="pause"],[class*="stop"],[aria-label*="暂停"],[title*="暂停"]',
          20,
        ).some((control) =>
          /pause|stop|暂停|停止/i.test(
            `${trimmed(control, 'class')} ${trimmed(control, 'aria-label')} ${trimmed(control, 'title')} ${scene.text(control, 20)}`,
          ),
        );
        if (!stop) scene.note('carousel-no-pause', carousel);
      }
    },
  };
}

function firstMedia(element: Element): boolean {
  return (
    queryAll(element, 'img,svg,video,audio,iframe,object,embed,canvas,input,select,button,textarea', 1)
      .length > 0
  );
}
