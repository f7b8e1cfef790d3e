/** The moving days of a year, by lunar-typescript; right on every host, unlike Intl's Chinese calendar. */
import { Lunar, Solar } from 'lunar-typescript';
import type { Feasts } from '../../core/festivals.ts';

/** Throws a RangeError where lunar-typescript knows no 清明. */
export function feastsOf(year: number): Feasts {
  const { 清明: qingming } = Solar.fromYmd(year, 4, 5).getLunar().getJieQiTable();
  if (!qingming) throw new RangeError(`no almanac for ${year}`);
  const lunar = (month: number, day: number): string => Lunar.fromYmd(year, month, day).getSolar().toYmd();
  return { spring: lunar(1, 1), qingming: qingming.toYmd(), duanwu: lunar(5, 5), zhongqiu: lunar(8, 15) };
}
