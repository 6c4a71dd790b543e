// Public messages that nobody answered in time, answers that stopped coming, and personal data left in what is published.
import { z } from 'zod';
import wording, {
  expected,
  groups,
  notes,
  messages as say,
  stateWords,
} from '@/lib/locale/zh-CN/checks/unanswered-messages';
import type { FrameFacts, PageFacts } from '@/lib/model/page-facts';
import type { Skip } from '@/lib/model/primitives';
import type { MessagesSummary } from '@/lib/model/summary';
import { addMonths, daysBetween, shanghaiDay } from '@/lib/text/days';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { type Message, type MessageList, messageLists } from './judge/messages';
import { columnOf, isLaterPage } from './judge/page-column';

const Params = z.object({
  /** A message must be answered within this many months (veto). */
  unansweredMonths: z.int().min(1).default(3),
  /** Only messages of the last so many months count. */
  withinMonths: z.int().min(1).default(12),
  /** Newest answer at most so many months old. */
  staleMonths: z.int().min(1).default(2),
  /** Calendar days for an answer; left out = the set has no limit. */
  replyDays: z.int().min(1).optional(),
});

interface Place {
  today: string;
  params: z.infer<typeof Params>;
  facts: PageFacts;
  frame: FrameFacts;
}

export default defineCheck({
  id: 'unanswered-messages',
  probes: ['interaction'],
  scope: 'page',
  params: Params,
  run(facts, { params }) {
    const today = shanghaiDay(facts.at);
    const findings: FindingDraft[] = [];
    const skipped: Skip[] = [];
    const counted: Message[] = [];
    for (const frame of facts.frames) {
      const seen = frame.facts.interaction;
      if (!seen) continue;
      const place: Place = { today, params, facts, frame };
      const lists = messageLists(seen, frame.url, today);
      for (const list of lists) {
        if (list.column === 'left-out') {
          skipped.push(notes.leftOut(list.name));
          continue;
        }
        counted.push(...list.messages);
        findings.push(...judgeList(list, place, skipped));
      }
      if (lists.some(({ column }) => column !== 'left-out')) findings.push(...exposed(frame, facts.url));
    }
    const summary = summarise(counted, today);
    if (params.replyDays === undefined && summary.longestDays !== undefined)
      skipped.push(notes.noLimit(summary.longestDays));
    return {
      ...(counted.length === 0 && findings.length === 0 && { outcome: 'inapplicable' as const }),
      findings,
      skipped,
      summary,
    };
  },
});

function judgeList(list: MessageList, place: Place, skipped: Skip[]): FindingDraft[] {
  const { today, params } = place;
  const since = addMonths(today, -params.withinMonths);
  const limit = addMonths(today, -params.unansweredMonths);
  const findings: FindingDraft[] = [];
  const silent: Message[] = [];
  let older = 0;
  for (const message of list.messages) {
    const late = lateAnswer(message, place);
    if (late) findings.push(late);
    if (isAnswered(message) || message.state === 'invalid') continue;
    const asked = message.asked ?? message.dated;
    if (asked?.certain && asked.day < since) {
      if (message.state) older += 1;
      continue;
    }
    if (message.state === undefined) {
      if (asked && asked.day < limit) silent.push(message);
    } else if (asked === undefined) {
      if (message.state === 'unanswered') findings.push(undated(message, place));
    } else if (asked.day < limit) findings.push(unanswered(message, list, place));
  }
  if (older > 0) skipped.push(notes.olderUnanswered(older));
  if (list.total > list.messages.length) skipped.push(notes.cut(list.total - list.messages.length));
  if (!list.showsStates) skipped.push(notes.noStates(list.messages.length));
  else if (silent.length > 0) findings.push(stateMissing(silent, list, place));
  const stale = staleAnswers(list, place);
  return stale ? [...findings, stale] : findings;
}

function isAnswered({ state, hasAnswer }: Message): boolean {
  return hasAnswer || state === 'answered';
}

/** Sure only when the page itself says "unanswered" beside a whole date that is named as the message's. */
function unanswered(message: Message, list: MessageList, place: Place): FindingDraft {
  const { unansweredMonths } = place.params;
  const asked = message.asked ?? message.dated;
  const sure =
    message.state === 'unanswered' && message.asked?.certain === true && list.column === 'consultation';
  const state = message.state === 'in-hand' ? stateWords['in-hand'] : stateWords.unanswered;
  const text = say.unanswered(message.title, asked?.day ?? '', state, unansweredMonths);
  return {
    ...base('unanswered', message, place),
    outcome: sure ? 'fail' : 'review',
    message: asked?.certain === false ? text.replace(/。$/, `${say.askedUnsure}。`) : text,
    expected: expected.unanswered(unansweredMonths),
    found: `${state}，至检查之日已 ${daysBetween(asked?.day ?? place.today, place.today)} 天`,
  };
}

function undated(message: Message, place: Place): FindingDraft {
  return {
    ...base('unanswered-undated', message, place),
    outcome: 'review',
    message: say.unansweredUndated(message.title),
    expected: expected.unanswered(place.params.unansweredMonths),
  };
}

/** One finding for the list: the rows alike are looked through together. */
function stateMissing(silent: readonly Message[], list: MessageList, place: Place): FindingDraft {
  const [first] = silent;
  const months = place.params.unansweredMonths;
  return {
    ...base('state-missing', first, place),
    item: list.name || (first?.item ?? ''),
    outcome: 'review',
    message: say.stateMissing(silent.length, first?.title ?? '', months),
    expected: expected.unanswered(months),
    found: stateWords.none,
  };
}

function lateAnswer(message: Message, place: Place): FindingDraft | undefined {
  const { asked, answered } = message;
  const limit = place.params.replyDays;
  const days = replyDays(message);
  if (limit === undefined || !asked || !answered || days === undefined || days <= limit) return undefined;
  return {
    ...base('late-answer', message, place),
    outcome: asked.certain && answered.certain ? 'fail' : 'review',
    message: say.late(message.title, asked.day, answered.day, days, limit),
    expected: expected.late(limit),
    found: `${days} 天`,
  };
}

/**
 * The newest answer of a list is too old. Sure only on the first page of the column's own list, when nothing newer was
 * asked either: a list sorted by the day of asking may hold newer answers on later pages.
 */
function staleAnswers(list: MessageList, place: Place): FindingDraft | undefined {
  const { today, params, frame } = place;
  const answers = list.messages.flatMap(({ answered }) => (answered ? [answered.day] : [])).sort();
  const newest = answers.at(-1);
  const limit = addMonths(today, -params.staleMonths);
  if (list.single || newest === undefined || newest >= limit || isLaterPage(frame.url)) return undefined;
  const newerAsked = list.messages.some(({ asked, dated }) => ((asked ?? dated)?.day ?? '') >= limit);
  const undatedAnswers = list.messages.some((message) => isAnswered(message) && !message.answered);
  const page = frame.facts.interaction?.page;
  const ownColumn = page !== undefined && columnOf('', page) === 'consultation';
  const sure =
    ownColumn &&
    list.column === 'consultation' &&
    !newerAsked &&
    !undatedAnswers &&
    list.messages.length >= 3;
  const newestMessage = list.messages.find(({ answered }) => answered?.day === newest);
  return {
    ...base('stale-answers', newestMessage, place),
    item: list.name || 'list',
    outcome: sure && newestMessage?.answered?.certain ? 'fail' : 'review',
    message: say.stale(list.name, newest, params.staleMonths),
    expected: expected.stale(params.staleMonths),
    found: newest,
  };
}

function exposed(frame: FrameFacts, url: string): FindingDraft[] {
  const traces = frame.facts.interaction?.personal ?? [];
  return traces.map(({ kind, masked, near, selector }) => ({
    kind: 'exposed-number',
    item: `${kind} ${masked}`,
    outcome: 'review',
    group: groups['exposed-number'],
    message: say.exposed(kind, masked),
    expected: expected.exposed,
    found: near,
    advice: wording.advice,
    locator: { url, frame: frame.top ? '' : frame.url, selector },
  }));
}

function base(kind: keyof typeof groups, message: Message | undefined, { facts, frame }: Place) {
  return {
    kind,
    item: message?.item ?? '',
    group: groups[kind],
    advice: wording.advice,
    locator: {
      url: facts.url,
      frame: frame.top ? '' : frame.url,
      selector: message?.selector ?? '',
      ...(message && { text: message.title }),
    },
  };
}

function replyDays({ asked, answered }: Message): number | undefined {
  const days = asked && answered ? daysBetween(asked.day, answered.day) : -1;
  return days >= 0 ? days : undefined;
}

function summarise(messages: readonly Message[], today: string): MessagesSummary {
  const answered = messages.filter(isAnswered);
  const open = messages.filter((message) => !isAnswered(message) && message.state !== 'invalid');
  const newestAnswer = messages
    .flatMap((message) => (message.answered ? [message.answered.day] : []))
    .sort()
    .at(-1);
  const days = messages.map(replyDays).filter((count) => count !== undefined);
  return {
    day: today,
    total: messages.length,
    answered: answered.length,
    unanswered: open.filter(({ state }) => state !== undefined).length,
    unknown: open.filter(({ state }) => state === undefined).length,
    ...(newestAnswer && { newestAnswer }),
    ...(days.length > 0 && { longestDays: Math.max(...days) }),
  };
}
