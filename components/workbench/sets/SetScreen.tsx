// One version of an indicator set, to be read: its rules, and every criterion with source, method and linked checks.
import { Button, List, Table, Text, Title } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { Criterion, Indicator, IndicatorSet, Part } from '@/lib/model/indicator-set';
import { countingRule, SUBJECT_WORD, UNCONFIRMED } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import sheet from '../session/SheetView.module.css';
import { ActionButton } from '../shell/ActionButton';
import { Caution } from '../shell/Caution';
import screen from '../shell/screen.module.css';
import { Failure, Loading, NotFound, ScreenHead } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import { linkText, scoringRules } from './rule-text';
import { SetDownloadMenu, setPath } from './SetDownloadMenu';
import classes from './SetsScreen.module.css';

/** `#/sets/ID/VERSION` */
export function SetScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const id = decodeURIComponent(params.id ?? '');
  const version = decodeURIComponent(params.version ?? '');
  const ask = useCallback(() => client.desk.getSet({ id, version }), [client, id, version]);
  const { value: set, error, missing, reload } = useDeskQuery(ask, ({ what }) => what === 'sets');
  return (
    <div className={screen.screen}>
      {(!set || missing) && <ScreenHead title="指标体系" />}
      {missing && <NotFound what="指标体系" back="/sets" backName="回到指标体系列表" />}
      {error && !missing && <Failure message={error} onRetry={() => void reload()} />}
      {!set && !error && <Loading what="指标体系" />}
      {set && !missing && <ReadableSet set={set} />}
    </div>
  );
}

function ReadableSet({ set }: { set: IndicatorSet }) {
  return (
    <>
      <ScreenHead
        title={set.title}
        detail={
          <Text size="sm" c="dimmed">
            {set.version} 版，适用于{SUBJECT_WORD[set.appliesTo]}，编号 {set.id}
          </Text>
        }
        actions={
          <>
            <SetDownloadMenu size="sm" set={set} name={`“${set.title}”（${set.version} 版）`} />
            <ActionButton icon={IconPrinter} onClick={() => window.print()}>
              打印
            </ActionButton>
            <Button
              component={Link}
              href={`${setPath(set)}/copy`}
              leftSection={<IconCopy size={16} aria-hidden />}
            >
              复制并修改
            </Button>
          </>
        }
      />
      <section aria-label="依据和计分规则">
        <Text size="sm" fw={600}>
          依据：{set.source.document}
        </Text>
        {set.source.note && (
          <Text size="sm" mt={4}>
            {set.source.note}
          </Text>
        )}
        <List size="sm" mt="xs">
          {scoringRules(set).map((rule) => (
            <List.Item key={rule}>{rule}</List.Item>
          ))}
        </List>
      </section>
      {hasUnconfirmed(set) && (
        <Caution title={UNCONFIRMED}>标有“待核对”的分值为示例，请对照正式印发的指标修改后使用。</Caution>
      )}
      {set.parts.map((part) => (
        <PartTable key={part.kind} part={part} />
      ))}
    </>
  );
}

function PartTable({ part }: { part: Part }) {
  const headingId = `part-${part.kind}`;
  return (
    <section aria-labelledby={headingId} className={sheet.part}>
      <Title order={2} size="h4" id={headingId} mb="xs">
        {part.title}
        {part.kind !== 'veto' && `（${formatPoints(part.points)} 分）`}
        {!part.confirmed && <Unconfirmed />}
      </Title>
      <WideTable label={part.title} minWidth={860}>
        <Table withTableBorder className={sheet.table} aria-labelledby={headingId}>
          <colgroup>
            <col />
            <col style={{ width: 130 }} />
            <col style={{ width: '25%' }} />
            <col style={{ width: '20%' }} />
            <col style={{ width: '15%' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">评分点</th>
              <th scope="col">计分</th>
              <th scope="col">检查方法</th>
              <th scope="col">依据</th>
              <th scope="col">关联自动检查</th>
            </tr>
          </thead>
          {part.categories.map((category) => (
            <CategoryRows key={category.id} part={part} category={category} />
          ))}
        </Table>
      </WideTable>
    </section>
  );
}

function CategoryRows({ part, category }: { part: Part; category: Part['categories'][number] }) {
  return (
    <>
      <tbody>
        <tr className={sheet.category}>
          <th colSpan={5} scope="rowgroup">
            {category.name}
            {part.kind !== 'veto' && (
              <span className={sheet.full}>（{formatPoints(category.points)} 分）</span>
            )}
            {category.confirmed === false && <Unconfirmed />}
          </th>
        </tr>
      </tbody>
      {category.indicators.map((indicator) => (
        <IndicatorRows key={indicator.id} part={part} indicator={indicator} />
      ))}
    </>
  );
}

function IndicatorRows({ part, indicator }: { part: Part; indicator: Indicator }) {
  return (
    <tbody>
      <tr className={sheet.indicator}>
        <th colSpan={5} scope="rowgroup">
          {indicator.name}
          {part.kind !== 'veto' && (
            <span className={sheet.full}>（{formatPoints(indicator.points)} 分）</span>
          )}
          {!indicator.confirmed && <Unconfirmed />}
        </th>
      </tr>
      {indicator.criteria.map((criterion) => (
        <CriterionRow key={criterion.id} part={part} criterion={criterion} />
      ))}
    </tbody>
  );
}

function CriterionRow({ part, criterion }: { part: Part; criterion: Criterion }) {
  const rule = countingRule(part.kind, { ...criterion, confirmed: true });
  return (
    <tr>
      <th scope="row" className={sheet.criterion}>
        {criterion.text}
      </th>
      <td>
        {rule}
        <span className={sheet.source}>{criterion.scope === 'page' ? '逐页计' : '全站计'}</span>
        {!criterion.confirmed && <Unconfirmed />}
      </td>
      <td>{criterion.howTo}</td>
      <td>{criterion.source}</td>
      <td>
        {criterion.checks.map((link) => (
          <div key={JSON.stringify(link)}>{linkText(link)}</div>
        ))}
      </td>
    </tr>
  );
}

function Unconfirmed() {
  return (
    <span className={classes.mark} title={UNCONFIRMED}>
      待核对
    </span>
  );
}

function hasUnconfirmed(set: IndicatorSet): boolean {
  return set.parts.some(
    (part) =>
      !part.confirmed ||
      part.categories.some(
        (category) =>
          category.confirmed === false ||
          category.indicators.some((i) => !i.confirmed || i.criteria.some((c) => !c.confirmed)),
      ),
  );
}
