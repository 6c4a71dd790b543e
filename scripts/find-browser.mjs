// Finds a Chromium-based browser, and Firefox, on Linux, macOS or Windows.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/**
 * Path of the browser's program: Chromium before Chrome before Edge; undefined when there is none. CHROMIUM_PATH, when set, decides
 * alone; throws one Chinese sentence when it names no program.
 */
export function findBrowser(env = process.env, platform = process.platform, isThere = isProgram) {
  if (env.CHROMIUM_PATH) return named('CHROMIUM_PATH', env, isThere);
  return candidates(env, platform).find((path) => isThere(path));
}

/**
 * Path of Firefox; undefined when there is none. FIREFOX_PATH, when set, decides alone: the empty one means that there is none;
 * throws one Chinese sentence when it names no program.
 */
export function findFirefox(env = process.env, platform = process.platform, isThere = isProgram) {
  if (env.FIREFOX_PATH === '') return undefined;
  if (env.FIREFOX_PATH) return named('FIREFOX_PATH', env, isThere);
  return firefoxCandidates(env, platform).find((path) => isThere(path));
}

/** What the variable names. Another browser in its place would be found out much later, if at all. */
function named(variable, env, isThere) {
  const path = env[variable];
  if (isThere(path)) return path;
  throw new Error(
    `环境变量 ${variable} 指明的“${path}”不存在或不是可运行的程序，请改为浏览器程序的完整路径，或去掉该变量由命令自行查找。`,
  );
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
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
