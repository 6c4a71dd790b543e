// Distribution, problems, unqualified ones, platforms and good practice of one group, each chart beside its table.
import { Table } from '@mantine/core';
import { Link } from 'wouter';
import type { BookEntry } from '@/lib/model/round-book';
import type { ScopeNumbers } from '@/lib/model/round-numbers';
import { SUBJECT_WORD } from '@/lib/report/words';
import { bandText } from '@/lib/rounds/number-words';
import { formatPoints } from '@/lib/scoring/format-points';
import { PLATFORM_WORD } from '@/lib/text/subject-words';
import { DataTable } from '../shell/DataTable';
import { behindOf, type OpenBehind } from './behind';
import { CountBars } from './CountBars';
import { NumberButton } from './NumberButton';
import classes from './numbers.module.css';
import { Part } from './Part';
import { ProblemTallies } from './ProblemTallies';

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
      <ProblemTallies scope={props.scope} onOpen={props.onOpen} />
      {props.scope.platforms.length > 0 && <Platforms {...props} />}
      <GoodPractice {...props} />
    </>
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
        <div className={classes.narrow}>
          <DataTable
            label={`${SUBJECT_WORD[scope.kind]}得分分布`}
            minWidth={0}
            columns={['分数段', { name: '对象数', right: true }]}
          >
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
          </DataTable>
        </div>
      </div>
    </Part>
  );
}

function UnqualifiedTable({ scope, entryOf }: Props) {
  return (
    <Part title="不合格">
      <DataTable
        label={`${SUBJECT_WORD[scope.kind]}不合格的对象`}
        minWidth={420}
        columns={['检查对象', '原因', { name: '得分', right: true }]}
      >
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
      </DataTable>
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
        <div className={classes.narrow}>
          <DataTable
            label={`${SUBJECT_WORD[scope.kind]}各平台账号数`}
            minWidth={0}
            columns={['平台', { name: '已检查', right: true }, { name: '全部', right: true }]}
          >
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
          </DataTable>
        </div>
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
