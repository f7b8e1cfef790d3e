/** Everything the program reads from the config folder, calendar and wording included. */
import { join } from 'node:path';
import { loadCalendar } from '../adapters/calendar/calendar.ts';
import { readConfigFolder } from '../adapters/settings/folder.ts';
import { SettingsFault } from '../adapters/settings/read-json.ts';
import type { Facts } from '../app/house.ts';
import { cataloguesOf } from '../app/texts.ts';
import type { YearOfRest } from '../core/calendar.ts';
import type { Feature } from '../core/feature.ts';

export interface Config {
  readonly facts: Facts;
  readonly years: readonly YearOfRest[];
  /** Odd but usable things, for the log. */
  readonly notes: readonly string[];
}

/** Overrides the sentences an office has reworded; throws for a key or a hole nobody knows. */
function reword(
  features: readonly Feature[],
  file: string,
  wording: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  const catalogues = new Map(cataloguesOf(features).map((one) => [one.room, one]));
  const wrong = Object.entries(wording).flatMap(([room, texts]) => {
    const catalogue = catalogues.get(room);
    return catalogue === undefined ? [`没有“${room}”这一组`] : catalogue.override(texts);
  });
  if (wrong.length > 0) throw new SettingsFault(wrong.map((line) => `${file}：${line}`));
}

/** Reads and checks it all; throws `SettingsFault` when anything is wrong. */
export async function readConfig(
  folder: string,
  features: readonly Feature[],
  unitsFile?: string,
): Promise<Config> {
  const { settings, hours, roster, wording } = await readConfigFolder(folder, unitsFile);
  const { calendar, years, faults, notes } = await loadCalendar({ folder: join(folder, 'holidays') });
  if (faults.length > 0) throw new SettingsFault(faults);
  reword(features, join(folder, 'wording.json'), wording);
  return { facts: { settings, hours, roster, calendar }, years, notes };
}
