// Check: does the page show text that was never meant for visitors — tests, unfilled templates, program values, damaged text?
import { z } from 'zod';
import { expected, groups, messages } from '@/lib/locale/zh-CN/checks/leftover-text';
import { findLeftover, type Leftover } from '@/lib/text/leftover';
import { findMojibake } from '@/lib/text/mojibake';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { ownTexts, type PlacedText } from './judge/own-text';

/** From so many different template marks on, the page's script most likely did not run at all. */
const SCRIPT_DID_NOT_RUN = 3;

type Kind = Leftover['kind'] | 'mojibake';

interface Found {
  kind: Kind;
  piece: string;
  certain: boolean;
  meant: string;
  place: PlacedText;
  count: number;
}

export default defineCheck({
  id: 'leftover-text',
  probes: ['text'],
  scope: 'page',
  params: z.object({}),
  run(facts, { subject }) {
    const texts = ownTexts(facts, subject);
    if (texts.length === 0) return { outcome: 'inapplicable', findings: [] };
    const found = new Map<string, Found>();
    for (const place of texts) {
      const one = findIn(place);
      if (!one) continue;
      // What happens in many places in the same way is one fault with a count.
      const key = `${one.kind} ${one.piece}`;
      const known = found.get(key);
      if (known) {
        known.count += 1;
        known.certain ||= one.certain;
      } else found.set(key, { ...one, place, count: 1 });
    }
    const all = [...found.values()];
    const templates = all.filter(({ kind }) => kind === 'template').length;
    if (templates >= SCRIPT_DID_NOT_RUN)
      for (const one of all) if (one.kind === 'template') one.certain = false;
    return { findings: all.map((one) => toFinding(one, templates, facts.url)) };
  },
});

function findIn(place: PlacedText): Omit<Found, 'place' | 'count'> | undefined {
  if (place.code) return undefined;
  const broken = findMojibake(place.text);
  if (broken) return { kind: 'mojibake', ...broken };
  const heading = place.kind === 'document-title' || /^h[1-6]$/.test(place.tag);
  const left = findLeftover(place.text, heading);
  // Attributes speak of pictures and links: an alt text "测试" is judged with the pictures.
  if (!left || (place.kind !== 'text' && place.kind !== 'document-title' && left.kind === 'empty-notice'))
    return undefined;
  return { ...left, meant: '' };
}

function toFinding(
  { kind, piece, certain, meant, place, count }: Found,
  templates: number,
  url: string,
): FindingDraft {
  const say = messages[kind];
  const doubt =
    kind === 'template' && templates >= SCRIPT_DID_NOT_RUN ? messages.scriptSilent : messages.look;
  return {
    kind,
    item: piece,
    outcome: certain ? 'fail' : 'review',
    group: groups[kind],
    message: `${say(piece, meant)}${count > 1 ? `（本页共 ${count} 处）` : ''}${certain ? '' : doubt}。`,
    expected: expected[kind],
    found: place.text.slice(0, 80),
    locator: { url, frame: place.frame, selector: place.selector, text: piece.slice(0, 40) },
  };
}
