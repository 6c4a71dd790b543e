// Whether a path is that of a site's first page.

/** The root, or an index file there. */
export function isHomePath(path: string): boolean {
  return /^\/(?:(?:index|default|home|main|portal)(?:_\w+)?(?:\.\w{2,5})?)?$/i.test(path);
}
