// The contract of one version of the hand-over file: how it becomes the next one.

export interface HandoverVersion {
  /** 1, 2, 3 …; equal to the file's name (`v1.ts`) and the number in the file's schema. */
  version: number;
  /** The content of a file of this version as the next version writes it; left out in the newest. Pure. */
  toNext?: (file: Record<string, unknown>) => Record<string, unknown>;
}

export function defineHandoverVersion(version: HandoverVersion): HandoverVersion {
  return version;
}
