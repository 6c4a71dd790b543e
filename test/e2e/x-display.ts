// A screen of its own for tests that need a real window and real keys; they are skipped where the programs are missing.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';

/** Why these tests cannot run here; undefined when they can. */
export const noDisplay: string | undefined = ['Xvfb', 'xdotool'].some((each) => !isThere(each))
  ? 'needs Xvfb and xdotool (apt-get install xvfb xdotool)'
  : undefined;

function isThere(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

export interface XDisplay {
  /** For the environment variable DISPLAY. */
  name: string;
  /** Presses keys as xdotool names them, e.g. `alt+shift+i`, where the focus is. */
  press(keys: string): void;
  close(): void;
}

/** Starts a screen on the first free number. */
export async function openDisplay(): Promise<XDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${(await numberOf(server)).trim()}`;
  const run = (...args: string[]) =>
    execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: name }, encoding: 'utf8' });
  return {
    name,
    press: (keys) => void run('key', keys),
    close: () => server.kill(),
  };
}

function numberOf(server: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    server.stdio[3]?.once('data', (data) => done(String(data)));
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
  });
}
