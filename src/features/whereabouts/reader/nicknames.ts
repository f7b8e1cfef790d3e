/** What colleagues call each other: 老石, 小杜, 阿福, 金姐, 军子. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Roster20 } from './members.ts';
import { type Found, isBehindRole, isCommonSurname } from './outsiders.ts';
import { isHan } from './signs.ts';
import { stands } from './stands.ts';

const nick = (end: number, who: readonly number[] | undefined): Found | null =>
  who === undefined ? null : { end, who, form: 'nick' };

/** 老石, 小杜; 小 goes before given names too, and before people the roster lacks. */
function agedName(text: string, at: number, roster: Roster20, lexicon: Lexicon): Found | null {
  const name = text.charAt(at + 1);
  const young = text.charAt(at) === '小';
  const who = roster.bySurname.get(name) ?? (young ? roster.byGiven.get(name) : undefined);
  if (who !== undefined) return nick(at + 2, who);
  const outside = isCommonSurname(name) && (young || isBehindRole(text, at));
  return outside && stands(text, at + 2, lexicon) ? nick(at + 2, []) : null;
}

/** 军子, 燕儿 are built on given names; 王工, 刘总 on surnames; 金姐, 花姐 on either. */
const GIVEN_ONLY = new Set(['子', '儿']);
const BOTH = new Set(['哥', '姐', '叔', '姨', '嫂', '弟', '妹', '仔', '哥哥', '姐姐', '大哥', '大姐', '爷']);

function kinOf(char: string, kin: string, { bySurname, byGiven }: Roster20): readonly number[] | undefined {
  if (GIVEN_ONLY.has(kin)) return byGiven.get(char);
  return bySurname.get(char) ?? (BOTH.has(kin) ? byGiven.get(char) : undefined);
}

/** 王工作, 花儿子, 那燕儿: the word goes on, or began before. */
const isOtherWord = (text: string, at: number, end: number, kin: string): boolean =>
  /[作地程人会厂资具序]/u.test(text.charAt(end)) ||
  (GIVEN_ONLY.has(kin) && isHan(text.charAt(at - 1))) ||
  /^儿[子女童]/u.test(text.slice(at + 1, at + 3));

/** 金姐, 军子: one character of the name, and a way to call a colleague. */
function kinName(text: string, at: number, roster: Roster20, lexicon: Lexicon): Found | null {
  const match = isHan(text.charAt(at)) ? lexicon.kin.longest(text, at + 1) : null;
  if (match === null) return null;
  const kin = text.slice(at + 1, match.end);
  const who = kinOf(text.charAt(at), kin, roster);
  return who?.length !== 1 || isOtherWord(text, at, match.end, kin) ? null : nick(match.end, who);
}

/** The colleague called so at a place. */
export function nicknamed(text: string, at: number, roster: Roster20, lexicon: Lexicon): Found | null {
  const first = text.charAt(at);
  if (first === '老' || first === '小') return agedName(text, at, roster, lexicon);
  if (first === '阿') return nick(at + 2, roster.byGiven.get(text.charAt(at + 1)));
  return kinName(text, at, roster, lexicon);
}
