// Tells sentences of running text from the labelled lines of a page's foot.
import { fold, tidy } from './fold';

/** A foot's line begins with what it tells; a sentence about it begins with something else. */
const FOOT_START =
  /^(?:网站|本站|政府网站)?(?:主\s*办|承\s*办|主\s*管|版权|copyright|©|地\s*址|联系|电\s*话|备案|标识码\s*(?:[:(\d]|bm)|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼蜀黔滇陇秦]\s*(?:ICP|公网))/i;
const SHORTEST = 20;

/** true for a sentence: a comma in it, a full stop at its end, and not begun like a line of a foot. */
export function isSentence(text: string): boolean {
  if (text.length < SHORTEST || !/[，,]/.test(text)) return false;
  const plain = fold(tidy(text));
  return (
    plain.length >= SHORTEST &&
    /,.*[。;!?]["”’)]*$/.test(plain) &&
    !FOOT_START.test(plain.replace(/^[\s·|—-]+/, ''))
  );
}
