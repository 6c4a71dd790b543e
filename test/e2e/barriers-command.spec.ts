// `npm run barriers`: the built scripts over a small collection in the form of the ACT rules; what is counted is what the pages hold.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './inspected';

function measure(args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/barriers.ts', ...args]);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const RULE = `---
id: zz0001
accessibility_requirements:
  wcag20:1.1.1: # Non-text Content
    forConformance: true
---

#### Passed Example 1

\`\`\`html
<img src="/test-assets/river.png" alt="A river in spring" />
\`\`\`

#### Passed Example 2

Said to be fine here, to see that a certain report on it is counted and named.

\`\`\`html
<img src="/test-assets/river.png" alt="river.png" />
\`\`\`

#### Failed Example 1

\`\`\`html
<img src="/test-assets/river.png" />
\`\`\`

#### Failed Example 2

\`\`\`html
<img src="/test-assets/river.png" alt="river.png" />
\`\`\`
`;

test('counts finds and false alarms and names them', async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'gov-site-inspector-barriers-'));
  mkdirSync(join(folder, '_rules'));
  writeFileSync(join(folder, '_rules/made-up.md'), RULE);
  const { code, stdout, stderr } = await measure([folder]);
  rmSync(folder, { recursive: true, force: true });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toContain('examples with a barrier: 2, without: 2');
  expect(stdout).toMatch(/^own +found 1\/2 .*certain 1$/m);
  expect(stdout).toMatch(/^axe +found 1\/2 .*certain 1$/m);
  expect(stdout).toMatch(/^together +found 2\/2 .*certain 2$/m);
  expect(stdout.match(/false alarms 1\/2 \(50\.00 %\)/g)).toHaveLength(2);
  expect(stdout).toContain('alarm: zz0001 passed 2: alt-file-name: river.png');
});

test('says in one sentence what it needs', async () => {
  const { code, stderr } = await measure(['test/fixtures']);
  expect(code).toBe(1);
  expect(stderr).toContain('“test/fixtures”中没有可用的无障碍示例');
});
