// Compares the site code in its three places on a page: foot, page tag, find-error entry.
import { tagKey } from '@/lib/text/page-tag-names';
import { isSiteCode } from '@/lib/text/site-code';
import type { Candidate, FrameView } from './candidate';

export interface CodeSource {
  /** Where the code was read, plain Chinese. */
  place: string;
  code: string;
}

/** All codes that can be compared, foot first; only well-formed ones speak. */
export function codeSources(views: FrameView[], printed: Candidate[], entries: Candidate[]): CodeSource[] {
  const own = views.filter(({ foreign }) => !foreign);
  const metas = own
    .flatMap(({ facts }) => facts.metas)
    .filter(({ name, attribute }) => attribute !== 'http-equiv' && tagKey(name) === 'siteidcode')
    .map(({ content }) => content);
  const sources: CodeSource[] = [
    ...printed
      .filter(({ visible, rank }) => visible && rank < 3)
      .map(({ canonical }) => ({ place: '页脚', code: canonical })),
    ...metas.map((code) => ({ place: '网页标签', code })),
    ...entries
      .filter(({ rank }) => rank < 10)
      .map(({ canonical }) => ({ place: '找错入口', code: canonical })),
  ];
  const seen = new Set<string>();
  return sources
    .map(({ place, code }) => ({ place, code: code.trim().toLowerCase() }))
    .filter(({ place, code }) => {
      const key = `${place} ${code}`;
      if (!isSiteCode(code) || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** true when the sources name more than one code. */
export function disagree(sources: readonly CodeSource[]): boolean {
  return new Set(sources.map(({ code }) => code)).size > 1;
}
