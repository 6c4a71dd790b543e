// Why a backup or hand-over file was not taken, in one Chinese sentence for the inspector.

export class FileRefused extends Error {
  /**
   * `conflict`: the file is sound but contradicts what is stored; `storage`: it finds no room. The technical cause goes along
   * as `cause`.
   */
  constructor(
    message: string,
    readonly kind: 'invalid' | 'conflict' | 'storage' = 'invalid',
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'FileRefused';
  }
}

/** The number after `@` of a schema name of the wanted family; undefined for other families. */
export function schemaVersion(schema: unknown, family: string): number | undefined {
  if (typeof schema !== 'string' || !schema.startsWith(`${family}@`)) return undefined;
  const version = schema.slice(family.length + 1);
  return /^[1-9]\d{0,5}$/.test(version) ? Number(version) : undefined;
}
