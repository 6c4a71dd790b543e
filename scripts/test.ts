// `npm test`: everything that CI runs, one step after the other, ending in one line of counts.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { noDisplay } from '../test/e2e/x-display';
// @ts-expect-error: plain JavaScript, because it runs before any package is installed.
import { findFirefox } from './find-browser.mjs';

interface Step {
  title: string;
  command: string[];
}

const UNIT_REPORT = 'test-results/unit.json';
const E2E_REPORT = 'test-results/e2e.json';
const FIREFOX = findFirefox();
const STEPS: Step[] = [
  { title: '格式与规范', command: ['biome', 'check', '.'] },
  { title: '类型', command: ['wxt', 'prepare'] },
  { title: '类型', command: ['tsc', '--noEmit'] },
  { title: '构建扩展', command: ['wxt', 'build'] },
  ...(FIREFOX ? [{ title: '构建 Firefox 扩展', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] }] : []),
  {
    title: '单元测试与构建结果检查',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
  },
  { title: '端到端测试（真实浏览器）', command: ['playwright', 'test'] },
];

async function main(): Promise<void> {
  rmSync('test-results', { recursive: true, force: true });
  for (const [index, { title, command }] of STEPS.entries()) {
    const started = Date.now();
    console.log(`\n▶ ${index + 1}/${STEPS.length} ${title}：${command.slice(0, 2).join(' ')}`);
    const status = await run(command);
    if (status !== 0) {
      printCounts();
      console.error(`✘ 第 ${index + 1} 步“${title}”没有通过，上面是它的输出。`);
      process.exit(1);
    }
    console.log(`✔ ${title}（${((Date.now() - started) / 1000).toFixed(1)} 秒）`);
  }
  printCounts();
}

function run([program = '', ...args]: string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn('npx', ['--no-install', program, ...args], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, npm_config_loglevel: 'error' },
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Totals of the runners' own reports. */
function printCounts(): void {
  const unit = readReport<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(
    UNIT_REPORT,
  );
  const e2e = readReport<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(
    E2E_REPORT,
  );
  const passed = (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0);
  const failed = (unit?.numFailedTests ?? 0) + (e2e ? e2e.stats.unexpected + e2e.stats.flaky : 0);
  const skipped = (unit?.numPendingTests ?? 0) + (e2e?.stats.skipped ?? 0);
  if (!FIREFOX)
    console.log(
      '\n⚠ 没有在 Firefox 里试用 Firefox 版：没有找到 Firefox。请安装 firefox-esr，或用环境变量 FIREFOX_PATH 指明位置。',
    );
  if (noDisplay)
    console.log(
      '\n⚠ 没有在真实窗口里试用快捷键、授权窗口和 npm start：缺少 Xvfb 或 xdotool。请安装 xvfb 和 xdotool。',
    );
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
}

function readReport<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

await main();
