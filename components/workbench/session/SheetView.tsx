// The scored sheet as a table: every criterion with verdict, count, points, reason, note and pictures.
import { NativeSelect, Table, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SessionView } from '@/lib/desk/protocol';
import type { PartKind } from '@/lib/model/indicator-set';
import type { VerdictStatus } from '@/lib/model/session';
import type { Sheet } from '@/lib/model/sheet';
import { type ScorePart, type ScoreRow, scoreParts } from '@/lib/report/score-rows';
import { UNCONFIRMED } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import { Empty } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import { EvidenceThumbnails } from './EvidenceView';
import { NoteCell } from './NoteCell';
import classes from './SheetView.module.css';

type Shown = 'all' | VerdictStatus;

export function SheetView({ view, sheet }: { view: SessionView; sheet: Sheet }) {
  const [shown, setShown] = useState<Shown>('all');
  const parts = useMemo(() => scoreParts(view, sheet), [view, sheet]);
  const pictures = useMemo(() => picturesByCriterion(view), [view]);
  const { counts } = sheet;
  const visible = parts
    .map((part) => ({ ...part, rows: part.rows.filter((row) => shown === 'all' || row.status === shown) }))
    .filter((part) => part.rows.length > 0);
  return (
    <>
      <NativeSelect
        label="显示"
        className={classes.filter}
        value={shown}
        onChange={(event) => setShown(event.currentTarget.value as Shown)}
        data={[
          { value: 'all', label: `全部（${counts.total}）` },
          { value: 'hit', label: `有问题（${counts.hit}）` },
          { value: 'untested', label: `未检（${counts.untested}）` },
          { value: 'disputed', label: `有争议（${counts.disputed}）` },
          { value: 'na', label: `不适用（${counts.na}）` },
          { value: 'ok', label: `合格（${counts.ok}）` },
        ]}
      />
      {visible.length === 0 && (
        <Empty title="没有这种状态的评分点">
          <p>请在“显示”中选择其他状态。</p>
        </Empty>
      )}
      {visible.map((part) => (
        <PartTable key={part.kind} view={view} part={part} pictures={pictures} />
      ))}
    </>
  );
}

function PartTable({
  view,
  part,
  pictures,
}: {
  view: SessionView;
  part: ScorePart;
  pictures: Map<string, string[]>;
}) {
  const headingId = `part-${part.kind}`;
  return (
    <section className={classes.part} aria-labelledby={headingId}>
      <Title order={2} size="h4" id={headingId} mb="xs">
        {part.heading}
      </Title>
      <WideTable label={part.heading} minWidth={900}>
        <Table withTableBorder className={classes.table} aria-labelledby={headingId}>
          <colgroup>
            <col />
            <col style={{ width: '9%' }} />
            <col style={{ width: '5.5%' }} />
            <col style={{ width: '6.5%' }} />
            <col style={{ width: '22%' }} />
            <col style={{ width: '16%' }} />
            <col style={{ width: '11%' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">评分点</th>
              <th scope="col">认定</th>
              <th scope="col">次数</th>
              <th scope="col">{part.kind === 'bonus' ? '加分' : '扣分'}</th>
              <th scope="col">理由</th>
              <th scope="col">备注</th>
              <th scope="col">取证</th>
            </tr>
          </thead>
          {groupsOf(part.rows).map((group) => (
            <tbody key={group.key}>
              {group.newCategory && (
                <tr className={classes.category}>
                  <th colSpan={7} scope="rowgroup">
                    {group.category}
                  </th>
                </tr>
              )}
              <tr className={classes.indicator}>
                <th colSpan={7} scope="rowgroup">
                  {group.indicator}
                  {group.points !== null && (
                    <span className={classes.full}>（{formatPoints(group.points)} 分）</span>
                  )}
                </th>
              </tr>
              {group.rows.map((row) => (
                <CriterionRow
                  key={row.criterionId}
                  view={view}
                  kind={part.kind}
                  row={row}
                  pictures={pictures.get(row.criterionId) ?? []}
                />
              ))}
            </tbody>
          ))}
        </Table>
      </WideTable>
    </section>
  );
}

function CriterionRow({
  view,
  kind,
  row,
  pictures,
}: {
  view: SessionView;
  kind: PartKind;
  row: ScoreRow;
  pictures: string[];
}) {
  const sign = kind === 'bonus' ? '+' : '−';
  return (
    <tr data-criterion={row.criterionId}>
      <th scope="row" className={classes.criterion}>
        {row.criterion}
        {kind !== 'veto' && (
          <span className={classes.rule}>
            {row.rule}
            {!row.confirmed && !row.rule.includes(UNCONFIRMED) && `（${UNCONFIRMED}）`}
          </span>
        )}
        {row.source && <span className={classes.source}>来源：{row.source}</span>}
      </th>
      <td>
        <span className={classes.verdict} data-status={row.status} data-part={kind}>
          {row.verdict}
        </span>
      </td>
      <td className={classes.number}>{row.count ?? ''}</td>
      <td className={classes.number}>
        {row.points === null || row.points === 0 ? '' : `${sign}${formatPoints(row.points)}`}
      </td>
      <td>{row.reason}</td>
      <td>
        <NoteCell view={view} criterionId={row.criterionId} criterion={row.criterion} note={row.note} />
      </td>
      <td>
        <EvidenceThumbnails view={view} ids={pictures} />
      </td>
    </tr>
  );
}

interface Group {
  key: string;
  category: string;
  newCategory: boolean;
  indicator: string;
  points: number | null;
  rows: ScoreRow[];
}

/** Neighbouring rows of one indicator; names may repeat in another category. */
function groupsOf(rows: ScoreRow[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.category === row.category && last.indicator === row.indicator) last.rows.push(row);
    else
      groups.push({
        key: row.criterionId,
        category: row.category,
        newCategory: last?.category !== row.category,
        indicator: row.indicator,
        points: row.indicatorPoints,
        rows: [row],
      });
  }
  return groups;
}

function picturesByCriterion(view: SessionView): Map<string, string[]> {
  const map = new Map(view.verdicts.map((verdict) => [verdict.criterionId, [...verdict.evidenceIds]]));
  for (const { id, criterionId } of view.evidence) {
    if (criterionId === undefined) continue;
    const ids = map.get(criterionId) ?? [];
    if (!ids.includes(id)) map.set(criterionId, [...ids, id]);
  }
  return map;
}
