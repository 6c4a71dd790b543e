// The score and its result, how it came about, and everything that keeps it from being final.
import { Anchor, Paper, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { SessionView } from '@/lib/desk/protocol';
import type { Sheet } from '@/lib/model/sheet';
import { sortedSkips } from '@/lib/report/check-report';
import { RESULT_WORD, UNCONFIRMED } from '@/lib/report/words';
import { explainTotal } from '@/lib/scoring/explain-total';
import { formatPoints } from '@/lib/scoring/format-points';
import { Caution } from '../shell/Caution';
import classes from './ScoreSummary.module.css';

export function ScoreSummary({ view, sheet }: { view: SessionView; sheet: Sheet }) {
  const { counts, total, fullScore, result } = sheet;
  return (
    <Paper withBorder p="md" component="section" aria-label="得分" className={classes.summary}>
      <div className={classes.score}>
        <div>
          <span className={classes.total}>{total === null ? '不计分' : formatPoints(total)}</span>
          {total !== null && fullScore !== null && (
            <span className={classes.full}> / {formatPoints(fullScore)} 分</span>
          )}
        </div>
        <span className={classes.result} data-result={result}>
          {RESULT_WORD[result]}
        </span>
        <Text size="sm" component="ul" className={classes.counts} aria-label="各状态的评分点数">
          <li>共 {counts.total} 项</li>
          <li>合格 {counts.ok}</li>
          <li>有问题 {counts.hit}</li>
          <li>不适用 {counts.na}</li>
          <li>有争议 {counts.disputed}</li>
          <li>未检 {counts.untested}</li>
        </Text>
      </div>
      <details className={classes.how}>
        <summary>得分如何计算</summary>
        <ol>
          {explainTotal(view.set, sheet).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </details>
      <Warnings view={view} sheet={sheet} />
    </Paper>
  );
}

function Warnings({ view, sheet }: { view: SessionView; sheet: Sheet }) {
  const { untested, disputed } = sheet.counts;
  const failed = view.runs.flatMap((run) => run.results).filter(({ outcome }) => outcome === 'error').length;
  const skipped = sortedSkips(
    view.runs.flatMap((run) => [...run.skipped, ...run.results.flatMap((result) => result.skipped)]),
  ).length;
  const runs = `/sessions/${encodeURIComponent(view.session.id)}/runs`;
  const warnings = [
    untested > 0 && <>未检 {untested} 项，得分尚不完整。</>,
    disputed > 0 && <>有争议 {disputed} 项，暂未计入，待复核。</>,
    sheet.unconfirmed && <>{UNCONFIRMED}：部分分值为示例，得分仅供参考，以正式印发的指标为准。</>,
    (failed > 0 || skipped > 0) && (
      <>
        自动检查
        {[failed > 0 && `有 ${failed} 项未能完成`, skipped > 0 && `有 ${skipped} 处内容未检查到`]
          .filter(Boolean)
          .join('，')}
        ，
        <Anchor component={Link} href={runs} size="sm" underline="always">
          查看自动检查
        </Anchor>
        。
      </>
    ),
  ].filter(Boolean);
  if (warnings.length === 0) return null;
  return (
    <Caution title="请注意">
      <ul className={classes.warnings}>
        {warnings.map((warning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed order of sentences without state.
          <li key={index}>{warning}</li>
        ))}
      </ul>
    </Caution>
  );
}
