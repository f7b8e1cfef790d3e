/** The bot introduces itself to a group that is not anybody's yet. */
import type { Know } from '../../core/context.ts';
import { ACCESS } from './texts.ts';

/** Whose bot it is, and what it is called. */
export function greeter({ org, settings }: Pick<Know, 'org' | 'settings'>): {
  readonly owner: string;
  readonly name: string;
} {
  const office = org.units.find(({ kind }) => kind === 'office');
  return { owner: office?.name ?? settings.bot.issuers.at(-1) ?? '', name: settings.bot.name };
}

export const greetingText = (know: Pick<Know, 'org' | 'settings'>): string =>
  ACCESS.greeting({ ...greeter(know), contact: know.settings.bot.contact });
