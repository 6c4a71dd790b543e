// Counts what was reported on the examples: barriers found, and certain reports where the collection says there is none.
import type { Example } from './example';
import type { Report } from './look';

/** An example and what was reported on its page; no reports = the page could not be read. */
export interface Seen {
  example: Example;
  reports?: Report[];
}

export interface FalseAlarm {
  example: string;
  rule: string;
  subject: string;
}

/** One side of the count: own rules alone, axe alone, or both. */
export interface Side {
  side: 'own' | 'axe' | 'together';
  /** Failed examples (those that name a criterion or rules) on which a rule that speaks of the barrier reported something, certain or not. */
  found: number;
  /** Of these, those on which such a report was certain. */
  foundCertain: number;
  /** Passed and inapplicable examples with a certain report of whatever criterion. */
  alarmed: number;
  /** Of these, those whose certain report is about a criterion of the example: what the collection itself calls wrong. */
  alarmedOnCriterion: number;
}

export interface Tally {
  failed: number;
  /** Passed and inapplicable examples: what false alarms are a share of. */
  clean: number;
  sides: Side[];
  /** Every certain report on a clean example, in the order of the examples. */
  alarms: (FalseAlarm & { own: boolean; onCriterion: boolean })[];
  /** Failed examples that nobody found. */
  missed: string[];
  /** Examples whose page could not be read; they count nowhere. */
  unread: string[];
}

export function tally(seen: Seen[]): Tally {
  const unread = seen.filter(({ reports }) => !reports).map(({ example }) => example.name);
  const read = seen.flatMap(({ example, reports }) => (reports ? [{ example, reports }] : []));
  // What a collection calls failed without naming a criterion cannot be told from other faults of the page.
  const failed = read.filter(({ example }) => example.expected === 'failed' && isAbout(example));
  const clean = read.filter(({ example }) => example.expected !== 'failed');
  const count = (side: Side['side']): Side => {
    const counts = ({ own }: Report) => side === 'together' || own === (side === 'own');
    const hits = failed.map(({ example, reports }) =>
      reports.filter((report) => counts(report) && speaksOf(example, report)),
    );
    const alarms = clean.map(({ example, reports }) => ({
      example,
      certain: reports.filter((report) => counts(report) && report.certain),
    }));
    return {
      side,
      found: hits.filter((reports) => reports.length > 0).length,
      foundCertain: hits.filter((reports) => reports.some(({ certain }) => certain)).length,
      alarmed: alarms.filter(({ certain }) => certain.length > 0).length,
      alarmedOnCriterion: alarms.filter(({ example, certain }) =>
        certain.some((report) => speaksOf(example, report)),
      ).length,
    };
  };
  return {
    failed: failed.length,
    clean: clean.length,
    sides: [count('own'), count('axe'), count('together')],
    alarms: clean.flatMap(({ example, reports }) =>
      reports
        .filter(({ certain }) => certain)
        .map((report) => ({
          example: example.name,
          rule: report.rule,
          subject: report.subject,
          own: report.own,
          onCriterion: speaksOf(example, report),
        })),
    ),
    missed: failed
      .filter(({ example, reports }) => !reports.some((report) => speaksOf(example, report)))
      .map(({ example }) => example.name),
    unread,
  };
}

function isAbout({ rules, criteria }: Example): boolean {
  return rules !== undefined || criteria.length > 0;
}

/** The report is about what the example shows. */
function speaksOf({ rules, criteria }: Example, report: Report): boolean {
  if (rules) return rules.includes(report.rule);
  return report.criteria.some((criterion) => criteria.includes(criterion));
}

/** The tally as lines of text for a terminal; `published` results of other tools stand below it. */
export function tallyText(
  title: string,
  result: Tally,
  published: { tool: string; reported: number; withPrompts: number; of: number }[],
): string {
  const { failed, clean, sides, alarms, missed, unread } = result;
  const share = (part: number, whole: number) =>
    `${part}/${whole}${whole > 0 ? ` (${((part / whole) * 100).toFixed(2)} %)` : ''}`;
  const lines = [`# ${title}`, `examples with a barrier: ${failed}, without: ${clean}`];
  for (const { side, found, foundCertain, alarmed, alarmedOnCriterion } of sides) {
    lines.push(`${side.padEnd(9)} found ${share(found, failed)}, of these certain ${foundCertain}`);
    if (clean > 0)
      lines.push(
        `${''.padEnd(9)} false alarms ${share(alarmed, clean)}, about the example's own criteria ${share(alarmedOnCriterion, clean)}`,
      );
  }
  for (const { tool, reported, withPrompts, of } of published)
    lines.push(
      `published: ${tool} ${share(reported, of)}, with prompts to check by hand ${share(withPrompts, of)}`,
    );
  for (const { example, rule, subject, onCriterion } of alarms)
    lines.push(
      `alarm${onCriterion ? '' : ' (other criterion)'}: ${example}: ${rule}: ${subject.replace(/\s+/g, ' ').slice(0, 100)}`,
    );
  for (const name of missed) lines.push(`missed: ${name}`);
  for (const name of unread) lines.push(`not read: ${name}`);
  return lines.join('\n');
}
