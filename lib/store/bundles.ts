// Which tables lie in bundles: many small records of one session in one stored record, because a database counts records.

/** Records of one session in the order of their keys, as they are stored; never empty. */
export interface Bundle {
  sessionId: string;
  part: string | number;
  records: object[];
}

/** A record's key within its session: its primary key without the session's id. */
export type InnerKey = readonly (string | number)[];

/** A table of which the records are stored in bundles. */
interface Bundling {
  /** The table of the bundles; its key is [sessionId, part]. */
  stored: string;
  /** The bundle that a record belongs to; rises with the record's key. */
  partOf: (inner: InnerKey) => string | number;
}

/** So many entries of a journal lie together: each new one rewrites those of its bundle. */
const ENTRIES = 16;

/**
 * By table. A decided sheet has about a hundred verdicts and as many entries in its journal, a merge writes thousands of
 * sheets, and each stored record costs the same whatever its size. A single tick rewrites one bundle of each.
 */
export const bundlings = {
  verdicts: { stored: 'verdictBundles', partOf: () => 0 },
  decisions: { stored: 'decisionBundles', partOf: ([criterionId = '']) => criterionId },
  journal: { stored: 'journalBundles', partOf: ([seq]) => Math.floor((Number(seq) - 1) / ENTRIES) },
} as const satisfies Record<string, Bundling>;

export type BundledTable = keyof typeof bundlings;

export function isBundled(name: string): name is BundledTable {
  return name in bundlings;
}
