// The checklist: search, filter, folding categories, rows. The focus moves along the rows; keys act on the active one.
import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { memo, type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Evidence, Verdict } from '@/lib/model/session';
import type { Sheet, SheetCategory, SheetCriterion, SheetIndicator } from '@/lib/model/sheet';
import type { Suggestion } from '@/lib/model/suggestion';
import { explainCriterion } from '@/lib/scoring/explain';
import { formatPoints } from '@/lib/scoring/format-points';
import { CriterionRow, rowId } from './CriterionRow';
import styles from './checklist.module.css';
import { type ChecklistCategory, FILTERS } from './checklist-model';
import type { CriterionActions } from './criterion-actions';
import { useRowsOfWidth } from './drawn-rows';
import panel from './panel.module.css';
import type { ChecklistFilter } from './ui-state';

export interface ChecklistProps {
  categories: readonly ChecklistCategory[];
  set: IndicatorSet;
  sheet: Sheet;
  verdicts: ReadonlyMap<string, Verdict>;
  suggestions: ReadonlyMap<string, Suggestion[]>;
  evidence: ReadonlyMap<string, Evidence[]>;
  filter: ChecklistFilter;
  query: string;
  closed: readonly string[];
  active: string | undefined;
  openDetails: ReadonlySet<string>;
  noteOpen: string | undefined;
  locked: boolean;
  canCaptureMark: boolean;
  /** Scroll offset to start with, pixels. */
  startScroll: number;
  shown: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
  actions: CriterionActions;
  onFilter(filter: ChecklistFilter): void;
  onQuery(query: string): void;
  onToggle(categoryId: string): void;
  onScroll(top: number): void;
}

export const Checklist = memo(function Checklist(props: ChecklistProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const start = useRef(props.startScroll);
  const lines = sheetLines(props.sheet);
  // The first category fills the screen; the rest is built right after it is painted, unless it is wanted at once.
  const [whole, setWhole] = useState(props.startScroll > 0 || props.active !== undefined);
  useEffect(() => {
    const painted = requestAnimationFrame(() => startTransition(() => setWhole(true)));
    return () => cancelAnimationFrame(painted);
  }, []);

  useRowsOfWidth(scroller);

  // Before the first paint, and again whenever the tab is shown: a hidden element forgets its offset.
  useLayoutEffect(() => {
    if (props.shown && scroller.current) scroller.current.scrollTop = start.current;
  }, [props.shown]);

  // A row that had the focus and is filtered away leaves the focus nowhere: the active row takes it.
  useEffect(() => {
    if (props.shown && props.active && document.activeElement === document.body && hadFocus.current)
      document.getElementById(rowId(props.active))?.focus({ preventScroll: true });
  });
  const hadFocus = useRef(false);

  return (
    <>
      <ChecklistToolbar
        query={props.query}
        filter={props.filter}
        searchRef={props.searchRef}
        onQuery={props.onQuery}
        onFilter={props.onFilter}
      />
      <section
        ref={scroller}
        className={panel.scroll}
        aria-label="检查指标"
        tabIndex={props.active ? -1 : 0}
        onScroll={(event) => {
          if (!props.shown) return;
          start.current = event.currentTarget.scrollTop;
          props.onScroll(start.current);
        }}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={(event) => {
          hadFocus.current = event.relatedTarget === null && document.hasFocus();
        }}
      >
        {props.categories.map((category, index) => (
          <CategorySection
            key={category.id}
            {...props}
            category={category}
            lines={lines}
            built={whole || index === 0}
          />
        ))}
        {props.categories.every(({ indicators }) => indicators.length === 0) && (
          <p className={panel.empty}>没有符合条件的指标。可清空搜索或将筛选改为“全部”。</p>
        )}
      </section>
    </>
  );
});

/** Apart from the list, so that a tick does not draw it anew. */
const ChecklistToolbar = memo(function ChecklistToolbar(
  props: Pick<ChecklistProps, 'query' | 'filter' | 'searchRef' | 'onQuery' | 'onFilter'>,
) {
  return (
    <div className={panel.toolbar}>
      <TextInput
        ref={props.searchRef}
        className={panel.search}
        size="xs"
        type="search"
        aria-label="搜索指标"
        placeholder="搜索指标（/）"
        value={props.query}
        onChange={(event) => props.onQuery(event.currentTarget.value)}
        rightSection={
          props.query !== '' && (
            <CloseButton size="sm" aria-label="清空搜索" onClick={() => props.onQuery('')} />
          )
        }
      />
      <NativeSelect
        size="xs"
        aria-label="筛选"
        value={props.filter}
        data={[...FILTERS]}
        onChange={(event) => props.onFilter(event.currentTarget.value as ChecklistFilter)}
      />
    </div>
  );
});

interface SheetLines {
  categories: Map<string, SheetCategory>;
  indicators: Map<string, SheetIndicator>;
  criteria: Map<string, SheetCriterion>;
}

function sheetLines(sheet: Sheet): SheetLines {
  const categories = sheet.parts.flatMap((part) =>
    part.categories.map((category) => [`${part.kind}/${category.id}`, category] as const),
  );
  const indicators = categories.flatMap(([, category]) => category.indicators);
  return {
    categories: new Map(categories),
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    criteria: new Map(indicators.flatMap(({ criteria }) => criteria.map((line) => [line.id, line]))),
  };
}

function CategorySection(
  props: ChecklistProps & { category: ChecklistCategory; lines: SheetLines; built: boolean },
) {
  const { category, lines } = props;
  const open = !props.closed.includes(category.id);
  const { counts } = category;
  const line = lines.categories.get(category.id);
  const bodyId = `category-${category.id.replace('/', '-')}`;
  return (
    <div className={styles.category}>
      <h2 className={styles.categoryHead}>
        <button
          type="button"
          className={styles.categoryButton}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => props.onToggle(category.id)}
        >
          <IconChevronDown size={16} aria-hidden />
          <span className={styles.categoryName}>{category.category.name}</span>
          <span className={styles.counts}>
            {line && category.kind !== 'veto' && (
              <span className={panel.chip}>
                {category.kind === 'bonus' ? '加' : '扣'} {formatPoints(line.points)} /{' '}
                {formatPoints(line.full)} 分
              </span>
            )}
            {counts.hit > 0 && (
              <span className={panel.chip} data-tone="hit">
                问题 {counts.hit}
              </span>
            )}
            {counts.suggested > 0 && (
              <span className={panel.chip} data-tone="suggest">
                建议 {counts.suggested}
              </span>
            )}
            <span className={panel.chip}>
              {line?.excluded ? '不计分' : `未检 ${counts.untested} / ${counts.total}`}
            </span>
          </span>
        </button>
      </h2>
      <div id={bodyId} hidden={!open}>
        {open &&
          props.built &&
          category.indicators.map(({ indicator, criteria }) => {
            const scored = lines.indicators.get(indicator.id);
            return (
              <div key={indicator.id}>
                <h3 className={styles.indicatorHead}>
                  {indicator.name}
                  {category.kind !== 'veto' && (
                    <span className={styles.indicatorPoints}>
                      {formatPoints(scored?.full ?? indicator.points)} 分
                      {indicator.confirmed ? '' : '（待核对）'}
                      {scored !== undefined &&
                        scored.points > 0 &&
                        `，已${category.kind === 'bonus' ? '加' : '扣'} ${formatPoints(scored.points)} 分`}
                    </span>
                  )}
                </h3>
                <ul className={styles.list}>
                  {criteria.map(({ kind, criterion, excluded }) => (
                    <CriterionRow
                      key={criterion.id}
                      kind={kind}
                      criterion={criterion}
                      excluded={excluded}
                      verdict={props.verdicts.get(criterion.id)}
                      points={lines.criteria.get(criterion.id)?.points ?? 0}
                      suggestions={props.suggestions.get(criterion.id)}
                      evidence={props.evidence.get(criterion.id)}
                      active={props.active === criterion.id}
                      detailsOpen={props.openDetails.has(criterion.id)}
                      noteOpen={props.noteOpen === criterion.id}
                      locked={props.locked}
                      canCaptureMark={props.canCaptureMark}
                      actions={props.actions}
                      explanation={
                        props.openDetails.has(criterion.id)
                          ? explainCriterion(props.set, props.sheet, criterion.id)
                          : ''
                      }
                    />
                  ))}
                </ul>
              </div>
            );
          })}
      </div>
    </div>
  );
}
