// One group at a glance: average and change, how far the inspection is, who is unqualified.
import { Paper, Text, Title } from '@mantine/core';
import type { RoundNumbers, ScopeNumbers } from '@/lib/model/round-numbers';
import { SUBJECT_WORD } from '@/lib/report/words';
import { deltaText, NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';
import { formatPoints } from '@/lib/scoring/format-points';
import { behindOf, type OpenBehind } from './behind';
import { NumberButton } from './NumberButton';
import classes from './numbers.module.css';

export function ScopeCard({
  scope,
  previous,
  onOpen,
}: {
  scope: ScopeNumbers;
  previous: RoundNumbers['previous'];
  onOpen: OpenBehind;
}) {
  const { average, delta, coverage, completeness, fullScores } = scope;
  const counts: [string, readonly string[], boolean][] = [
    ['检查对象', scope.assigned, true],
    ['已检查', scope.inspected, true],
    ['已完成', scope.finished, true],
    ['未完成（不计入）', scope.unfinished, scope.unfinished.length > 0],
    ['不合格', scope.unqualified.map(({ subjectId }) => subjectId), true],
    ['待定', scope.undetermined, scope.undetermined.length > 0],
    ['不计分', scope.unscored, scope.unscored.length > 0],
    ['已完成但有未检或争议项', scope.incomplete, scope.incomplete.length > 0],
  ];
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={`${SUBJECT_WORD[scope.kind]}：${NUMBERS_GROUP_WORD[scope.group]}`}
      className={classes.card}
    >
      <Title order={3} size="h5">
        {NUMBERS_GROUP_WORD[scope.group]}
      </Title>
      <div className={classes.average}>
        {average ? (
          <>
            <NumberButton behind={behindOf(scope, '平均分', average.subjectIds)} onOpen={onOpen}>
              {formatPoints(average.points)}
            </NumberButton>
            <span className={classes.full}>
              分{fullScores.length > 0 && `（满分${fullScores.map(formatPoints).join('、')}分）`}
            </span>
          </>
        ) : (
          <span className={classes.full}>暂无平均分</span>
        )}
      </div>
      <Text size="sm" className={classes.delta} data-direction={directionOf(delta)}>
        {deltaText(scope, previous)}
      </Text>
      {average && (
        <Text size="xs" c="dimmed">
          最高{formatPoints(average.max)}分，最低{formatPoints(average.min)}分
          {fullScores.length > 1 && '；满分不同的评分表混在一起，平均分仅供参考'}
        </Text>
      )}
      <dl className={classes.counts}>
        {counts
          .filter(([, , always]) => always)
          .map(([name, subjectIds]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <NumberButton behind={behindOf(scope, name, subjectIds)} onOpen={onOpen}>
                  {subjectIds.length}
                </NumberButton>
              </dd>
            </div>
          ))}
        <div>
          <dt>覆盖率</dt>
          <dd>{coverage.text ?? '—'}</dd>
        </div>
        <div>
          <dt>检查完整度</dt>
          <dd title={`已认定 ${completeness.part} 项，共 ${completeness.whole} 项`}>
            {completeness.text ?? '—'}
          </dd>
        </div>
      </dl>
    </Paper>
  );
}

function directionOf(delta: number | null): 'up' | 'down' | undefined {
  if (delta === null || delta === 0) return undefined;
  return delta > 0 ? 'up' : 'down';
}
