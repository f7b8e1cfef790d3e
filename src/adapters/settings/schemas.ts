/** The schemas of config/*.json (hours, holidays and lexicon have files of their own). */
import { z } from 'zod';
import { ROLES, type Roster } from '../../core/roster.ts';
import type { BotSettings, Grants, Limits, StandingApproval } from '../../core/settings.ts';

const words = z.string().trim().min(1).max(200);
const hm = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '应为“HH:MM”，如 09:00');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, '应为“YYYY-MM-DD”');
const MB = 1024 * 1024;
const count = z.number().int().min(0);

export const standingSchema: z.ZodType<StandingApproval> = z.strictObject({
  by: words,
  at: words,
  basis: words,
  hash: z.string().regex(/^[0-9a-f]{64}$/u, '应为64位的十六进制摘要'),
});

const notice = z.strictObject({
  ahead: z.record(words, z.number().int().min(1).max(20)),
  at: hm,
  due: hm,
  mergeWithin: count.max(20),
  remindBefore: count.max(1_000),
  rungs: z.strictObject({ liaison: count.max(10_000), office: count.max(10_000) }),
  standing: standingSchema.nullable(),
});

const whereabouts = z.strictObject({
  rollCall: z.array(z.strictObject({ unit: words, by: words, basis: words, until: day })),
  keepReasons: z.array(words),
});

/** May be left out, wholly or in part: an older bot.json says nothing of findings. */
const finding = z
  .strictObject({
    room: z
      .enum(['line', 'fact', 'full'], '应为 line（一行提示）、fact（事实，不含姓名）或 full（全文）')
      .default('line'),
    ackMinutes: z.int().min(30).max(10_000).default(240),
    fixDays: z.int().min(1).max(60).default(3),
    officeMinutes: z.int().min(0).max(10_000).default(420),
  })
  .prefault({});

/** May be left out: exposures then go to the public room. */
const exposure = z
  .strictObject({ rooms: z.array(z.enum(['public', 'leaders', 'units'])).min(1) })
  .default({ rooms: ['public'] });

export const botSchema: z.ZodType<BotSettings> = z.strictObject({
  name: words,
  county: words,
  issuers: z.array(words).min(1),
  hotlines: z.array(words),
  contact: words,
  textMax: z.number().int().min(200).max(20_000),
  notice,
  whereabouts,
  finding,
  exposure,
});

export const limitsSchema: z.ZodType<Limits> = z.strictObject({
  send: z.strictObject({
    gap: count,
    jitter: count,
    roomGap: count,
    tries: z.number().int().min(1).max(20),
    backoff: z.number().int().min(100),
    rest: count,
    friendsPerHour: count.max(1_000),
  }),
  // Later than the other limits: an office's own file may lack them.
  files: z
    .strictObject({
      mostBytes: z
        .number()
        .int()
        .min(1)
        .max(100 * MB),
      wait: z.number().int().min(1_000).max(120_000),
    })
    .default({ mostBytes: 20 * MB, wait: 30_000 }),
  retention: z.record(words, z.number().int().min(1).max(36_500)),
});

const ids = z.array(words);
export const grantsSchema: z.ZodType<Grants> = z.strictObject({
  stranger: ids,
  staff: ids,
  liaison: ids,
  discipline: ids,
  head: ids,
  supervisor: ids,
  director: ids,
  admin: ids,
  leader: ids,
});

export const wordingSchema: z.ZodType<Readonly<Record<string, Readonly<Record<string, string>>>>> = z.record(
  words,
  z.record(words, z.string().max(4_000)),
);

const role = z.enum(Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]]);
const unit = z.strictObject({
  id: z.string().regex(/^[\w-]{1,40}$/u, '编号只用字母、数字、-和_'),
  name: words,
  aliases: z.array(words).default([]),
  kind: z.enum(['bureau', 'township', 'window', 'office', 'leaders']),
});
const person = z.strictObject({
  id: z.string().regex(/^[\w-]{1,40}$/u, '编号只用字母、数字、-和_'),
  name: words,
  title: z.string().max(100).exactOptional(),
  phone: z.string().max(30).exactOptional(),
  posts: z.array(z.strictObject({ unit: words, role })).min(1),
  formerly: z.array(z.strictObject({ unit: words, until: day })).exactOptional(),
});

/** Ids are unique, and every post is in a unit that exists. */
export const rosterSchema: z.ZodType<Roster> = z
  .strictObject({ units: z.array(unit), people: z.array(person) })
  .superRefine(({ units, people }, context) => {
    const known = new Set(units.map(({ id }) => id));
    const twice = (all: readonly string[]): readonly string[] => all.filter((id, n) => all.indexOf(id) !== n);
    for (const id of [...twice(units.map(({ id }) => id)), ...twicePeople(people)])
      context.addIssue({ code: 'custom', message: `编号“${id}”重复` });
    for (const [n, one] of people.entries())
      for (const post of one.posts)
        if (!known.has(post.unit))
          context.addIssue({
            code: 'custom',
            path: ['people', n],
            message: `没有编号为“${post.unit}”的单位`,
          });
  });

function twicePeople(people: readonly { readonly id: string }[]): readonly string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const { id } of people) seen.has(id) ? twice.push(id) : seen.add(id);
  return twice;
}
