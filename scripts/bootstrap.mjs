// Entry of the npm commands on a fresh machine: needs nothing but Node, installs what is missing, then hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, findFirefox } from './find-browser.mjs';
import { isBuilt, takeTurn } from './preparation.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [command = '', ...rest] = process.argv.slice(2);
/** Commands, whether they need the built extension, and which do without a browser. */
const COMMANDS = {
  start: { build: true },
  test: { build: false },
  inspect: { build: true },
  bench: { build: true },
  accuracy: { build: true },
  barriers: { build: true },
  report: { build: false, browser: false },
};

main();

function main() {
  process.chdir(root);
  if (!(command in COMMANDS)) fail(`没有名为“${command}”的命令，可用：${Object.keys(COMMANDS).join('、')}`);
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20)
    fail(
      `需要 Node.js 20 或更新版本，当前是 ${process.versions.node}。请从 https://nodejs.org 安装后重新运行。`,
    );
  // A wrong path is said before anything is installed, and no other browser takes its place.
  const needsBrowser = COMMANDS[command].browser !== false;
  try {
    if (needsBrowser) findBrowser();
    if (command === 'test') findFirefox();
  } catch (error) {
    fail(error.message);
  }
  const done = takeTurn(root, () => process.stderr.write('▶ 另一个命令正在本文件夹安装或构建，等它完成 …\n'));
  installPackages();
  const browser = needsBrowser ? installBrowser() : undefined;
  if (command === 'test') installFirefox();
  // A browser that runs reads the built files as it needs them, so they are not replaced by the same again.
  if (COMMANDS[command].build && !isBuilt()) run('构建扩展', 'npx', ['wxt', 'build'], { quiet: true });
  done();
  handOver(browser);
}

/** Runs the command itself and ends as it ends; signals are its business, so that it can close the browser and tidy up. */
function handOver(browser) {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${command}.ts`, ...rest], {
    stdio: 'inherit',
    env: { ...process.env, ...(browser && { CHROMIUM_PATH: browser }) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`命令没有启动：${error.message}`));
  child.on('close', (code) => process.exit(code ?? 1));
}

/** Installs the packages of the lock file when they are not there or older than it. */
function installPackages() {
  // Linked packages belong to another checkout: `npm ci` would empty them there.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const installed = 'node_modules/.package-lock.json';
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
  if (!fresh)
    run('安装依赖包', 'npm', ['ci', '--no-audit', '--no-fund'], {
      quiet: true,
      advice: '请检查网络和 npm 源（npm config get registry）后重新运行',
    });
}

/** The browser's path; installs Chromium where that is possible without asking. */
function installBrowser() {
  const found = findBrowser();
  if (found) return found;
  const install = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';
  if (canInstall()) {
    run('安装 Chromium 与中文字体', 'sh', ['-c', install], {
      quiet: true,
      advice: '请检查网络和软件源，或自行安装浏览器后用环境变量 CHROMIUM_PATH 指明位置',
    });
    const installed = findBrowser();
    if (installed) return installed;
  }
  const lines = {
    linux: `sudo sh -c '${install}'`,
    darwin: 'brew install --cask chromium',
    win32: 'winget install --id Google.Chrome',
  };
  return fail(
    `没有找到 Chrome、Edge 或 Chromium。请运行：${lines[process.platform] ?? '安装 Chromium'}（或用环境变量 CHROMIUM_PATH 指明位置）`,
  );
}

/** Firefox for the test of its own build, where that asks nobody; it is no reason to stop, `test.ts` says what is left out. */
function installFirefox() {
  if (findFirefox() || process.env.FIREFOX_PATH !== undefined || !canInstall()) return;
  const install = 'apt-get update && apt-get install -y --no-install-recommends firefox-esr';
  const failure = attempt('安装 Firefox', 'sh', ['-c', install], { quiet: true });
  if (failure) process.stderr.write(`⚠ ${failure}\n`);
}

/** As root with apt, where nobody has to be asked. */
function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function run(title, program, args, options) {
  const failure = attempt(title, program, args, options);
  if (failure) fail(failure);
}

/** undefined when it went well, else one sentence. */
function attempt(title, program, args, { quiet, advice = '原因见上面的输出' }) {
  process.stderr.write(`▶ ${title} …\n`);
  const started = Date.now();
  const result = spawnSync(program, args, {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) {
    process.stderr.write(`✔ ${title}（${((Date.now() - started) / 1000).toFixed(1)} 秒）\n`);
    return undefined;
  }
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n`);
  return `${title}失败（${result.error?.message ?? `退出码 ${result.status}`}），${advice}。`;
}

function fail(sentence) {
  process.stderr.write(`✘ ${sentence}\n`);
  process.exit(1);
}
