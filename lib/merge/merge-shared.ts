// Finds the subjects and rounds of a file among those known here, and joins what belongs to them.
import type { ColumnEntry, ColumnRegister } from '@/lib/model/columns';
import type { Rectification } from '@/lib/model/rectification';
import type { Round } from '@/lib/model/round';
import type { Subject } from '@/lib/model/session';
import { canonicalJson } from '@/lib/text/canonical-json';

/** The subject here that the file's is: same id, else same site code, host, or platform and account. */
export function sameSubject(subject: Subject, known: readonly Subject[]): Subject | undefined {
  const alike = known.filter(({ kind }) => kind === subject.kind);
  const by = (same: (one: Subject) => boolean) => alike.find(same);
  return (
    by(({ id }) => id === subject.id) ??
    (subject.siteIdCode ? by(({ siteIdCode }) => siteIdCode === subject.siteIdCode) : undefined) ??
    (subject.host ? by(({ host }) => host === subject.host) : undefined) ??
    (subject.platform && subject.account
      ? by(({ platform, account }) => platform === subject.platform && account === subject.account)
      : undefined)
  );
}

/** The round here that the file's is: same id, else same name. */
export function sameRound(round: Round, known: readonly Round[]): Round | undefined {
  return known.find(({ id }) => id === round.id) ?? known.find(({ name }) => name === round.name);
}

/** Of two records of one thing the later; of two at the same instant always the same one. */
export function laterRecord<T extends { at: string }>(a: T, b: T): T {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonicalJson(a) >= canonicalJson(b) ? a : b;
}

/** All events of both, in the order of time; the state is that of the last one. */
export function mergeRectification(here: Rectification, file: Rectification): Rectification {
  const events = [...new Map([...here.events, ...file.events].map((one) => [canonicalJson(one), one]))]
    .sort(([a, x], [b, y]) => (x.at === y.at ? (a < b ? -1 : 1) : x.at < y.at ? -1 : 1))
    .map(([, one]) => one);
  const newer =
    here.updatedAt === file.updatedAt
      ? canonicalJson(here) >= canonicalJson(file)
        ? here
        : file
      : here.updatedAt > file.updatedAt
        ? here
        : file;
  return {
    ...newer,
    roundId: here.roundId,
    subjectId: here.subjectId,
    events,
    state: events.at(-1)?.to ?? newer.state,
  };
}

/** Columns of both; a person's correction counts before what was merely seen, and here before there. */
export function mergeColumns(here: ColumnRegister, file: ColumnRegister): ColumnRegister {
  const columns = new Map(here.columns.map((one) => [one.key, one]));
  for (const one of file.columns) {
    const known = columns.get(one.key);
    columns.set(one.key, known ? mergeColumn(known, one) : one);
  }
  return {
    subjectId: here.subjectId,
    columns: [...columns.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

function mergeColumn(here: ColumnEntry, file: ColumnEntry): ColumnEntry {
  const base = file.correctedBy && !here.correctedBy ? file : here;
  const seen = here.lastSeen.day >= file.lastSeen.day ? here.lastSeen : file.lastSeen;
  return { ...base, lastSeen: seen };
}
