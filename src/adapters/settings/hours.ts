/** The schema of config/hours.json; its messages say in Chinese how to mend the place they point at. */
import { z } from 'zod';
import type { Hours } from '../../core/hours.ts';
import { HOURS_TEXTS as TEXTS } from './hours-texts.ts';

const time = z.string(TEXTS.time).regex(/^([01]\d|2[0-3]):[0-5]\d$/u, TEXTS.time);
const pair = z.tuple([time, time], TEXTS.span);
const span = pair.refine(([from, to]) => from < to, TEXTS.span);
const MONTH_DAY =
  /^(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])$|^(0[469]|11)-(0[1-9]|[12]\d|30)$|^02-(0[1-9]|1\d|2[0-8])$/u;

const season = z.strictObject({
  from: z.string(TEXTS.season).regex(MONTH_DAY, TEXTS.season),
  spans: z
    .array(span)
    .min(1, TEXTS.noSeason)
    .refine((all) => all.every(([from], i) => i === 0 || (all[i - 1]?.[1] ?? '') <= from), TEXTS.overlap),
});
const seasons = z
  .array(season, TEXTS.noSeason)
  .min(1, TEXTS.noSeason)
  .refine((all) => new Set(all.map(({ from }) => from)).size === all.length, TEXTS.seasonTwice);
const minutes = z.int(TEXTS.minutes).min(1, TEXTS.minutes).max(480, TEXTS.minutes);
const own = seasons.exactOptional();
const work = z.strictObject(
  { default: seasons, bureau: own, township: own, window: own, office: own, leaders: own },
  TEXTS.kind,
);

export const hoursSchema: z.ZodType<Hours> = z
  .strictObject(
    {
      work,
      quiet: pair.refine(([from, to]) => from !== to, TEXTS.quiet),
      noon: span,
      nudgeAfter: minutes,
      cutoffAfter: minutes,
      askBefore: minutes,
      digestBefore: minutes,
      hintAfter: minutes,
    },
    TEXTS.whole,
  )
  .refine(({ nudgeAfter, askBefore, cutoffAfter }) => Math.max(nudgeAfter, askBefore) < cutoffAfter, {
    message: TEXTS.cutoff,
    path: ['cutoffAfter'],
  });
