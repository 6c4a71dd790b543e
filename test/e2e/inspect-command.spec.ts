// `npm run inspect` as other programs call it: files per address, exit codes, a reason for every page that failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { Inspection } from '@/lib/model/inspection';
import { expect, test } from './inspected';

function inspect(args: string[]): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/inspect.ts', ...args]);
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

test('writes JSON and workbook per host and says which page failed and why', async ({ site }) => {
  test.setTimeout(180_000);
  const out = mkdtempSync(join(tmpdir(), 'gov-site-inspector-inspect-'));
  const topic = 'http://www.shili.gov.cn/zt/';
  const { code, stderr } = await inspect([
    topic,
    'http://zwfw.shili.gov.cn/',
    'http://www.shili.gov.cn/no-such-page.html',
    '--out',
    out,
    '--set',
    'city-website',
    '--host-map',
    site.hostMap,
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('http://www.shili.gov.cn/no-such-page.html');
  expect(stderr).toContain('404');

  const json = Inspection.parse(JSON.parse(readFileSync(join(out, 'www.shili.gov.cn.json'), 'utf8')));
  expect(json.url).toBe(topic);
  expect(json.set.id).toBe('city-website');
  // The topic page has no foot at all: every element is missing, and each is a finding.
  expect(json.identity.every(({ state }) => state === 'missing')).toBe(true);
  expect(
    json.findings.filter(({ checkId, kind }) => checkId === 'identification' && kind === 'missing'),
  ).toHaveLength(8);
  expect(existsSync(join(out, 'zwfw.shili.gov.cn.json'))).toBe(true);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(out, 'www.shili.gov.cn.xlsx'));
  expect(workbook.worksheets).toHaveLength(4);
  rmSync(out, { recursive: true, force: true });
});

test('ends with 0 when every page could be checked, and explains a wrong call in one sentence', async ({
  site,
}) => {
  test.setTimeout(120_000);
  const out = mkdtempSync(join(tmpdir(), 'gov-site-inspector-inspect-'));
  expect((await inspect(['http://www.shili.gov.cn/', '--out', out, '--host-map', site.hostMap])).code).toBe(
    0,
  );
  const wrong = await inspect(['www.shili.gov.cn', '--out', out]);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('不是完整的网址');
  rmSync(out, { recursive: true, force: true });
});
