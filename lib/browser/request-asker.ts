// Who made a request that `webRequest` tells of: browsers name the page differently.

/** Chromium tells the origin, Firefox the whole address of the page. */
export interface Asked {
  initiator?: string | undefined;
  originUrl?: string | undefined;
}

/** Origin of the page or worker that asked; undefined when the browser does not tell. */
export function askerOf({ initiator, originUrl }: Asked): string | undefined {
  if (initiator !== undefined) return initiator;
  // Not by `URL`: outside browsers it gives no origin to addresses of extensions.
  return originUrl === undefined ? undefined : /^[a-z-]+:\/\/[^/?#]*/i.exec(originUrl)?.[0];
}
