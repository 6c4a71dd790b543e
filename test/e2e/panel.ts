// What the tests say about the panel, in the words that an inspector sees.
import { expect, type Frame, type Locator } from '@playwright/test';

/** The row of a criterion by its text. */
export function criterionRow(dock: Frame, text: string): Locator {
  return dock.getByRole('group', { name: text, exact: true });
}

export function verdictOf(row: Locator, verdict: '未检' | '合格' | '有问题' | '不适用' | '有争议'): Locator {
  return row.getByRole('radio', { name: verdict });
}

/** The panel says that everything is saved. */
export async function expectSaved(dock: Frame): Promise<void> {
  await expect(dock.getByRole('status', { name: '保存状态' })).toContainText('已保存');
}
