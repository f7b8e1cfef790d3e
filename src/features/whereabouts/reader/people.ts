/** People as colleagues write them: full and given names, surname and title, nicknames, names that sound alike. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { COMMON_SURNAMES, ORDINARY_NEXT, OUTSIDE_ROLES } from '../lexicon/titles.ts';
import { soundsLike } from './heard.ts';
import type { Roster20 } from './members.ts';
import { isHan } from './signs.ts';
import { stands } from './stands.ts';
import type { PersonForm, PersonToken } from './tokens.ts';

const common = new Set(COMMON_SURNAMES.replace(/\s/gu, ''));
/** One-character titles make words with these: 局里, 镇上, 科室. */
const TITLE_TAIL = '里上长内室部机关所级面村下中部办址程';

interface Found {
  readonly end: number;
  readonly who: readonly number[];
  readonly form: PersonForm;
}

const called = (text: string, at: number): boolean => text.charAt(at - 1) === '@';

/** The end of a title behind a name, where there is one: 王建国局长. */
function titleEnd(text: string, at: number, lexicon: Lexicon): number {
  const title = lexicon.titles.longest(text, at);
  if (title === null) return at;
  if (
    /^[上下](?:省|市|县|州|区|旗|乡|镇|村|山|队|屯|坡|基层|工地|午)/u.test(
      text.slice(title.end, title.end + 3),
    )
  )
    return title.end;
  // 工地, 局里: the title begins a word of its own.
  const word = title.end - at === 1 ? lexicon.words.longest(text, at) : null;
  if (word !== null && word.end > title.end) return at;
  return title.end - at === 1 && TITLE_TAIL.includes(text.charAt(title.end)) && text.charAt(title.end) !== ''
    ? at
    : title.end;
}

/** 雷雨天气 and 杜鹃花 are no people; 冷静下队 and 江南区里 go on with a word of their own. */
const isOrdinary = (text: string, at: number, end: number, { words, titles }: Lexicon): boolean => {
  if (end - at !== 2 || text.charAt(end) === '') return false;
  if ((titles.longest(text, end)?.end ?? end) - end > 1) return false;
  const people =
    words.longest(text, end)?.value.roles.includes('other-people') === true &&
    titles.longest(text, end) === null;
  if (!people && !ORDINARY_NEXT.includes(text.charAt(end))) return false;
  if (/^(?:上午|下午|中午|上班|下周|下礼拜|下星期|下个?月|上周|本周|这周)/u.test(text.slice(end, end + 3)))
    return false;
  const next = words.longest(text, end);
  // 今天来了许多群众
  if (people) return true;
  return next === null || next.end - end < 2 || next.value.roles.includes('noise');
};

/** 国庆连休, 元旦期间: a given name that is a festival, meant as one. */
const FESTIVAL =
  /^(?:国庆|元旦|春节|中秋|端午|清明|立春|五一|建军)(?:节|期间|假|放假|连休|长假|前|后|那天|当天|\d|上班|值班表)/u;

/** 到黄河滩区, 真高兴: behind a way or a measure a name is no person. */
const isNowhere = (text: string, at: number): boolean =>
  /(?:[去到赴往](?![的了])|[真很太挺更最好别])$/u.test(text.slice(Math.max(0, at - 1), at)) &&
  !/(?:轮|派|叫|找|等|换|该)[到]$/u.test(text.slice(Math.max(0, at - 2), at));

/** Heads of a county, a city, a province belong to no unit. */
const COUNTY_CHIEF = /^副?(?:县|市|州|省)长/u;

/** 金水伯, 晓燕姐. */
const kinEnd = (text: string, at: number): number =>
  /^(?:哥|姐|叔|伯|嫂|姨|婶|爷)(?![一-鿿]?(?:家|们))/u.test(text.slice(at, at + 3)) ? at + 1 : at;

function written(text: string, at: number, roster: Roster20, lexicon: Lexicon): Found | null {
  const hit = roster.written.longest(text, at);
  if (hit === null) return null;
  const { form, who } = hit.value;
  if (isNowhere(text, at)) return null;
  if (form !== 'full' && FESTIVAL.test(text.slice(at, at + 5))) return null;
  if (isOrdinary(text, at, hit.end, lexicon)) return null;
  if (form === 'short' || form === 'doubled') {
    const end = titleEnd(text, hit.end, lexicon);
    return end > hit.end || form === 'doubled' ? { end, who, form: 'nick' } : null;
  }
  if (COUNTY_CHIEF.test(text.slice(hit.end, hit.end + 3)))
    return { end: titleEnd(text, hit.end, lexicon), who: [], form: 'outside' };
  const end = kinEnd(text, titleEnd(text, hit.end, lexicon));
  return { end, who, form: form === 'full' ? 'full' : 'given' };
}

/** 雷局, 李科长; a surname nobody here has, with a title, is somebody from outside. */
function surnamed(text: string, at: number, roster: Roster20, lexicon: Lexicon): Found | null {
  for (const length of [2, 1]) {
    const surname = text.slice(at, at + length);
    const who = roster.bySurname.get(surname);
    const end = titleEnd(text, at + length, lexicon);
    // 司徒在窗口: a surname of two characters does without a title.
    if (end === at + length && length === 2 && who?.length === 1 && stands(text, end, lexicon))
      return { end, who, form: 'nick' };
    if (end === at + length) continue;
    if (who !== undefined) return { end, who, form: 'title' };
    // 食堂刘师傅 works here, 张县长 does not.
    if (length === 1 && common.has(surname) && end - at > 2)
      return {
        end,
        who: [],
        form: APPRENTICE.test(text.slice(Math.max(0, at - 6), at)) ? 'nick' : 'outside',
      };
  }
  return null;
}

/** 军子, 燕儿 are built on given names; 王工, 刘总 on surnames; 金姐, 花姐 on either. */
const GIVEN_ONLY = new Set(['子', '儿']);
const BOTH = new Set(['哥', '姐', '叔', '姨', '嫂', '弟', '妹', '仔', '哥哥', '姐姐', '大哥', '大姐', '爷']);

/** 老石, 小杜, 阿福, 金姐. */
function nicknamed(text: string, at: number, roster: Roster20, lexicon: Lexicon): Found | null {
  const [first, second] = [text.charAt(at), text.charAt(at + 1)];
  if (first === '老' || first === '小') {
    const who = roster.bySurname.get(second) ?? (first === '小' ? roster.byGiven.get(second) : undefined);
    if (who !== undefined) return { end: at + 2, who, form: 'nick' };
    return (first === '小' || APPRENTICE.test(text.slice(Math.max(0, at - 6), at))) &&
      common.has(second) &&
      stands(text, at + 2, lexicon)
      ? { end: at + 2, who: [], form: 'nick' }
      : null;
  }
  if (first === '阿') {
    const who = roster.byGiven.get(second);
    return who === undefined ? null : { end: at + 2, who, form: 'nick' };
  }
  const kin = lexicon.kin.longest(text, at + 1);
  if (kin === null || !isHan(first)) return null;
  const word = text.slice(at + 1, kin.end);
  const who = GIVEN_ONLY.has(word)
    ? roster.byGiven.get(first)
    : BOTH.has(word)
      ? (roster.bySurname.get(first) ?? roster.byGiven.get(first))
      : roster.bySurname.get(first);
  if (
    /[作地程人会厂资具序]/u.test(text.charAt(kin.end)) ||
    (GIVEN_ONLY.has(word) && isHan(text.charAt(at - 1)))
  )
    return null;
  return who !== undefined && who.length === 1 && !/^儿[子女童]/u.test(text.slice(at + 1))
    ? { end: kin.end, who, form: 'nick' }
    : null;
}

const APPRENTICE = new RegExp(`(?:${OUTSIDE_ROLES.trim().split(/\s+/u).join('|')})$`, 'u');

/** 实习生王璐: somebody of a kind the roster does not hold, up to the word that follows. */
function apprentice(text: string, at: number, lexicon: Lexicon): Found | null {
  if (!common.has(text.charAt(at)) || !APPRENTICE.test(text.slice(Math.max(0, at - 6), at))) return null;
  for (const length of [2, 3]) {
    const end = at + length;
    const name = text.slice(at, end);
    if (name.length < length || [...name].some((char) => !isHan(char))) return null;
    if (stands(text, end, lexicon) || /^[今明后昨上下在去到请没未]/u.test(text.slice(end)))
      return { end, who: [], form: 'nick' };
  }
  return null;
}

/** The person written at a place, or null. */
export function readPerson(text: string, at: number, roster: Roster20, lexicon: Lexicon): PersonToken | null {
  if (!roster.mayBegin(text.charCodeAt(at))) return null;
  const found =
    written(text, at, roster, lexicon) ??
    surnamed(text, at, roster, lexicon) ??
    nicknamed(text, at, roster, lexicon) ??
    soundsLike(text, at, roster, lexicon) ??
    apprentice(text, at, lexicon);
  return found === null
    ? null
    : {
        kind: 'person',
        start: at,
        end: found.end,
        who: found.who,
        form: found.form,
        called: called(text, at),
      };
}
