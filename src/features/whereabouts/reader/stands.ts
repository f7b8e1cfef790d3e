/** Whether a name that ends at a place ends there indeed. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isHan } from './signs.ts';
import { plays } from './tokens.ts';

const DAY_NEXT = /^(?:今|明[天日早晚儿]|昨|后天|上午|下午|早上|晚上|下?周[一二三四五六日]|本周|这周)/u;
const LEADS_ON = ['dest', 'at', 'with', 'not', 'back'] as const;

/** What follows says that a name ended here: a sign, a day, or where somebody is. */
export function stands(text: string, at: number, lexicon: Lexicon): boolean {
  if (!isHan(text.charAt(at)) || DAY_NEXT.test(text.slice(at, at + 3))) return true;
  const next = lexicon.words.longest(text, at)?.value;
  return next !== undefined && (next.cue !== undefined || LEADS_ON.some((role) => plays(next, role)));
}
