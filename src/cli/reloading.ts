/** Reloads the config folder while the bot runs: all of it is right, or the old one stays and the admin is told. */
import { join } from 'node:path';
import { diffYears } from '../adapters/calendar/diff.ts';
import { watchHolidays } from '../adapters/calendar/watch.ts';
import { SettingsFault } from '../adapters/settings/read-json.ts';
import { FEATURES } from '../app/features.ts';
import type { Log } from '../core/ports.ts';
import { diffRosters } from '../features/org/import-diff.ts';
import type { Bot } from './bot.ts';
import { type Config, readConfig } from './config.ts';
import { PRODUCTION_TEXTS as TEXTS } from './production-texts.ts';

export interface Reloading {
  readonly reload: () => Promise<void>;
  readonly stop: () => void;
}

/** People of the old roster who are not in the new one. */
function dropped(before: Config, after: Config): readonly string[] {
  const ids = new Set(after.facts.roster.people.map(({ id }) => id));
  return before.facts.roster.people.map(({ id }) => id).filter((id) => !ids.has(id));
}

/** A roster that has vanished is a slip of somebody's hand: nobody loses his binding by it while the bot runs. */
function keepPeople(before: Config, after: Config, file: string): void {
  if (after.facts.roster.people.length > 0 || before.facts.roster.people.length === 0) return;
  throw new SettingsFault([TEXTS.rosterGone(file)]);
}

/** Watches the folder and its holidays; `reload` also serves SIGHUP. */
export function reloading(bot: Bot, folder: string, first: Config, log: Log): Reloading {
  let current = first;
  let last: Promise<void> = Promise.resolve();
  const reloadOnce = async (): Promise<void> => {
    try {
      const next = await readConfig(folder, FEATURES);
      keepPeople(current, next, join(folder, 'units.json'));
      const { adds, changes, removals } = diffRosters(current.facts.roster, next.facts.roster);
      const years = diffYears(current.years, next.years);
      const gone = dropped(current, next);
      current = next;
      await bot.program.reload(next.facts, [...adds, ...changes, ...removals], gone);
      if (years.length > 0) await bot.program.announce('office', 'calendar', TEXTS.calendarChanged(years));
      log.info('config reloaded', { people: next.facts.roster.people.length, dropped: gone.length });
    } catch (error) {
      if (!(error instanceof SettingsFault)) throw error;
      log.error('config not reloaded', { lines: error.lines });
      for (const admin of bot.program.house.know().org.everywhere('admin'))
        await bot.program.announce(`person:${admin.id}`, 'config', TEXTS.notReloaded(error.lines));
    }
    await bot.program.drain();
  };
  // One after the other: an older reading never ends up over a newer one.
  const reload = (): Promise<void> => {
    last = last.then(reloadOnce, reloadOnce);
    return last;
  };
  const guarded = (): void => {
    reload().catch((error: unknown) => log.error('reload failed', { error: String(error) }));
  };
  const watching = [watchHolidays(folder, guarded), watchHolidays(join(folder, 'holidays'), guarded)];
  return {
    reload,
    stop: () => {
      for (const stop of watching) stop();
    },
  };
}
