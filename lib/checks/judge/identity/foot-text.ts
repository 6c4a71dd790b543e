// Judges what only words tell: sponsor and contact data.
import type { IdentityLine } from '@/lib/model/facts/identity';
import { comparable, fold, tidy } from '@/lib/text/fold';
import { findPhoneNumbers, hasEmail, hasPhoneLabel } from '@/lib/text/phone-numbers';
import { endsWithSponsorLabel, findSponsors, isUnitName, mentionsSponsor } from '@/lib/text/sponsor';
import { type Candidate, type Doubt, type FrameView, partAt, placed, placeRank } from './candidate';
import { nextLine } from './lines';
import { speaks } from './mentions';

/** Lines at the page's end that may be its foot although nothing else says so. */
const LAST_LINES = 12;

/** Candidates for the sponsor in one frame: in the foot, or behind a full label at the page's end. */
export function findSponsor(view: FrameView): Candidate[] {
  const { lines } = view.facts;
  return lines.flatMap((line, position) => {
    if (!mentionsSponsor(line.text) || !maySpeak(view, line)) return [];
    const outside = line.region < 0;
    const next = nextLine(lines, position);
    const own = findSponsors(line.text)[0];
    const below =
      !own && next && endsWithSponsorLabel(line.text) ? findSponsors(`主办单位:${next.text}`)[0] : undefined;
    const hit = own ?? below;
    if (!hit) return [];
    // A second sponsor may stand alone on the next line.
    const more =
      own && next && !line.text.slice(own.end).trim() && isUnitName(next.text) ? ` ${tidy(next.text)}` : '';
    return [
      {
        rank: placeRank(view.facts, line.region) + (outside ? 3 : 0) + (view.foreign ? 10 : 0),
        state: 'present' as const,
        value: `${hit.value}${more}`,
        canonical: comparable(hit.value),
        notes: outside ? ['不在页脚'] : [],
        doubts: [],
        ...placed(view, partAt(line, hit.index)),
      },
    ];
  });
}

/** Events have sponsors too: outside the foot only a full label at the page's end counts. */
function maySpeak(view: FrameView, line: IdentityLine): boolean {
  const { facts } = view;
  if (!speaks(view, line)) return false;
  if (line.region >= 0) return true;
  return (
    facts.regions.every(({ inArticle }) => inArticle) &&
    line.order >= facts.page.lines - LAST_LINES &&
    /主\s?[办辦]\s?(?:单\s?位|單位)?\s*[:：]/.test(line.text)
  );
}

/** Candidates for contact data in one frame: telephone numbers in the foot. */
export function findContacts(view: FrameView): Candidate[] {
  const { lines } = view.facts;
  return lines.flatMap((line, position) => {
    if (line.region < 0 || !speaks(view, line)) return [];
    return phonesOf(lines, line, position).map((hit) => {
      const report = hit.role === 'report';
      const doubts: Doubt[] = report
        ? [
            {
              kind: 'entry-only',
              outcome: 'review',
              message: '页脚只有举报电话，未见网站联系电话，请核对。',
              expected: '网站联系电话',
              found: hit.value,
            },
          ]
        : [];
      return {
        rank:
          (hit.role === 'contact' ? 0 : report ? 4 : 1) +
          supportRank(line.text, hit.index) +
          (view.foreign ? 10 : 0),
        state: 'present' as const,
        value: hit.value,
        canonical: hit.digits,
        notes: report ? ['仅见举报电话'] : [],
        doubts,
        ...placed(view, partAt(line, hit.index)),
      };
    });
  });
}

function phonesOf(lines: IdentityLine[], line: IdentityLine, position: number) {
  const own = findPhoneNumbers(line.text);
  if (own.length) return own;
  const next = nextLine(lines, position);
  const label = fold(line.text).trim();
  if (!next || !hasPhoneLabel(label) || !/(?:电\s*话|热\s*线|总\s*机|tel|方式)\s*[:]?\s*$/i.test(label))
    return [];
  return findPhoneNumbers(`电话:${next.text}`).slice(0, 1);
}

/** Numbers of the technicians come after those of the office. */
function supportRank(text: string, index: number): number {
  return /(?:技术支持|运维|维护|承建|制作|开发)[^:：]{0,12}[:：]?[^:：]{0,30}$/.test(
    fold(text).slice(0, index),
  )
    ? 1
    : 0;
}

/** Ways to get in touch that are no number: a link to a contact page, an e-mail address. */
export function contactHints(view: FrameView): {
  kind: 'link' | 'email';
  spot: Pick<Candidate, 'selector' | 'frame' | 'visible' | 'rect'>;
  text: string;
}[] {
  const links = view.facts.traces
    .filter(
      ({ kind, text, visible }) =>
        kind === 'text' &&
        visible &&
        /^(?:联系我们|联系方式|联络我们|联系电话|contact us)$/i.test(fold(text).trim()),
    )
    .map((trace) => ({ kind: 'link' as const, spot: placed(view, trace), text: trace.text }));
  const mails = view.facts.lines
    .filter((line) => line.region >= 0 && hasEmail(line.text))
    .map((line) => ({
      kind: 'email' as const,
      spot: placed(view, line.parts[0]),
      text: line.text.trim().slice(0, 80),
    }));
  return [...mails, ...links];
}
