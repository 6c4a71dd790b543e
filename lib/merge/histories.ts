// Joins two journals of one inspection, and tells which side has touched what since they parted.
import type { Change, JournalEntry } from '@/lib/model/session';
import { canonicalJson } from '@/lib/text/canonical-json';
import { byCodePoint } from '@/lib/text/order';
import { MergeRefused, sameJudgement } from './session-copy';

/** A journal with the change that each entry makes; of undo and redo that of their target. */
interface Read {
  ids: Set<string>;
  changes: Map<string, Change | undefined>;
  /** Id of the entry that an undo or redo is about. */
  targets: Map<string, string>;
}

/** Two journals side by side. */
export interface Histories {
  onlyHere: JournalEntry[];
  onlyFile: JournalEntry[];
  /** What entries of one side alone touched; see `touchedBy`. */
  touchedHere: ReadonlySet<string>;
  touchedFile: ReadonlySet<string>;
  /** All entries of both, each once, numbered 1, 2, 3 … */
  joined: JournalEntry[];
}

/** Names of the things an entry can touch. */
export const touch = {
  judgement: (criterionId: string) => `judgement ${criterionId}`,
  findingKey: (criterionId: string, key: string) => `finding ${criterionId} ${key}`,
  picture: (criterionId: string, id: string) => `picture ${criterionId} ${id}`,
  decision: (criterionId: string, key: string) => `decision ${criterionId} ${key}`,
  state: 'state',
  set: 'set',
};

/**
 * Joins two journals. The order is that of the number an entry was first written with, then time, then id: an entry
 * always has a higher number than all that its writer had seen, so the order keeps every side's own, and depends on
 * nothing but the entries themselves. Throws MergeRefused when they have no common beginning or contradict each other.
 */
export function joinHistories(here: readonly JournalEntry[], file: readonly JournalEntry[]): Histories {
  const hereRead = readJournal(here);
  const fileRead = readJournal(file);
  const common = here.filter(({ id }) => fileRead.ids.has(id));
  if (common.length === 0 && here.length > 0 && file.length > 0) {
    throw new MergeRefused(
      '本机与文件中的这次检查编号相同，但没有共同的操作记录，不能合并，请核对文件来源。',
    );
  }
  const inFile = new Map(file.map((entry) => [entry.id, entry]));
  for (const entry of common) {
    if (plain(entry) !== plain(inFile.get(entry.id) as JournalEntry)) {
      throw new MergeRefused('本机与文件中的同一条操作记录内容不同，不能合并，请重新索取该文件。');
    }
  }
  const onlyHere = here.filter(({ id }) => !fileRead.ids.has(id));
  const onlyFile = file.filter(({ id }) => !hereRead.ids.has(id));
  return {
    onlyHere,
    onlyFile,
    touchedHere: touchedBy(onlyHere, hereRead),
    touchedFile: touchedBy(onlyFile, fileRead),
    joined: join([...here, ...onlyFile], new Map([...fileRead.targets, ...hereRead.targets])),
  };
}

function join(entries: JournalEntry[], targets: ReadonlyMap<string, string>): JournalEntry[] {
  const first = ({ firstSeq, seq }: JournalEntry) => firstSeq ?? seq;
  const sorted = [...entries].sort(
    (a, b) => first(a) - first(b) || byCodePoint(a.at, b.at) || byCodePoint(a.id, b.id),
  );
  const seqs = new Map(sorted.map(({ id }, index) => [id, index + 1]));
  return sorted.map((entry, index) => {
    const { firstSeq: _, target, ...rest } = entry;
    const seq = index + 1;
    const about = seqs.get(targets.get(entry.id) ?? '') ?? target;
    return {
      ...rest,
      seq,
      ...(first(entry) === seq ? {} : { firstSeq: first(entry) }),
      ...(about === undefined ? {} : { target: about }),
    };
  });
}

function readJournal(entries: readonly JournalEntry[]): Read {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const changes = new Map<string, Change | undefined>();
  const targets = new Map<string, string>();
  for (const entry of entries) {
    const about = entry.target === undefined ? undefined : bySeq.get(entry.target);
    if (about) targets.set(entry.id, about.id);
    changes.set(entry.id, about ? about.change : entry.change);
  }
  return { ids: new Set(entries.map(({ id }) => id)), changes, targets };
}

function touchedBy(entries: readonly JournalEntry[], { changes }: Read): Set<string> {
  const touched = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'finish' || entry.kind === 'reopen') touched.add(touch.state);
    if (entry.kind === 'set-change') touched.add(touch.set);
    const change = changes.get(entry.id);
    for (const { before, after } of change?.verdicts ?? []) {
      const id = (after ?? before)?.criterionId;
      if (id === undefined) continue;
      // A merge that decided for what stood here decided all the same.
      if (entry.kind === 'import' || !sameJudgement(before, after)) touched.add(touch.judgement(id));
      for (const key of difference(before?.findingKeys, after?.findingKeys))
        touched.add(touch.findingKey(id, key));
      for (const picture of difference(before?.evidenceIds, after?.evidenceIds)) {
        touched.add(touch.picture(id, picture));
      }
    }
    for (const { before, after } of change?.decisions ?? []) {
      const decision = after ?? before;
      if (decision) touched.add(touch.decision(decision.criterionId, decision.findingKey));
    }
  }
  return touched;
}

function difference(a: readonly string[] = [], b: readonly string[] = []): string[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];
}

/** An entry without its numbers, which a merge may change. */
function plain({ seq: _, firstSeq: __, target: ___, ...rest }: JournalEntry): string {
  return canonicalJson(rest);
}
