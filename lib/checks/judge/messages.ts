// Reads messages out of the rows and labelled values that the interaction probe saw: who asked when, answered when, in what state.
import { normalisePage } from '@/lib/checks/engine/finding-key';
import type {
  InteractionFacts,
  InteractionField,
  InteractionGroup,
  InteractionRow,
} from '@/lib/model/facts/interaction';
import { findDates, readDate } from '@/lib/text/dates';
import {
  bareHead,
  type ColumnKind,
  type InteractionRole,
  type MessageState,
  messageState,
  roleOf,
} from '@/lib/text/interaction-words';
import { splitLabels } from '@/lib/text/labels';
import { columnOf } from './page-column';

export interface SeenDay {
  day: string;
  /** false: the year was inferred. */
  certain: boolean;
}

export interface Message {
  title: string;
  /** Stable name for a finding: address without scheme, else title and day. */
  item: string;
  asked?: SeenDay;
  answered?: SeenDay;
  /** A date that nothing names. */
  dated?: SeenDay;
  /** What the page says of it; left out when it says nothing. */
  state?: MessageState;
  /** An answer's text or date stands on the page. */
  hasAnswer: boolean;
  selector: string;
}

export interface MessageList {
  name: string;
  column: ColumnKind;
  messages: Message[];
  /** Rows there are, also those not read. */
  total: number;
  /** Some row shows a state, an answer or the date of one. */
  showsStates: boolean;
  /** true: the labelled values of one message, no list. */
  single: boolean;
}

/** Words of labels and heads by which rows are messages even where the page does not say so. */
const MESSAGE_WORDS = /留言|来信|写信|咨询|信件|提问|问政|发信/;

/** Lists of messages in one frame; columns that the rule leaves out keep their place, named so. */
export function messageLists(facts: InteractionFacts, url: string, today: string): MessageList[] {
  const lists: MessageList[] = [];
  for (const group of facts.groups) {
    const messages = group.rows.flatMap((row) => messageOf(readRow(group, row), row, today));
    const column = columnFor(group.name, facts, labelsOf(group));
    if (messages.length === 0 || column === 'unknown') continue;
    const showsStates = messages.some(({ state, hasAnswer }) => state !== undefined || hasAnswer);
    lists.push({ name: group.name, column, messages, total: group.total, showsStates, single: false });
  }
  const single = singleMessage(facts, url, today);
  const column = columnFor('', facts, facts.fields.map(({ label }) => label).join(' '), true);
  if (single && column !== 'unknown')
    lists.push({ name: '', column, messages: [single], total: 1, showsStates: true, single: true });
  return lists;
}

function columnFor(name: string, facts: InteractionFacts, labels: string, single = false): ColumnKind {
  const column = columnOf(name, facts.page, single);
  return column === 'unknown' && MESSAGE_WORDS.test(labels) ? 'consultation' : column;
}

function labelsOf(group: InteractionGroup): string {
  const words = group.heads.length > 0 ? group.heads : (group.rows[0]?.cells ?? []);
  return words.filter((word) => isAskingRole(word)).join(' ');
}

function isAskingRole(word: string): boolean {
  const roles = [roleOf(word), ...splitLabels(word, isLabel).map(({ label }) => roleOf(label))];
  return roles.includes('asked');
}

/** Values of a row by what they mean; texts without a name under `loose`. */
interface Values {
  named: Map<InteractionRole, string>;
  loose: string[];
}

const isLabel = (word: string) => roleOf(word) !== undefined;

export function readRow(group: InteractionGroup, row: InteractionRow): Values {
  const named = new Map<InteractionRole, string>();
  const loose: string[] = [];
  if (group.heads.length === row.cells.length && group.heads.length > 0) {
    row.cells.forEach((cell, index) => {
      const role = roleOf(group.heads[index] ?? '');
      // A cell may repeat its label for narrow screens: “答复时间：2025-01-02”.
      const own = splitLabels(cell, isLabel).at(0);
      if (role && !named.has(role))
        named.set(role, own && own.at === 0 && roleOf(own.label) === role ? own.value : cell);
      else if (!role) loose.push(cell);
    });
    return { named, loose };
  }
  let open: InteractionRole | undefined;
  for (const cell of row.cells) {
    const labels = splitLabels(cell, isLabel);
    const before = labels[0] ? cell.slice(0, labels[0].at).trim() : cell;
    if (before) {
      if (open && !named.get(open) && labels.length === 0) named.set(open, before);
      else if (roleOf(before) && before.length <= 6) open = roleOf(before);
      else loose.push(before);
      if (open && named.get(open)) open = undefined;
    }
    for (const { label, value } of labels) {
      const role = roleOf(label);
      if (!role || named.get(role)) continue;
      named.set(role, value);
      open = value === '' ? role : undefined;
    }
  }
  return { named, loose };
}

function messageOf({ named, loose }: Values, row: InteractionRow, today: string): Message[] {
  const state = stateIn(named.get('state'), loose);
  const asked = dayIn(named.get('asked'), today);
  const answered = dayIn(named.get('answered'), today);
  const bare = loose.map((text) => readDate(text, today)).filter((date) => date !== undefined);
  const dated = dayIn(named.get('date'), today) ?? (bare.length === 1 ? toSeen(bare[0], today) : undefined);
  const answer = answerState(named.get('answer'));
  const hasAsked = named.has('asked') || named.has('question');
  if (!hasAsked && !state && !answered && answer === undefined && !dated) return [];
  const title = titleOf(named, loose, row);
  if (title === '') return [];
  const address = row.links.find((link) => link.address !== '')?.address ?? '';
  const settled = state ?? (answer === 'unanswered' ? 'unanswered' : undefined);
  return [
    {
      title,
      item: address ? normalisePage(address) : [title, asked?.day ?? dated?.day ?? ''].join(' ').trim(),
      ...(asked && { asked }),
      ...(answered && { answered }),
      ...(dated && { dated }),
      ...(settled && { state: settled }),
      hasAnswer: answered !== undefined || answer === 'answered',
      selector: row.selector,
    },
  ];
}

function singleMessage(facts: InteractionFacts, url: string, today: string): Message | undefined {
  const first = (role: InteractionRole) => facts.fields.find((field) => roleOf(field.label) === role);
  const asked = first('asked') ?? undefined;
  const answered = first('answered');
  if (
    !asked ||
    !(answered || first('answer') || first('state') || first('question') || bareState(facts.fields))
  )
    return undefined;
  const answer = answerState(first('answer')?.value);
  const askedDay = dayIn(asked.value, today);
  const answeredDay = dayIn(answered?.value, today);
  const state = stateIn(first('state')?.value, []) ?? bareState(facts.fields);
  const settled = state ?? (answer === 'unanswered' ? 'unanswered' : undefined);
  return {
    title: facts.page.headings.at(-1) || facts.page.title.split(/[_|—-]/)[0] || facts.page.title,
    item: normalisePage(url),
    ...(askedDay && { asked: askedDay }),
    ...(answeredDay && { answered: answeredDay }),
    ...(settled && { state: settled }),
    hasAnswer: answeredDay !== undefined || answer === 'answered',
    selector: asked.selector,
  };
}

function bareState(fields: readonly InteractionField[]): MessageState | undefined {
  return fields.filter(({ label }) => label === '').map(({ value }) => messageState(value))[0];
}

function stateIn(named: string | undefined, loose: readonly string[]): MessageState | undefined {
  const own = named === undefined ? undefined : messageState(named);
  if (own) return own;
  const found = new Set(loose.map(messageState).filter((state) => state !== undefined));
  return found.size === 1 ? [...found][0] : undefined;
}

/** What stands under 答复: an answer, the words that there is none, or nothing. */
function answerState(text: string | undefined): 'answered' | 'unanswered' | undefined {
  if (text === undefined || bareHead(text) === '') return undefined;
  if (messageState(text) === 'unanswered' || /^(?:暂无|暂未|尚未|还未|未)/.test(text.trim()))
    return 'unanswered';
  return text.trim().length >= 2 ? 'answered' : undefined;
}

export function dayIn(text: string | undefined, today: string): SeenDay | undefined {
  if (!text) return undefined;
  return toSeen(readDate(text, today) ?? findDates(text, today)[0], today);
}

/** A day after today is no day of a message. */
function toSeen(
  date: { day: string; yearInferred: boolean } | undefined,
  today: string,
): SeenDay | undefined {
  return date && date.day <= today ? { day: date.day, certain: !date.yearInferred } : undefined;
}

function titleOf(named: Values['named'], loose: readonly string[], row: InteractionRow): string {
  const own = named.get('title') || named.get('question');
  const linked =
    row.links
      .map(({ text }) => text)
      .filter((text) => messageState(text) === undefined)
      .sort((a, b) => b.length - a.length)[0] ?? '';
  const rest = [...loose]
    .filter((text) => findDates(text, '2000-12-31').length === 0 && messageState(text) === undefined)
    .sort((a, b) => b.length - a.length)[0];
  // A cut title is whole in the link.
  const title = own && !/…|\.{3}$/.test(own) ? own : linked.length > 3 ? linked : own || rest || linked;
  return (title ?? '').replace(/^【?问】?[:：]\s*/, '').slice(0, 80);
}
