// Messages, surveys and interpretations: from the sample pages through one click to findings and suggestions.
import type { Frame } from '@playwright/test';
import { exportFile, runChecks } from '@/scripts/driver/dock';
import { expect, test } from './inspected';

test.setTimeout(180_000);

interface Exported {
  findings: { checkId: string; kind: string; outcome: string; item: string }[];
  suggestions: { criterionId: string; checkId: string; outcome: string }[];
}

async function exported(page: Parameters<typeof exportFile>[0], dock: Frame, checkIds: string[]) {
  const json = JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')) as Exported;
  return {
    findings: json.findings
      .filter(({ checkId }) => checkIds.includes(checkId))
      .map(({ kind, outcome, item }) => `${outcome} ${kind} ${item}`)
      .sort(),
    suggestions: json.suggestions
      .filter(({ checkId }) => checkIds.includes(checkId))
      .map(({ criterionId, outcome }) => `${criterionId} ${outcome}`)
      .sort(),
  };
}

test('unanswered messages and a missing survey result become suggestions', async ({ stage }) => {
  const { page, dock } = await stage.begin('/interaction/messages.html');
  await runChecks(dock);
  const seen = await exported(page, dock, ['unanswered-messages', 'unpublished-survey-results']);
  expect(seen.findings).toEqual([
    'fail unanswered www.shili.gov.cn/interaction/m2.html',
    'fail unpublished-result www.shili.gov.cn/interaction/s2.html',
    'review unanswered www.shili.gov.cn/interaction/m1.html',
  ]);
  expect(seen.suggestions).toEqual([
    'interaction-survey-result fail',
    'veto-interaction-answer fail',
    'veto-interaction-answer review',
  ]);
});

test('a document with an empty block and an interpretation without its document', async ({ stage }) => {
  const { page, dock } = await stage.begin('/policy/t20250301_10.html');
  await runChecks(dock);
  expect((await exported(page, dock, ['unlinked-interpretation'])).findings).toEqual([
    'review empty-interpretation www.shili.gov.cn/policy/t20250301_10.html',
  ]);
  const second = await stage.inspect('/policy/t20250302_11.html');
  await runChecks(second.dock);
  const seen = await exported(second.page, second.dock, ['unlinked-interpretation']);
  expect(seen.findings).toContain('fail no-original www.shili.gov.cn/policy/t20250302_11.html');
  expect(seen.suggestions).toEqual(['publish-interpretation-link fail']);
});
