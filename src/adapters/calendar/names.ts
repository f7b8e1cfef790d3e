/** Festival names as compilations write them, and as this house does. */
import { FESTIVALS, JOINT } from '../../core/festivals.ts';

const ALIASES: Readonly<Record<string, string>> = {
  元旦节: '元旦',
  新年: '元旦',
  清明: '清明节',
  劳动: '劳动节',
  五一: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
  国庆中秋: '国庆节、中秋节',
  中秋国庆: '中秋节、国庆节',
};
/** One-time days off, such as 中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日 in 2015. */
const ONCE = /纪念日$/u;

/** The name in the house's form, joined by 、 when merged. */
export const normalName = (name: string): string =>
  name
    .split(/[、,，]/u)
    .map((part) => ALIASES[part.trim()] ?? part.trim())
    .join(JOINT);

export const isKnownName = (name: string): boolean =>
  name.split(JOINT).every((part) => FESTIVALS.some((festival) => festival === part) || ONCE.test(part));

const AUTUMN = /^(?:中秋节|国庆节)$/u;
/** chinese-days drops how a notice joined two festivals; only here it is not the order of their days. */
const JOINED: ReadonlyMap<number, string> = new Map([[2017, `中秋节${JOINT}国庆节`]]);

/** The name a year's notice gave a day that the package names alone. */
export function joinedName(year: number, entry: string): string {
  const name = normalName(entry);
  return AUTUMN.test(name) ? (JOINED.get(year) ?? name) : name;
}
