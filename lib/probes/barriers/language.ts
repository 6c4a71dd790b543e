// The language of a page and its parts, its direction, and whether it fits the window.
import type { LetterCounts } from '@/lib/model/facts/barriers';
import { guessLatinLanguage } from '@/lib/text/latin-language';
import { attribute, localNameOf, queryAll } from '../dom/native';
import { type Scene, type Theme, trimmed } from './scene';

const MAX_LETTERS = 20_000;

export interface LanguageTheme extends Theme {
  letters: LetterCounts;
  latinLanguage(): string;
}

export function languageTheme(scene: Scene): LanguageTheme {
  const letters: LetterCounts = { han: 0, latin: 0, kana: 0, hangul: 0, rightToLeft: 0 };
  let sample = '';
  let read = 0;

  function count(text: string): void {
    if (read >= MAX_LETTERS) return;
    read += text.length;
    for (const [script, pattern] of SCRIPTS) letters[script] += text.match(pattern)?.length ?? 0;
    if (sample.length < 4000) sample += ` ${text}`;
  }

  function judgePart(element: Element): void {
    const lang = trimmed(element, 'lang').toLowerCase().split('-')[0] ?? '';
    const text = scene.text(element, 400);
    if (!lang || text.length < 2) return;
    const seen = lettersOf(text);
    const all = Object.values(seen).reduce((sum, value) => sum + value, 0);
    if (all === 0) return;
    const wrongScript =
      (lang === 'zh' && seen.latin === all && all >= 20) ||
      (LATIN.test(lang) && seen.han + seen.kana + seen.hangul + seen.rightToLeft > all * 0.8 && all >= 4);
    const guess = LATIN.test(lang) ? guessLatinLanguage(text, 2) : '';
    if (wrongScript || (guess !== '' && guess !== lang))
      scene.note('lang-part-wrong', element, `lang=${lang}`);
    const rtl = attribute(element, 'dir') ?? scene.style(element).direction;
    if (RIGHT_TO_LEFT.test(lang) && seen.rightToLeft > all / 2 && !/rtl|auto/.test(rtl))
      scene.note('direction-missing', element, `lang=${lang}`);
  }

  /** Long navigation, and no way past it: neither a link to the content nor a landmark or heading to jump to. */
  function judgeEntrance(body: Element): void {
    if (queryAll(scene.document, 'main,[role=main],h1,h2', 1).length > 0) return;
    const links = queryAll(scene.document, 'a[href]', 41);
    if (links.length <= 40) return;
    const skips = links
      .slice(0, 5)
      .some((link) => /^#./.test(trimmed(link, 'href')) || /跳|正文|skip/i.test(scene.text(link, 20)));
    if (!skips) scene.note('skip-link-missing', body);
  }

  return {
    letters,
    latinLanguage: () => guessLatinLanguage(sample, 8),
    visit(element, name) {
      if (name === 'html') return;
      const attributes = scene.attributes(element);
      if (attributes.includes('lang')) judgePart(element);
      if (attributes.includes('dir') && trimmed(element, 'dir').toLowerCase() === 'rtl') {
        const seen = lettersOf(scene.text(element, 400));
        if (seen.rightToLeft === 0 && seen.latin + seen.han >= 4) scene.note('direction-wrong', element);
      }
      const own = read < MAX_LETTERS ? scene.ownText(element) : '';
      if (own.trim().length > 1 && scene.visible(element)) count(own.trim());
    },
    *finish() {
      const root = scene.document.documentElement;
      const body = scene.document.body;
      if (!root || !body || localNameOf(root) !== 'html') return;
      judgeEntrance(body);
      yield;
      if (root.scrollWidth > root.clientWidth + 20 && root.clientWidth >= 640)
        scene.note('page-wide', body, `${root.scrollWidth - root.clientWidth} 像素`);
    },
  };
}

const LATIN = /^(?:en|fr|de|es|it|pt|nl|sv|da|no|fi|pl|cs|tr|vi|id|ms)$/;
const RIGHT_TO_LEFT = /^(?:ar|he|fa|ur|ug|yi)$/;
const SCRIPTS: [keyof LetterCounts, RegExp][] = [
  ['han', /\p{Script=Han}/gu],
  ['latin', /\p{Script=Latin}/gu],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['rightToLeft', /[\p{Script=Arabic}\p{Script=Hebrew}]/gu],
];

function lettersOf(text: string): LetterCounts {
  const letters: LetterCounts = { han: 0, latin: 0, kana: 0, hangul: 0, rightToLeft: 0 };
  for (const [script, pattern] of SCRIPTS) letters[script] = text.match(pattern)?.length ?? 0;
  return letters;
}
