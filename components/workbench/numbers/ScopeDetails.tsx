// Distribution, problems, unqualified ones, platforms and good practice of one group, each chart beside its table.

import { Anchor, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { BookEntry } from '@/lib/model/round-book';
import type { ProblemTally, ScopeNumbers } from '@/lib/model/round-numbers';
import { bandText } from '@/lib/rounds/number-words';
import { formatPoints } from '@/lib/scoring/format-points';
import { PLATFORM_WORD } from '@/lib/text/subject-words';
import { WideTable } from '../shell/WideTable';
import { behindOf, type OpenBehind } from './behind';
import { CountBars } from './CountBars';
import { NumberButton } from './NumberButton';
import classes from './numbers.module.css';

/** Most problems that a chart shows, and a table at first. */
const TOP = 10;

interface Props {
  scope: ScopeNumbers;
  entryOf: ReadonlyMap<string, BookEntry>;
  onOpen: OpenBehind;
}

export function ScopeDetails(props: Props) {
  return (
    <>
      <Bands {...props} />
      {props.scope.unqualified.length > 0 && <UnqualifiedTable {...props} />}
      <Problems {...props} />
      {props.scope.platforms.length > 0 && <Platforms {...props} />}
      <GoodPractice {...props} />
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Bands({ scope, onOpen }: Props) {
  const rows = [
    ...scope.bands.map((band) => ({ name: bandText(band), subjectIds: band.subjectIds })),
    ...(scope.unscored.length > 0 ? [{ name: '不计分', subjectIds: scope.unscored }] : []),
  ];
  if (scope.finished.length === 0) return null;
  return (
    <Part title="得分分布">
      <div className={classes.pair}>
        <CountBars rows={rows.map(({ name, subjectIds }) => ({ name, count: subjectIds.length }))} />
        <Table aria-label="得分分布" fz="sm" className={classes.narrow}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>分数段</Table.Th>
              <Table.Th ta="right">对象数</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, subjectIds }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">
                  <NumberButton behind={behindOf(scope, name, subjectIds)} onOpen={onOpen}>
                    {subjectIds.length}
                  </NumberButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Part>
  );
}

function Problems({ scope, onOpen }: Props) {
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
      <WideTable label="常见问题" minWidth={420}>
        <Table aria-label="常见问题" fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>指标</Table.Th>
              <Table.Th ta="right">涉及对象</Table.Th>
              <Table.Th ta="right">处数</Table.Th>
              <Table.Th ta="right">扣分</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((problem) => (
              <ProblemRow
                key={`${problem.part} ${problem.indicatorId} ${problem.indicator}`}
                {...{ scope, problem, onOpen }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
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

function UnqualifiedTable({ scope, entryOf }: Props) {
  return (
    <Part title="不合格">
      <WideTable label="不合格的对象" minWidth={420}>
        <Table aria-label="不合格的对象" fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>检查对象</Table.Th>
              <Table.Th>原因</Table.Th>
              <Table.Th ta="right">得分</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {scope.unqualified.map(({ subjectId, vetoes, total }) => (
              <Table.Tr key={subjectId}>
                <Table.Th scope="row" fw={500}>
                  <SubjectLink entry={entryOf.get(subjectId)} />
                </Table.Th>
                <Table.Td>
                  {vetoes.length === 0 && '得分低于合格线'}
                  {vetoes.map(({ criterionId, indicator, text, note }) => (
                    <div key={criterionId}>
                      单项否决“{indicator}”：{text}
                      {note && `（${note}）`}
                    </div>
                  ))}
                </Table.Td>
                <Table.Td ta="right">{total === null ? '不计分' : formatPoints(total)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Part>
  );
}

function Platforms({ scope, onOpen }: Props) {
  const rows = scope.platforms.map(({ platform, assigned, inspected }) => ({
    name: platform ? PLATFORM_WORD[platform] : '未注明平台',
    assigned,
    inspected,
  }));
  return (
    <Part title="各平台账号数">
      <div className={classes.pair}>
        <CountBars rows={rows.map(({ name, inspected }) => ({ name, count: inspected.length }))} />
        <Table aria-label="各平台账号数" fz="sm" className={classes.narrow}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>平台</Table.Th>
              <Table.Th ta="right">已检查</Table.Th>
              <Table.Th ta="right">全部</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, assigned, inspected }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">
                  <NumberButton behind={behindOf(scope, `${name}（已检查）`, inspected)} onOpen={onOpen}>
                    {inspected.length}
                  </NumberButton>
                </Table.Td>
                <Table.Td ta="right">
                  <NumberButton behind={behindOf(scope, name, assigned)} onOpen={onOpen}>
                    {assigned.length}
                  </NumberButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Part>
  );
}

function GoodPractice({ scope, entryOf }: Props) {
  if (scope.goodPractice.length === 0) return null;
  return (
    <Part title="典型做法">
      <ul className={classes.practice}>
        {scope.goodPractice.map(({ subjectId, text, evidenceId }) => (
          <li key={subjectId}>
            <SubjectLink entry={entryOf.get(subjectId)} />：{text}
            {evidenceId && <PracticePicture entry={entryOf.get(subjectId)} />}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function PracticePicture({ entry }: { entry: BookEntry | undefined }) {
  if (!entry?.session) return null;
  const { subject, session } = entry;
  return (
    <>
      （
      <Link
        href={`/sessions/${encodeURIComponent(session.id)}/practice`}
        aria-label={`${subject.name}的典型做法配图`}
      >
        有图
      </Link>
      ）
    </>
  );
}

function SubjectLink({ entry }: { entry: BookEntry | undefined }) {
  if (!entry?.session) return <>{entry?.subject.name ?? ''}</>;
  return <Link href={`/sessions/${encodeURIComponent(entry.session.id)}`}>{entry.subject.name}</Link>;
}
