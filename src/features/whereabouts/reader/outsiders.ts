/** Names the roster does not hold, where what stands around them says that they are names. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { COMMON_SURNAMES, OUTSIDE_ROLES } from '../lexicon/titles.ts';
import { isHan } from './signs.ts';
import { stands } from './stands.ts';
import type { PersonForm } from './tokens.ts';

/** A person found at a place; nobody of the roster, one, or several it may be. */
export interface Found {
  readonly end: number;
  readonly who: readonly number[];
  readonly form: PersonForm;
}

const common = new Set(COMMON_SURNAMES.replace(/\s/gu, ''));
const APPRENTICE = new RegExp(`(?:${OUTSIDE_ROLES.trim().split(/\s+/u).join('|')})$`, 'u');

/** A surname people outside the roster are likely to have. */
export const isCommonSurname = (char: string): boolean => common.has(char);

/** 实习生, 食堂: of a kind the roster does not hold. */
export const isBehindRole = (text: string, at: number): boolean =>
  APPRENTICE.test(text.slice(Math.max(0, at - 6), at));

/** 实习生王璐: somebody of such a kind, up to the word that follows. */
export function apprentice(text: string, at: number, lexicon: Lexicon): Found | null {
  if (!isCommonSurname(text.charAt(at)) || !isBehindRole(text, at) || !isHan(text.charAt(at + 1)))
    return null;
  for (const end of [at + 2, at + 3]) {
    if (!isHan(text.charAt(end - 1))) return null;
    if (stands(text, end, lexicon) || /^[今明后昨上下在去到请没未]/u.test(text.charAt(end)))
      return { end, who: [], form: 'nick' };
  }
  return null;
}
