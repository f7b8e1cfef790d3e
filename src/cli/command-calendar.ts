/** `ducha calendar`, `ducha schedule` and `ducha doctor`: what the config says about the year to come. */
import { parseArgs } from 'node:util';
import { createLanguage } from '../adapters/language/language.ts';
import { secrets } from '../adapters/secrets.ts';
import { readEnv } from '../adapters/settings/env.ts';
import { upcoming } from '../app/desk/upcoming.ts';
import { FEATURES } from '../app/features.ts';
import type { Facts } from '../app/house.ts';
import { calendarJson } from '../core/calendar-report.ts';
import { calendarText, dayWithWeekday, spanText } from '../core/calendar-texts.ts';
import type { Know } from '../core/context.ts';
import { orgOf } from '../core/org.ts';
import { addDays, dayOf, hmOf } from '../core/time.ts';
import { templateHash } from '../features/notice/wording.ts';
import { readConfig } from './config.ts';
import { DUCHA_TEXTS as TEXTS } from './ducha-texts.ts';
import { type CliCommand, UsageFault } from './usage.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const config = () => readConfig(readEnv(process.env).configDir, FEATURES);

export const calendarCommand: CliCommand = {
  usage: '<年份> [--json]',
  summary: '看一年的放假、补班和依据',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const year = Number(positionals[0] ?? new Date().getFullYear());
    if (!Number.isInteger(year) || year < 1992 || year > 2100) throw new UsageFault(TEXTS.calendarUsage);
    const { calendar } = (await config()).facts;
    print(values.json === true ? JSON.stringify(calendarJson(calendar, year)) : calendarText(calendar, year));
    return 0;
  },
};

const knowOf = (facts: Facts, now: number): Know => {
  const language = createLanguage();
  return { ...facts, now, language, secrets, org: orgOf(facts.roster, language) };
};

/** Why nothing fires on some of these days. */
const restLines = ({ calendar, now }: Know, days: number): readonly string[] =>
  calendar
    .periods(dayOf(now), addDays(dayOf(now), days))
    .map((period) => TEXTS.rest(period.name, spanText(period.first, period.last)));

function standing({ settings }: Facts, hash: string): string {
  const { standing: approval } = settings.bot.notice;
  if (approval === null) return TEXTS.standingNone;
  return approval.hash === hash ? TEXTS.standingFits : TEXTS.standingStale;
}

export const scheduleCommand: CliCommand = {
  usage: '[--days 30]',
  summary: '看接下来会自动做什么、为什么',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { days: { type: 'string', default: '30' } } });
    const days = Number(values.days);
    if (!Number.isInteger(days) || days < 1 || days > 366) throw new UsageFault(TEXTS.scheduleUsage);
    const { facts } = await config();
    const know = knowOf(facts, Date.now());
    const jobs = FEATURES.flatMap((feature) => feature.jobs ?? []);
    for (const slot of upcoming(jobs, know, days))
      print(`${dayWithWeekday(slot.day)} ${hmOf(slot.at)}  ${slot.why === '' ? slot.job : slot.why}`);
    for (const line of restLines(know, days)) print(line);
    const hash = templateHash(facts.settings, secrets.hash);
    print(TEXTS.hash(hash, standing(facts, hash)));
    return 0;
  },
};

export const doctorCommand: CliCommand = {
  usage: '',
  summary: '检查配置、名册和日历',
  run: async () => {
    const { notes } = await config();
    for (const note of notes) print(TEXTS.doctorLine(note));
    print(TEXTS.doctorFine);
    return 0;
  },
};
