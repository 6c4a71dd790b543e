// axe's Chinese: the shipped zh_CN locale without what MV3 forbids, plus the texts that it lacks.
import { SUPPLEMENT } from './zh-cn-supplement';

export interface CheckTexts {
  pass?: unknown;
  fail?: unknown;
  incomplete?: unknown;
}

interface Locale {
  lang: string;
  rules: Record<string, { description: string; help: string }>;
  checks: Record<string, CheckTexts>;
  incompleteFallbackMessage: string;
}

/**
 * The locale to configure axe with. `failureSummaries` is dropped: its doT templates are compiled with `new Function`,
 * which the policy of extensions forbids.
 */
export function chineseLocale(shipped: unknown): Locale {
  const { lang, rules, checks, incompleteFallbackMessage } = shipped as Locale;
  return {
    lang,
    rules: { ...rules, ...SUPPLEMENT.rules },
    checks: mergeChecks(checks, SUPPLEMENT.checks),
    incompleteFallbackMessage,
  };
}

/** Texts of the supplement win: they complete the shipped ones and correct a few. */
function mergeChecks(shipped: Record<string, CheckTexts>, added: Record<string, CheckTexts>) {
  const merged: Record<string, CheckTexts> = { ...shipped };
  for (const [id, texts] of Object.entries(added)) {
    const known = merged[id] ?? {};
    const both = { ...known };
    for (const kind of ['pass', 'fail', 'incomplete'] as const)
      if (texts[kind] !== undefined) both[kind] = mergeTexts(known[kind], texts[kind]);
    merged[id] = both;
  }
  return merged;
}

/** A single text gives way to variants, because axe looks variants up by name. */
function mergeTexts(known: unknown, added: unknown): unknown {
  if (typeof added !== 'object' || added === null) return added;
  return typeof known === 'object' && known !== null ? { ...known, ...added } : added;
}
