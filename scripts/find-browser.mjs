// Finds a Chromium-based browser, and Firefox, on Linux, macOS or Windows.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Path of the browser's program: CHROMIUM_PATH first, Chromium before Chrome before Edge; undefined when there is none. */
export function findBrowser(env = process.env, platform = process.platform, exists = existsSync) {
  if (env.CHROMIUM_PATH && exists(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
  return candidates(env, platform).find((path) => exists(path));
}

/** Path of Firefox; undefined when there is none. FIREFOX_PATH, when set, decides alone: the empty one means that there is none. */
export function findFirefox(env = process.env, platform = process.platform, exists = existsSync) {
  if (env.FIREFOX_PATH !== undefined) return exists(env.FIREFOX_PATH) ? env.FIREFOX_PATH : undefined;
  return firefoxCandidates(env, platform).find((path) => exists(path));
}

function firefoxCandidates(env, platform) {
  if (platform === 'darwin')
    return ['/Applications', join(env.HOME ?? '', 'Applications')].map((folder) =>
      join(folder, 'Firefox.app/Contents/MacOS/firefox'),
    );
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .map((folder) => `${folder}\\Mozilla Firefox\\firefox.exe`);
  return ['firefox-esr', 'firefox'].flatMap((name) => linuxFolders(env).map((folder) => join(folder, name)));
}

function candidates(env, platform) {
  if (platform === 'darwin') {
    const apps = ['/Applications', join(env.HOME ?? '', 'Applications')];
    const programs = [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    return programs.flatMap((program) => apps.map((folder) => join(folder, program)));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const programs = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
  }
  const folders = [...linuxFolders(env), '/opt/google/chrome'];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function linuxFolders(env) {
  return [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean);
}
