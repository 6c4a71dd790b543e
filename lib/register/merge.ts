// Lays entries over the register: which are new, which change a subject and how, which say nothing new, which contradict.
import type { RegisterEntry } from '@/lib/model/register-entry';
import type { Subject } from '@/lib/model/session';
import { asciiHost } from '@/lib/text/hosts';
import { sameGroups } from './same-subject';

/** What comes of one subject; `rows` are the places of its entries in the list given. */
export type MergeOutcome =
  | { kind: 'new'; rows: number[]; subject: Omit<Subject, 'id'> }
  | { kind: 'changed'; rows: number[]; before: Subject; subject: Subject; fields: string[] }
  | { kind: 'same'; rows: number[]; subject: Subject }
  | { kind: 'contradiction'; rows: number[]; reason: string };

/** Fields as they are named to people, in the order of the file. */
const TITLES = {
  name: '名称',
  unit: '单位',
  group: '分组',
  platform: '平台',
  account: '账号',
  url: '网址',
  aliases: '其他域名',
  siteIdCode: '网站标识码',
  sponsor: '主办单位',
  filing: '备案',
  hasServices: '提供办事服务',
  contact: '联系方式',
  note: '备注',
} as const satisfies Partial<Record<keyof Subject, string>>;
const FIELDS = Object.keys(TITLES) as (keyof typeof TITLES)[];

/**
 * One outcome per subject that the entries speak of, in the order of its first entry. Entries of one subject are put
 * together; where they disagree, or where they point at two subjects of the register, it is a contradiction. What an entry
 * does not say stays as it is. The order of the entries changes nothing but the order of the outcomes.
 */
export function mergeRegister(
  register: readonly Subject[],
  entries: readonly RegisterEntry[],
): MergeOutcome[] {
  const groups = sameGroups([...register, ...entries]);
  const outcomes: MergeOutcome[] = [];
  for (const members of groups) {
    const rows = members.filter((at) => at >= register.length).map((at) => at - register.length);
    if (rows.length === 0) continue;
    const known = members.filter((at) => at < register.length).flatMap((at) => register[at] ?? []);
    const said = rows.flatMap((row) => entries[row] ?? []);
    outcomes.push(...(eachOnItsOwn(known, said, rows) ?? [settle(known, said, rows)]));
  }
  return outcomes.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

/** What a line is known by. */
const IDENTITY = ['name', 'platform', 'account', 'siteIdCode', 'url'] as const;

/**
 * Subjects that are kept apart in the register stay so when a file names each of them as it stands there, though by name or host
 * alone they could be taken for one. undefined when some entry is not exactly one of them.
 */
function eachOnItsOwn(
  known: readonly Subject[],
  said: readonly RegisterEntry[],
  rows: readonly number[],
): MergeOutcome[] | undefined {
  if (known.length < 2) return undefined;
  const rowsOf = new Map<Subject, number[]>();
  for (const [at, entry] of said.entries()) {
    const row = rows[at] ?? 0;
    const [meant, other] = known.filter(
      (subject) =>
        IDENTITY.every((field) => plain(subject[field]) === plain(entry[field])) &&
        settle([subject], [entry], [row]).kind === 'same',
    );
    if (!meant || other) return undefined;
    rowsOf.set(meant, [...(rowsOf.get(meant) ?? []), row]);
  }
  return [...rowsOf].map(([subject, own]) => ({ kind: 'same', rows: own, subject }));
}

function settle(known: readonly Subject[], said: readonly RegisterEntry[], rows: number[]): MergeOutcome {
  const [first] = said;
  const disagreed = FIELDS.filter((field) => {
    const values = said.map((entry) => plain(entry[field])).filter((value) => value !== undefined);
    return new Set(values).size > 1;
  });
  if (!first || disagreed.length > 0) {
    const titles = disagreed.map((field) => TITLES[field]).join('、');
    return { kind: 'contradiction', rows, reason: `是同一对象，但${titles}不一致，请只保留正确的一行` };
  }
  if (known.length > 1) {
    const names = known.map(({ name }) => `“${name}”`).join('和');
    return {
      kind: 'contradiction',
      rows,
      reason: `同时与台账中的${names}相同，请核对标识码、网址和账号，或先合并台账中的记录`,
    };
  }
  const together: RegisterEntry = Object.assign({}, ...said);
  const [before] = known;
  if (!before) return { kind: 'new', rows, subject: fresh(together) };
  const subject = withHost({ ...before, ...together, ...mergedFiling(before, together), adHoc: false });
  const fields: string[] = FIELDS.filter((field) => plain(before[field]) !== plain(subject[field])).map(
    (field) => TITLES[field],
  );
  if (before.adHoc) fields.push('列入台账');
  return fields.length > 0
    ? { kind: 'changed', rows, before, subject, fields }
    : { kind: 'same', rows, subject: before };
}

/** Days that the file leaves out stay; a state that follows from nothing but days does not replace a stated one. */
function mergedFiling(before: Subject, { filing }: RegisterEntry): Pick<Subject, 'filing'> {
  if (!filing || !before.filing) return {};
  const state = filing.state === 'unknown' ? before.filing.state : filing.state;
  return { filing: { ...before.filing, ...filing, state } };
}

function fresh(entry: RegisterEntry): Omit<Subject, 'id'> {
  return withHost({ aliases: [], hasServices: true, ...entry, adHoc: false });
}

/** The host follows from the address. */
export function withHost<S extends Omit<Subject, 'id'>>(subject: S): S {
  const { host: _old, ...rest } = subject;
  const host = subject.url === undefined ? '' : asciiHost(subject.url);
  return { ...rest, ...(host !== '' && { host }) } as S;
}

/** For comparison: order of fields does not matter. */
function plain(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
