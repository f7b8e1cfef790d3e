/** The schema of config/lexicon.json: words of this county, added to the readers' own. */
import { z } from 'zod';
import type { LocalWords } from '../../core/settings.ts';

const WHOLE = '可用的键：cues、places、ignore、titles、replies、说明；写法见“说明”一栏';
const WORD = '每个词应为1到20个字，不含空格和标点';
const word = z.string(WORD).regex(/^[\p{L}\p{N}·]{1,20}$/u, WORD);
const words = z.array(word, '应为词的列表，如 ["下队"]').max(500, '一类词最多500个').exactOptional();

const cues = z.strictObject(
  {
    on_duty: words,
    remote_duty: words,
    late: words,
    out_on_business: words,
    field_visit: words,
    business_trip: words,
    meeting: words,
    training: words,
    seconded: words,
    leave_personal: words,
    leave_sick: words,
    leave_annual: words,
    leave_other: words,
    rest: words,
    unknown: words,
  },
  '没有这种去向，可用的键见“说明”一栏',
);
const places = z.strictObject(
  { field: words, county: words, out: words, own: words },
  '应为field（乡村现场）、county（县城）、out（县外）或own（本单位）',
);

const some = z.array(word, '应为词的列表，如 ["要得"]').max(500, '一类词最多500个').default([]);
const replies = z.strictObject(
  { assent: some, accept: some, done: some, object: some, delay: some, ignore: some },
  '回复只有这几类：assent、accept、done、object、delay、ignore',
);

export const lexiconSchema: z.ZodType<LocalWords> = z
  .strictObject(
    {
      说明: z.record(z.string().max(40), z.string().max(400)).exactOptional(),
      cues: cues.default({}),
      places: places.default({}),
      ignore: z.array(word).max(500).default([]),
      titles: z.array(word).max(500).default([]),
      replies: replies.prefault({}),
    },
    WHOLE,
  )
  .transform(({ cues, places, ignore, titles, replies }) => ({ cues, places, ignore, titles, replies }));
