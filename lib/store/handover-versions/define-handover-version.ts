// The contract of one version of the hand-over file: how it becomes the next one.

export interface HandoverVersion {
  /** 1, 2, 3 …; equal to the file's name (`v1.ts`) and the number in the file's schema. */
  version: number;
  /**
   * The content of a file of this version, as its lines of JSON (version 1: the one document), as the next version
   * writes it, without its last line; left out in the newest. Pure.
   */
  toNext?: (lines: Record<string, unknown>[]) => Record<string, unknown>[];
}

export function defineHandoverVersion(version: HandoverVersion): HandoverVersion {
  return version;
}
