/** The schema of config/holiday-notices.json; its messages say in Chinese how to mend the place they point at. */
import { z } from 'zod';
import { FESTIVALS } from '../../core/festivals.ts';
import type { HolidayNotices } from '../../core/settings.ts';

const TEXTS = {
  whole: '只能有 festivals（各节日的严禁事项）和 always（每次都写的严禁事项）两项',
  festivals: `应按节日列出，七个节日一个不能少：${FESTIVALS.join('、')}`,
  list: '应为一组短句，如 ["公车私用、私车公养"]，至少1条，最多12条',
  item: '每条1至60个字，不要自带序号',
} as const;

const item = z
  .string(TEXTS.item)
  .trim()
  .min(1, TEXTS.item)
  .max(60, TEXTS.item)
  .refine((text) => !/^\d+\s*[.、．]/u.test(text) && !text.includes('\n'), TEXTS.item);
const list = z.array(item, TEXTS.list).min(1, TEXTS.list).max(12, TEXTS.list);

export const holidayNoticesSchema: z.ZodType<HolidayNotices> = z.strictObject(
  { festivals: z.record(z.enum(FESTIVALS, TEXTS.festivals), list, TEXTS.festivals), always: list },
  TEXTS.whole,
);
