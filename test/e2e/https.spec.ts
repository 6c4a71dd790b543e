// Pictures of a page served by https: which of those written with http the browser refuses, and what is said of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inspection } from '@/lib/model/inspection';
import { launchBrowser } from '@/scripts/driver/browser';
import { exportFile, openDock, runChecks, startInspection } from '@/scripts/driver/dock';
import { grantHosts } from '@/scripts/driver/grant';
import { publicKeyHash, SECURE_HOST } from '@/scripts/driver/test-certificate';
import { expect, test } from './inspected';

const PAGE = `https://${SECURE_HOST}/`;
const SITE = ['http://*.shili.gov.cn/*', 'https://*.shili.gov.cn/*'];

for (const granted of [false, true])
  test(`pictures refused as mixed content are told from those shown, ${granted ? 'with' : 'without'} access to the hosts`, async ({
    site,
  }) => {
    const profile = mkdtempSync(join(tmpdir(), 'gov-site-inspector-e2e-'));
    const launch = () => launchBrowser({ profile, hostMap: site.hostMap, trustedKey: publicKeyHash() });
    let browser = await launch();
    try {
      if (granted) {
        await browser.close();
        grantHosts(profile, browser.extensionId, SITE);
        browser = await launch();
      }
      const page = await browser.context.newPage();
      await page.goto(PAGE);
      // What the browser itself did: it asks for http pictures by https, and shows nothing where that fails.
      const shown = () =>
        page.evaluate(() =>
          [...document.images].map(({ alt, complete, naturalWidth }) => [alt, complete && naturalWidth > 0]),
        );
      await expect.poll(shown).toEqual([
        ['本站 https 图片', true],
        ['写成 http、有 https 的图片', true],
        ['写成 http、没有 https 的图片', false],
        ['已删除的图片', false],
      ]);
      const dock = await openDock(browser, page);
      await startInspection(dock, { inspector: '张检查' });
      await runChecks(dock);
      const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
      const own = json.findings.filter(({ checkId }) => checkId === 'broken-images');
      expect(own.map(({ kind, outcome, locator }) => [kind, outcome, locator.text].join(' ')).sort()).toEqual(
        [
          'http-error fail 已删除的图片',
          'mixed-content fail 写成 http、没有 https 的图片',
          'mixed-content review 写成 http、有 https 的图片',
        ],
      );
      const told = (text: string) => own.find(({ locator }) => locator.text === text)?.message;
      expect(told('写成 http、没有 https 的图片')).toContain('页面为 https，图片地址为 http，未能加载');
      expect(told('写成 http、有 https 的图片')).toContain(`来自 ${SECURE_HOST} 的图片地址写为 http`);
      await dock.getByRole('tab', { name: /发现/ }).click();
      await dock.getByLabel('检查项').selectOption('图片显示');
      await expect(
        dock.getByRole('region', { name: '发现' }).getByText(/“banner.svg”：页面为 https，图片地址为 http/),
      ).toBeVisible();
    } finally {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
