/** People as colleagues write them: full and given names, surname and title, nicknames, names that sound alike. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { ORDINARY_NEXT } from '../lexicon/titles.ts';
import { soundsLike } from './heard.ts';
import type { Roster20 } from './members.ts';
import { nicknamed } from './nicknames.ts';
import { apprentice, type Found, isBehindRole, isCommonSurname } from './outsiders.ts';
import { stands } from './stands.ts';
import type { PersonToken } from './tokens.ts';

/** One-character titles make words with these: 局里, 镇上, 科室. */
const TITLE_TAIL = '里上长内室部机关所级面村下中部办址程';

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
    if (length === 1 && isCommonSurname(surname) && end - at > 2)
      return {
        end,
        who: [],
        form: isBehindRole(text, at) ? 'nick' : 'outside',
      };
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
