// docs/checks.md is the present table of checks, and says something about every one of them.
import { expect, it } from 'vitest';
import { checks, checkWording, siteChecks } from '@/lib/checks/engine/catalogue';
import { checksPage } from '@/lib/indicators/checks-page';
import { shippedSets } from '@/lib/indicators/shipped';

const page = checksPage({
  checks,
  siteChecks: siteChecks.keys(),
  wording: checkWording,
  sets: shippedSets,
});

it('is in docs/checks.md (else: npx vitest run test/indicators/checks-page.test.ts -u)', async () => {
  await expect(page).toMatchFileSnapshot('../../docs/checks.md');
});

it.each([...checks.keys(), ...siteChecks.keys()])('has a full row for %s', (id) => {
  const row = page.split('\n').find((line) => line.includes(`\`${id}\``)) ?? '';
  const [, , sees, cannotSee, criteria] = row.split(' | ').map((cell) => cell.trim());
  expect(row).toMatch(/[\u4e00-\u9fff]/);
  for (const text of [sees, cannotSee, criteria]) expect(text ?? '').not.toMatch(/^\|?$|（未对应）/);
});
