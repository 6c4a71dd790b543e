// Two commands started at once prepare the folder one after the other, and nothing is built twice for nothing.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript, because it runs before any package is installed.
import { isBuilt } from '@/scripts/preparation.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gov-site-inspector-turn-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Another process that takes its turn and keeps it for a while; says from when to when, and whether it had to wait.
 * `dies`: it ends without giving the turn back.
 */
function other(root: string, dies = false): Promise<{ from: number; to: number; waited: boolean }> {
  const script = `
    import { takeTurn } from ${JSON.stringify(resolve('scripts/preparation.mjs'))};
    let waited = false;
    const done = takeTurn(${JSON.stringify(root)}, () => { waited = true; });
    const from = Date.now();
    setTimeout(() => { const to = Date.now(); if (!${dies}) done(); console.log(JSON.stringify({ from, to, waited })); }, 400);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: folder },
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  return new Promise((done) => child.once('close', () => done(JSON.parse(text))));
}

describe('takeTurn', () => {
  it('lets one command after the other into a folder', async () => {
    const turns = await Promise.all([other('/same'), other('/same'), other('/same')]);
    turns.sort((a, b) => a.from - b.from);
    for (const [index, { from }] of turns.entries())
      if (index > 0) expect(from).toBeGreaterThanOrEqual(turns[index - 1]?.to ?? 0);
    expect(turns.filter(({ waited }) => waited)).toHaveLength(2);
  });

  it('does not wait for a command that is gone', async () => {
    await other('/same', true);
    expect((await other('/same')).waited).toBe(false);
  });
});

describe('isBuilt', () => {
  const at = (path: string, seconds: number) => utimesSync(path, seconds, seconds);

  it('asks for a build after a change in any source, and after a removed file', () => {
    const built = join(folder, 'manifest.json');
    const source = join(folder, 'lib', 'deep');
    const file = join(source, 'a.ts');
    const sources = [join(folder, 'lib')];
    mkdirSync(source, { recursive: true });
    writeFileSync(file, '');
    expect(isBuilt(built, sources)).toBe(false);
    writeFileSync(built, '');
    for (const each of [file, source, join(folder, 'lib')]) at(each, 1_000);
    at(built, 2_000);
    expect(isBuilt(built, sources)).toBe(true);
    at(file, 3_000);
    expect(isBuilt(built, sources)).toBe(false);
    rmSync(file);
    at(source, 3_000);
    expect(isBuilt(built, sources)).toBe(false);
  });
});
