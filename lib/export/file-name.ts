// File names from round, site and day that Windows, macOS and Linux all accept.

const MOST_CHARACTERS = 120;
/** ext4 and others count bytes: 255 at most; a margin is left for the browser's “ (1)”. */
const MOST_BYTES = 240;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/**
 * `{round}_{subject}_{day}_{what}.{extension}`, e.g. “2026年第四季度_示例市人民政府_20261123_评分表.xlsx”. The subject is
 * shortened first, then the round. `day` is `YYYYMMDD`; `what` and `extension` are ours and short.
 */
export function fileName(parts: {
  round: string;
  subject: string;
  day: string;
  what: string;
  extension: string;
}): string {
  let round = safePart(parts.round) || '未命名轮次';
  let subject = safePart(parts.subject) || '未命名对象';
  const build = () => {
    const name = `${round}_${subject}_${parts.day}_${parts.what}.${parts.extension}`;
    // Windows refuses device names before the first dot, whatever follows.
    return RESERVED.test((name.split('.')[0] ?? '').trim()) ? `_${name}` : name;
  };
  const fits = (name: string) =>
    name.length <= MOST_CHARACTERS && new TextEncoder().encode(name).length <= MOST_BYTES;
  while (!fits(build()) && subject.length > 12) subject = withoutLast(subject);
  while (!fits(build()) && round.length > 1) round = withoutLast(round);
  return build();
}

/** One part: forbidden characters become '_', invisible ones and lone surrogates go, no dots or spaces at the ends. */
function safePart(text: string): string {
  const safe = trimEnds(
    text
      .normalize('NFC')
      .replace(/[\p{Cf}\p{Surrogate}\p{Co}\p{Cn}]/gu, '')
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
      .replace(/\s+/gu, ' '),
  );
  // What cannot stay anyway goes at once: a page's title may have any length, and the rest goes sign by sign.
  return trimEnds(Array.from(safe).slice(0, MOST_CHARACTERS).join(''));
}

function withoutLast(text: string): string {
  return trimEnds(Array.from(text).slice(0, -1).join('')) || '_';
}

function trimEnds(text: string): string {
  return text.replace(/^[. ~]+|[. ]+$/g, '');
}
