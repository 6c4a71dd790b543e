// Own accessibility audits beyond axe-core: what is certain fails, everything else is for a person to look at.
import { z } from 'zod';
import { barrierWords } from '@/lib/locale/zh-CN/barriers/words';
import wording, { frameNote, manyPlaces, onePlace } from '@/lib/locale/zh-CN/checks/barriers';
import type { BarrierFacts, BarrierPlace } from '@/lib/model/facts/barriers';
import type { PageFacts } from '@/lib/model/page-facts';
import type { AccessibilityRule, AccessibilitySummary } from '@/lib/model/summary';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { judgePage } from './judge/barriers/page-rules';
import { type BarrierId, type BarrierLevel, barrierRules, isBarrierId } from './judge/barriers/rules';

/** A rule's sightings on the whole page. */
interface Sighted {
  count: number;
  places: (BarrierPlace & { frame: string })[];
}

const ORDER: BarrierLevel[] = ['violation', 'needs-review', 'best-practice'];
const IMPACT: Record<BarrierLevel, string> = {
  violation: 'serious',
  'needs-review': 'moderate',
  'best-practice': 'minor',
};

/**
 * A violation is one finding per element (`item` = rule id + '|' + what the element is); everything else is one finding per
 * rule (`item` = rule id), so that a page's habits do not bury its faults.
 */
export default defineCheck({
  id: 'barriers',
  probes: ['barriers'],
  scope: 'page',
  params: z.object({}),
  run(facts, context) {
    const seen = collect(facts, context.subject?.name ?? '');
    const rules = [...seen].sort(
      ([a], [b]) =>
        ORDER.indexOf(barrierRules[a].level) - ORDER.indexOf(barrierRules[b].level) || (a < b ? -1 : 1),
    );
    const findings = rules.flatMap(([id, sighted]) => draft(id, sighted, facts.url));
    const summary: AccessibilitySummary = {
      violations: rules.filter(([id]) => barrierRules[id].level === 'violation').map(summarise),
      needsReview: rules.filter(([id]) => barrierRules[id].level !== 'violation').map(summarise),
    };
    const nothing = facts.frames.every((frame) => (frame.facts.barriers?.elements ?? 0) === 0);
    return { ...(nothing ? { outcome: 'inapplicable' as const } : {}), findings, summary };
  },
});

function collect(facts: PageFacts, siteName: string): Map<BarrierId, Sighted> {
  const seen = new Map<BarrierId, Sighted>();
  const add = (id: BarrierId, count: number, places: Sighted['places']) => {
    const known = seen.get(id) ?? { count: 0, places: [] };
    seen.set(id, { count: known.count + count, places: [...known.places, ...places] });
  };
  for (const frame of facts.frames) {
    const barriers = frame.facts.barriers;
    if (!barriers) continue;
    const at = frame.top ? '' : frame.url;
    for (const { rule, count, places } of barriers.sightings)
      if (isBarrierId(rule) && !isExplained(rule, barriers))
        add(
          rule,
          count,
          places.map((place) => ({ ...place, frame: at })),
        );
    // Nobody sees the title of a frame's document.
    for (const { rule, found } of judgePage(barriers, { siteName, home: isHome(facts.url) }))
      if (frame.top || !rule.startsWith('title-'))
        add(rule, 1, [{ selector: 'html', subject: barriers.title.slice(0, 60), value: found, frame: at }]);
  }
  return seen;
}

/** On a page whose own language is given wrong every passage looks foreign: one fault, said once. */
function isExplained(rule: BarrierId, { lang, letters }: BarrierFacts): boolean {
  if (rule !== 'text-foreign') return false;
  const chinesePage = letters.han > letters.latin;
  return chinesePage !== (lang ?? '').trim().toLowerCase().startsWith('zh');
}

function isHome(url: string): boolean {
  try {
    return /^\/(?:(?:index|default)\.\w+)?$/i.test(new URL(url).pathname);
  } catch {
    return true;
  }
}

function draft(id: BarrierId, { count, places }: Sighted, url: string): FindingDraft[] {
  const { level, criterion } = barrierRules[id];
  const { title, advice } = barrierWords[id];
  const base = {
    kind: level,
    group: title,
    expected: `WCAG 2.2 ${criterion}`,
    advice: advice || wording.advice,
  };
  const locate = (place: Sighted['places'][number]) => ({
    url,
    frame: place.frame,
    selector: place.selector,
    ...(place.subject ? { text: place.subject } : {}),
  });
  if (level === 'violation') {
    const known = new Map<string, number>();
    return places.map((place) => {
      const times = (known.get(place.subject) ?? 0) + 1;
      known.set(place.subject, times);
      return {
        ...base,
        item: `${id}|${place.subject}${times > 1 ? `#${times}` : ''}`,
        outcome: 'fail' as const,
        message: onePlace(title, place.subject, place.value),
        found: place.value ?? place.subject,
        locator: locate(place),
      };
    });
  }
  const [first] = places;
  if (!first) return [];
  const examples = places
    .slice(0, 3)
    .map(({ subject, value }) => (value ? `${subject}（${value}）` : subject));
  return [
    {
      ...base,
      item: id,
      outcome: 'review',
      message: manyPlaces(title, count, first.subject) + (first.frame ? frameNote : ''),
      found: examples.join('；'),
      locator: locate(first),
    },
  ];
}

function summarise([id, { count, places }]: [BarrierId, Sighted]): AccessibilityRule {
  const { level, criterion } = barrierRules[id];
  return {
    rule: `gsi-${id}`,
    impact: IMPACT[level],
    help: `${barrierWords[id].title}（WCAG ${criterion}）`,
    bestPractice: level === 'best-practice',
    count,
    nodes: places.map(({ selector, frame }) => ({ selector, ...(frame ? { frame } : {}) })),
  };
}
