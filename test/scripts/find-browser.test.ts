// The commands must find a browser wherever people keep one.
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript, because it runs before any package is installed.
import { findBrowser, findFirefox } from '@/scripts/find-browser.mjs';

const find = (env: Record<string, string>, platform: string, there: string[]): string | undefined =>
  findBrowser(env, platform, (path: string) => there.includes(path));

describe('findBrowser', () => {
  it('takes the browser that the environment names', () => {
    expect(find({ CHROMIUM_PATH: '/x/chrome' }, 'linux', ['/x/chrome', '/usr/bin/chromium'])).toBe(
      '/x/chrome',
    );
    expect(find({ CHROMIUM_PATH: '', PATH: '' }, 'linux', ['/usr/bin/chromium'])).toBe('/usr/bin/chromium');
  });

  it('puts no other browser in the place of one that is named and not there', () => {
    expect(() => find({ CHROMIUM_PATH: '/gone' }, 'linux', ['/usr/bin/chromium'])).toThrow(
      '环境变量 CHROMIUM_PATH 指明的“/gone”不存在或不是可运行的程序',
    );
  });

  it('takes neither a folder nor a file that cannot be run for a program', () => {
    for (const path of [tmpdir(), resolve('package.json')])
      expect(() => findBrowser({ CHROMIUM_PATH: path })).toThrow(`“${path}”不存在或不是可运行的程序`);
    expect(findBrowser({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  });

  it('prefers Chromium to Chrome to Edge on Linux, also outside PATH', () => {
    const all = ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome-stable', '/usr/bin/chromium'];
    expect(find({ PATH: '/bin' }, 'linux', all)).toBe('/usr/bin/chromium');
    expect(find({ PATH: '' }, 'linux', all.slice(0, 2))).toBe('/usr/bin/google-chrome-stable');
    expect(find({}, 'linux', all.slice(0, 1))).toBe('/usr/bin/microsoft-edge');
  });

  it('knows the places on macOS and Windows', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(find({ HOME: '/Users/a' }, 'darwin', [mac])).toBe(mac);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(find({ 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'win32', [edge])).toBe(edge);
  });

  it('says when there is none', () => {
    expect(find({ PATH: '/usr/bin' }, 'linux', [])).toBeUndefined();
  });
});

describe('finding Firefox', () => {
  const firefox = (env: Record<string, string>, platform: string, there: string[]): string | undefined =>
    findFirefox(env, platform, (path: string) => there.includes(path));

  it('takes the release for organisations before the common one', () => {
    expect(firefox({ PATH: '/bin' }, 'linux', ['/usr/bin/firefox', '/usr/bin/firefox-esr'])).toBe(
      '/usr/bin/firefox-esr',
    );
    const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(firefox({}, 'darwin', [mac])).toBe(mac);
    const windows = 'C:\\Program Files\\Mozilla Firefox\\firefox.exe';
    expect(firefox({ PROGRAMFILES: 'C:\\Program Files' }, 'win32', [windows])).toBe(windows);
  });

  it('believes FIREFOX_PATH, also that there is none', () => {
    const present = ['/usr/bin/firefox-esr', '/opt/firefox/firefox'];
    expect(firefox({ FIREFOX_PATH: '/opt/firefox/firefox' }, 'linux', present)).toBe('/opt/firefox/firefox');
    expect(firefox({ FIREFOX_PATH: '' }, 'linux', present)).toBeUndefined();
    expect(() => firefox({ FIREFOX_PATH: '/gone' }, 'linux', present)).toThrow(
      '环境变量 FIREFOX_PATH 指明的“/gone”不存在或不是可运行的程序',
    );
  });
});

describe('a command with a wrong path', () => {
  /** What the command says, and how it ends, before it installs or builds anything. */
  const say = (command: string, env: Record<string, string>) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/bootstrap.mjs', command], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    return { status, text: stdout + stderr };
  };
  const sentence = (variable: string) =>
    `✘ 环境变量 ${variable} 指明的“/gone”不存在或不是可运行的程序，请改为浏览器程序的完整路径，或去掉该变量由命令自行查找。\n`;

  it('ends with 1 and one sentence', () => {
    for (const command of ['start', 'test', 'inspect', 'bench', 'accuracy', 'barriers'])
      expect(say(command, { CHROMIUM_PATH: '/gone' })).toEqual({
        status: 1,
        text: sentence('CHROMIUM_PATH'),
      });
    expect(say('test', { FIREFOX_PATH: '/gone' })).toEqual({ status: 1, text: sentence('FIREFOX_PATH') });
  });
});
