// What the machine looked at, page by page: outcome of every check, what it found, and what it could not see.
import { Table, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { SessionView } from '@/lib/desk/protocol';
import { SITE_PAGE } from '@/lib/desk/site-run';
import { checkReport, type PageChecks } from '@/lib/report/check-report';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { Empty } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import { PageLink } from './ProblemsView';
import classes from './RunsView.module.css';
import sheet from './SheetView.module.css';

/** Findings shown at once; a page may have thousands. */
const MOST_FINDINGS = 300;

export function RunsView({ view }: { view: SessionView }) {
  const pages = useMemo(() => checkReport(view), [view]);
  if (pages.length === 0)
    return (
      <Empty title="还没有自动检查">
        <p>请打开要检查的网页，在面板中点击“一键检查”。</p>
      </Empty>
    );
  return pages.map((page) => <PageSection key={page.url} page={page} />);
}

function PageSection({ page }: { page: PageChecks }) {
  return (
    <section className={classes.page}>
      <Title order={2} size="h5">
        {page.title || '（无标题页面）'}
      </Title>
      {page.url !== SITE_PAGE && (
        <Text size="sm" component="div">
          <PageLink address={page.url} />
          {page.finalUrl && page.finalUrl !== page.url && (
            <>
              跳转至 <PageLink address={page.finalUrl} />
            </>
          )}
        </Text>
      )}
      <Text size="sm" c="dimmed" mb="xs">
        {shanghaiMinute(page.at)}
        {page.url !== SITE_PAGE && `，用时 ${(page.durationMs / 1000).toFixed(1)} 秒`}
      </Text>
      <WideTable label="自动检查结果" minWidth={620}>
        <Table withTableBorder className={sheet.table} aria-label={`自动检查：${page.title || page.url}`}>
          <colgroup>
            <col style={{ width: '24%' }} />
            <col style={{ width: 124 }} />
            <col style={{ width: 84 }} />
            <col style={{ width: 84 }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">检查项</th>
              <th scope="col">结果</th>
              <th scope="col">疑似问题</th>
              <th scope="col">待核实</th>
              <th scope="col">未检查的内容及原因</th>
            </tr>
          </thead>
          <tbody>
            {page.checks.map((check) => (
              <tr key={check.checkId}>
                <th scope="row">{check.title}</th>
                <td>
                  <span className={classes.outcome} data-outcome={check.outcome}>
                    {check.outcomeWord}
                  </span>
                </td>
                <td className={check.failing === 0 ? classes.none : undefined}>{check.failing}</td>
                <td className={check.reviewing === 0 ? classes.none : undefined}>{check.reviewing}</td>
                <td>
                  {check.error && <div>{check.error}</div>}
                  {check.skipped.map(({ what, why }) => (
                    <div key={`${what}\n${why}`}>
                      {what}：{why}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
      {page.skipped.length > 0 && (
        <>
          <Text size="sm" mt="xs" fw={600}>
            本页未检查的内容
          </Text>
          <ul className={classes.list}>
            {page.skipped.map(({ what, why }) => (
              <li key={`${what}\n${why}`}>
                {what}：{why}
              </li>
            ))}
          </ul>
        </>
      )}
      {page.findings.length > 0 && <Findings page={page} />}
    </section>
  );
}

function Findings({ page }: { page: PageChecks }) {
  return (
    <details className={classes.findings}>
      <summary>发现的疑似问题（{page.findings.length}）</summary>
      <WideTable label="疑似问题" minWidth={720}>
        <Table withTableBorder className={sheet.table} aria-label="疑似问题">
          <colgroup>
            <col style={{ width: 130 }} />
            <col style={{ width: 110 }} />
            <col />
            <col style={{ width: '32%' }} />
            <col style={{ width: 76 }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">检查项</th>
              <th scope="col">性质</th>
              <th scope="col">内容</th>
              <th scope="col">位置</th>
              <th scope="col">处理</th>
            </tr>
          </thead>
          <tbody>
            {page.findings.slice(0, MOST_FINDINGS).map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report; the same sentence may occur twice.
              <tr key={index}>
                <td>{finding.check}</td>
                <td>{finding.outcomeWord}</td>
                <td>{finding.message}</td>
                <td className={classes.spot}>{finding.spot}</td>
                <td>{finding.decision}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
      {page.findings.length > MOST_FINDINGS && (
        <Text size="sm">
          此处列出前 {MOST_FINDINGS} 项，共 {page.findings.length} 项；全部内容见导出的 XLSX 或 JSON 文件。
        </Text>
      )}
    </details>
  );
}
