// Judges what belongs to a page as a whole: its title and its language.
import type { BarrierFacts } from '@/lib/model/facts/barriers';
import { isEmptyTitle, plain } from '@/lib/text/barrier-words';
import type { BarrierId } from './rules';

export interface PageBarrier {
  rule: BarrierId;
  found: string;
}

/** `siteName` is the subject's name, '' when unknown; `home` tells the site's first page. */
export function judgePage(facts: BarrierFacts, page: { siteName: string; home: boolean }): PageBarrier[] {
  return [...judgeTitle(facts.title, page), ...judgeLanguage(facts)];
}

function judgeTitle(title: string, { siteName, home }: { siteName: string; home: boolean }): PageBarrier[] {
  if (title.trim() === '') return [];
  if (isEmptyTitle(title)) return [{ rule: 'title-placeholder', found: title }];
  const bare = plain(title).replace(/(?:门户)?(?:网站)?(?:首页)?$/, '');
  const name = plain(siteName).replace(/(?:门户)?(?:网站)?$/, '');
  if (!home && (plain(title) === '首页' || (name !== '' && bare === name)))
    return [{ rule: 'title-site-name', found: title }];
  return [];
}

/** Letters needed before the language of a page is judged at all. */
const ENOUGH = 120;

function judgeLanguage({ lang, letters, latinLanguage }: BarrierFacts): PageBarrier[] {
  const primary = lang?.trim().toLowerCase().split('-')[0] ?? '';
  if (!primary) return [];
  const all = letters.han + letters.latin + letters.kana + letters.hangul + letters.rightToLeft;
  if (all < ENOUGH) return [];
  const found = `lang=${lang}`;
  const chinese = letters.han > all * 0.7 && letters.kana < letters.han * 0.05;
  if (chinese && LATIN.test(primary)) return [{ rule: 'lang-wrong', found }];
  if (primary === 'zh' && letters.han === 0 && letters.latin > all * 0.95)
    return [{ rule: 'lang-wrong', found }];
  if (LATIN.test(primary) && latinLanguage && latinLanguage !== primary)
    return [{ rule: 'lang-doubtful', found }];
  return [];
}

const LATIN = /^(?:en|fr|de|es|it|pt|nl|sv|da|no|fi|pl|cs|tr|vi|id|ms)$/;
