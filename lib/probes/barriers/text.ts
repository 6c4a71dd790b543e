// Barriers of running text: how it is set, and wording that only some visitors can follow.
import { colourWords, sensoryWords, timeLimitWords } from '@/lib/text/barrier-words';
import { guessLatinLanguage } from '@/lib/text/latin-language';
import { attribute, closest, firstNodeOf, localNameOf, nextNodeOf, nodeTextOf } from '../dom/native';
import { type Scene, type Theme, trimmed } from './scene';

const INLINE =
  /^(?:a|b|strong|em|i|u|span|font|small|big|sub|sup|mark|code|abbr|label|time|s|del|ins|q|cite|img|br|wbr)$/;
const HAN = /[\u3400-\u9fff]/g;
const SPACED = /^[\u4e00-\u9fff](?:[ \u00a0\u3000]+[\u4e00-\u9fff]){1,7}[:：]?$|^[A-Za-z](?: [A-Za-z]){3,}$/;

export function textTheme(scene: Scene): Theme {
  /** Text of a block with its inline parts; the block itself holds some text directly. */
  function blockText(element: Element): string {
    return scene.text(element, 6000);
  }

  function judgeType(element: Element, own: string): void {
    const style = scene.style(element);
    const size = Number.parseFloat(style.fontSize);
    if (size > 0 && size < 12 && /[\p{L}\p{N}]/u.test(own))
      scene.note('text-tiny', element, `${round(size)}px`);
    if (style.fontStyle === 'italic' && weight(own) >= 60) scene.note('text-italic', element);
    const latin = own.match(/[A-Za-z]/g)?.length ?? 0;
    const upper = style.textTransform === 'uppercase' || (latin > 0 && own.toUpperCase() === own);
    if (upper && latin >= 24 && own.trim().split(/\s+/).length >= 4) scene.note('text-all-caps', element);
    if (style.textDecorationLine.includes('underline') && !closest(element, 'a,abbr,ins,button,[role]'))
      scene.note('text-underlined', element);
  }

  function judgeBlock(element: Element, text: string): void {
    const style = scene.style(element);
    if (style.display === 'inline') return;
    const size = Number.parseFloat(style.fontSize) || 16;
    const units = weight(text);
    if (units >= 60) {
      if (style.textAlign === 'justify') scene.note('text-justified', element);
      const { width, height } = scene.rect(element);
      const line = Number.parseFloat(style.lineHeight);
      const lines = height / (line || size * 1.2);
      if (line > 0 && line / size < 1.2 && lines > 1.5)
        scene.note('text-line-height', element, `${round(line / size)} 倍`);
      // A Latin letter takes about half the width of a Chinese one; `units` counts it so.
      const perLine = width / size;
      const han = (text.match(HAN)?.length ?? 0) > text.length / 3;
      if (units > perLine * 1.3 && perLine > 0 && (han ? perLine > 50 : perLine / 0.46 > 92))
        scene.note('text-long-lines', element, `每行约 ${Math.round(han ? perLine : perLine / 0.46)} 字`);
    }
    if (units > 800) scene.note('text-wall', element, `${text.length} 字`);
    if (units >= 60) judgeSentences(element, text);
  }

  function judgeSentences(element: Element, text: string): void {
    const han = text.match(HAN)?.length ?? 0;
    if (han > text.length / 3) {
      const longest = Math.max(
        ...text.split(/[。！？；!?;]/).map((sentence) => sentence.match(HAN)?.length ?? 0),
      );
      if (longest > 160) scene.note('text-hard', element, `一句 ${longest} 字`);
      return;
    }
    const words = text.split(/\s+/).length;
    const sentences = text.split(/[.!?]\s+(?=[A-Z])/).length;
    if (words >= 50 && words / sentences > 25)
      scene.note('text-hard', element, `每句约 ${Math.round(words / sentences)} 词`);
  }

  function judgeWords(element: Element, text: string): void {
    const place = sensoryWords(text);
    if (place) scene.note('text-by-place', element, place);
    const colour = colourWords(text);
    if (colour) scene.note('text-by-colour', element, colour);
    const limit = timeLimitWords(text);
    if (limit) scene.note('text-time-limit', element, limit);
  }

  function judgeForeign(element: Element, own: string): void {
    const tagged = closest(element, '[lang]');
    if (tagged && localNameOf(tagged) !== 'html') return;
    const lang = (tagged && attribute(tagged, 'lang')?.toLowerCase()) ?? '';
    const chinese = lang.startsWith('zh');
    if (chinese) {
      const run = /[A-Za-z][A-Za-z'’,.;:()\s-]{58,}/.exec(own)?.[0] ?? '';
      if (run.trim().split(/\s+/).length >= 8) scene.note('text-foreign', element, run.slice(0, 60));
    } else if (lang && !/^(?:zh|ja|ko)/.test(lang)) {
      const han = /[\u4e00-\u9fff][\u4e00-\u9fff，。、；：\s]{3,}/.exec(own)?.[0];
      if (han) scene.note('text-foreign', element, han.slice(0, 60));
      for (const quote of own.match(/[“"«][^”"»]{8,200}[”"»]/g) ?? []) {
        const guess = guessLatinLanguage(quote, 2);
        if (guess && !lang.startsWith(guess)) scene.note('text-foreign', element, quote);
      }
    }
  }

  function judgeSpacing(element: Element, own: string): void {
    const line = own.replace(/\s+/g, ' ').trim();
    if (line.length <= 24 && SPACED.test(line)) scene.note('text-spaced-letters', element, line);
  }

  return {
    visit(element, name) {
      if (name === 'font') scene.note('text-font-element', element);
      if (name === 'center') scene.note('text-center-element', element);
      if (name === 'u') scene.note('text-underlined', element);
      if (name === 'pre') judgePre(scene, element);
      if ((name === 'abbr' || name === 'acronym') && !trimmed(element, 'title')) {
        const parent = closest(element, 'p,li,td,dd,div,main,body');
        if (!parent || !/[（(]/.test(scene.text(parent, 2000))) scene.note('text-abbreviation', element);
      }
      const own = scene.ownText(element);
      if (own.length < 2 || own.trim().length < 2) return;
      // A warning may be hidden until it is due.
      const limit = timeLimitWords(own);
      if (limit) scene.note('text-time-limit', element, limit);
      if (!scene.visible(element)) return;
      judgeType(element, own);
      judgeSpacing(element, own);
      judgeForeign(element, own);
      if (own.trim().length < 6) return;
      if (INLINE.test(name)) {
        judgeWords(element, own);
        return;
      }
      const text = blockText(element);
      judgeWords(element, text.length > 1200 ? own : text);
      // A container of many blocks is judged by the blocks.
      if (own.length * 3 >= text.length) judgeBlock(element, text);
    },
  };
}

function judgePre(scene: Scene, element: Element): void {
  const text = scene.ownText(element);
  const marks = text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (text.split('\n').filter((line) => line.trim()).length >= 2 && marks > 8 && marks > letters * 0.4)
    scene.note('text-ascii-art', element);
  for (let node = firstNodeOf(element); node; node = nextNodeOf(node))
    if (node.nodeType === 1 && /^(?:code|samp|kbd)$/.test(localNameOf(node as Element))) return;
    else if (node.nodeType === 3 && (nodeTextOf(node) ?? '').trim()) scene.note('text-preformatted', element);
}

/** Length in Chinese-letter widths. */
function weight(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  return han + (text.length - han) * 0.5;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
