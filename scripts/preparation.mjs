// What two commands started in one folder must not do at the same time (install, build), or twice for nothing (build).
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUILT = '.output/chrome-mv3/manifest.json';
/** What the built extension is made from. */
const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'wxt.config.ts',
  'scripts/build',
  'tsconfig.json',
  'package-lock.json',
];
const LOOK_AGAIN_MS = 300;

/**
 * Waits until no other command prepares this folder; `onWait` is called once when that takes a while. Returns the
 * function that ends the turn. A turn whose process is gone counts as ended.
 */
export function takeTurn(root, onWait) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const file = join(tmpdir(), `gov-site-inspector-prepare-${name}`);
  for (let told = false; ; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      // Without a place for the note there is no turn to take; the work itself is possible all the same.
      if (error.code !== 'EEXIST') return () => undefined;
    }
    if (!isRunning(file)) rmSync(file, { force: true });
    else {
      if (!told) onWait();
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
    }
  }
}

function isRunning(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error.code === 'EPERM';
  }
}

/** Whether the extension was built after the last change of its sources (folders count, so a removed file does, too). */
export function isBuilt(built = BUILT, sources = SOURCES) {
  if (!existsSync(built)) return false;
  const at = statSync(built).mtimeMs;
  return sources.every((source) => newest(source) <= at);
}

function newest(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), own.mtimeMs);
}
