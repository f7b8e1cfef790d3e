/** Reads the whole config folder; all of it is right, or nothing starts. */
import { join } from 'node:path';
import type { z } from 'zod';
import type { Hours } from '../../core/hours.ts';
import type { Roster } from '../../core/roster.ts';
import type { LocalWords, Settings, StandingApproval } from '../../core/settings.ts';
import { holidayNoticesSchema } from './holiday-notices.ts';
import { hoursSchema } from './hours.ts';
import { lexiconSchema } from './lexicon.ts';
import { problemsSchema } from './problems.ts';
import { readJson, SettingsFault } from './read-json.ts';
import {
  botSchema,
  grantsSchema,
  limitsSchema,
  rosterSchema,
  standingSchema,
  wordingSchema,
} from './schemas.ts';

export interface ConfigFolder {
  readonly settings: Settings;
  readonly hours: Hours;
  readonly roster: Roster;
  readonly wording: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A file that must be there; the mend names where the default stands. */
async function required<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> {
  const file = join(folder, name);
  const value = await readJson<T | undefined>(file, schema as z.ZodType<T | undefined>, undefined);
  if (value === undefined) throw new SettingsFault([`${file}：没有这个文件，请从安装包的config目录复制一份`]);
  return value;
}

export const readRosterFile = (file: string): Promise<Roster> =>
  readJson(file, rosterSchema, { units: [], people: [] });

/** The words of this county; none when there is no file. */
export const readLexicon = (folder: string): Promise<LocalWords> =>
  readJson(join(folder, 'lexicon.json'), lexiconSchema, lexiconSchema.parse({}));

/** Reads config; `units` is another roster file (the demo county's). Throws `SettingsFault`. */
export async function readConfigFolder(
  folder: string,
  units = join(folder, 'units.json'),
): Promise<ConfigFolder> {
  const [bot, limits, grants, hours, holidayNotices, problems] = await Promise.all([
    required(folder, 'bot.json', botSchema),
    required(folder, 'limits.json', limitsSchema),
    required(folder, 'roles.json', grantsSchema),
    required(folder, 'hours.json', hoursSchema),
    required(folder, 'holiday-notices.json', holidayNoticesSchema),
    required(folder, 'problems.json', problemsSchema),
  ]);
  const wording = await readJson(join(folder, 'wording.json'), wordingSchema, {});
  const lexicon = await readLexicon(folder);
  return {
    settings: { bot, limits, grants, holidayNotices, lexicon, problems },
    hours,
    roster: await readRosterFile(units),
    wording,
  };
}

/** The demo county's standing approval of holiday notices. */
export const readDemoStanding = (folder: string): Promise<StandingApproval> =>
  required(join(folder, 'demo'), 'standing.json', standingSchema);
