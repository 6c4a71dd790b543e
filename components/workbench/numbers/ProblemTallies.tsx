// The problems of one group by indicator, most frequent first: a chart, and a table that opens to criteria and sheets.
import { Anchor, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { ProblemTally, ScopeNumbers } from '@/lib/model/round-numbers';
import { SUBJECT_WORD } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import { DataTable } from '../shell/DataTable';
import { behindOf, type OpenBehind } from './behind';
import { CountBars } from './CountBars';
import { NumberButton } from './NumberButton';
import classes from './numbers.module.css';
import { Part } from './Part';

/** Most problems that a chart shows, and a table at first. */
const TOP = 10;

export function ProblemTallies({ scope, onOpen }: { scope: ScopeNumbers; onOpen: OpenBehind }) {
  const [all, setAll] = useState(false);
  if (scope.finished.length === 0) return null;
  if (scope.problems.length === 0)
    return (
      <Part title="常见问题">
        <Text size="sm">已完成的评分表中没有认定问题。</Text>
      </Part>
    );
  const shown = all ? scope.problems : scope.problems.slice(0, TOP);
  return (
    <Part title="常见问题（按指标）">
      <CountBars
        rows={scope.problems
          .slice(0, TOP)
          .map(({ indicator, subjectIds }) => ({ name: indicator, count: subjectIds.length }))}
      />
      <DataTable
        label={`${SUBJECT_WORD[scope.kind]}常见问题`}
        minWidth={420}
        columns={[
          '指标',
          { name: '涉及对象', right: true },
          { name: '处数', right: true },
          { name: '扣分', right: true },
        ]}
      >
        {shown.map((problem) => (
          <ProblemRow
            key={`${problem.part} ${problem.indicatorId} ${problem.indicator}`}
            {...{ scope, problem, onOpen }}
          />
        ))}
      </DataTable>
      {scope.problems.length > TOP && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          className={classes.more}
          onClick={() => setAll(!all)}
        >
          {all ? `只列出前 ${TOP} 项` : `列出全部 ${scope.problems.length} 项`}
        </Anchor>
      )}
    </Part>
  );
}

function ProblemRow({
  scope,
  problem,
  onOpen,
}: {
  scope: ScopeNumbers;
  problem: ProblemTally;
  onOpen: OpenBehind;
}) {
  const { indicator, part, subjectIds, occurrences, points, criteria } = problem;
  const behind = behindOf(scope, indicator, subjectIds);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <details>
          <summary>
            {indicator}
            {part === 'veto' && '（单项否决）'}
          </summary>
          <ul className={classes.criteria}>
            {criteria.map((one) => (
              <li key={`${one.criterionId} ${one.text}`}>
                {one.text} 涉及{' '}
                <NumberButton behind={behindOf(scope, one.text, one.subjectIds)} onOpen={onOpen}>
                  {one.subjectIds.length}
                </NumberButton>{' '}
                个对象，{one.occurrences} 处
              </li>
            ))}
          </ul>
        </details>
      </Table.Th>
      <Table.Td ta="right">
        <NumberButton behind={behind} onOpen={onOpen}>
          {subjectIds.length}
        </NumberButton>
      </Table.Td>
      <Table.Td ta="right">
        <NumberButton behind={behind} onOpen={onOpen}>
          {occurrences}
        </NumberButton>
      </Table.Td>
      <Table.Td ta="right">
        <NumberButton behind={behind} onOpen={onOpen}>
          {part === 'veto' ? '—' : formatPoints(points)}
        </NumberButton>
      </Table.Td>
    </Table.Tr>
  );
}
