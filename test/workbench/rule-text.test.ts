// A set's links to checks are told in words: no id of a kind or element is shown to an inspector.
import { expect, it } from 'vitest';
import { linkText } from '@/components/workbench/sets/rule-text';
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import { itemWords, kindWords } from '@/lib/locale/zh-CN/link-words';

const links = shippedSets.flatMap((set) => criteriaOf(set).flatMap(({ criterion }) => criterion.checks));

it('has a word for every kind and element that a shipped set names', () => {
  const kinds = new Set(links.flatMap(({ kinds = [] }) => kinds));
  expect([...kinds].filter((kind) => !kindWords[kind])).toEqual([]);
  // Page tags keep their official names, which begin with a capital.
  const items = new Set(links.flatMap(({ items = [] }) => items));
  expect([...items].filter((item) => !itemWords[item] && !/^[A-Z]/.test(item))).toEqual([]);
  expect(links.length).toBeGreaterThan(50);
});

it('tells limits in the order check, kinds, elements, certainty', () => {
  expect(
    linkText({
      check: 'identification',
      kinds: ['missing'],
      items: ['sponsor', 'contact'],
      outcomes: ['fail'],
    }),
  ).toBe('网站标识要素（缺少；主办单位、联系方式；仅确定的）');
  expect(linkText({ check: 'page-tags', items: ['SiteName'], outcomes: ['review'] })).toBe(
    '网页标签（SiteName；仅待核实的）',
  );
  expect(linkText({ check: 'accessibility' })).toBe('无障碍');
  expect(linkText({ check: 'accessibility', kinds: ['own-kind'] })).toBe('无障碍（own-kind）');
});
