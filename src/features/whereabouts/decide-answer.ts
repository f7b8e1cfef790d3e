/** Settles a doubt by the words somebody answered with. Pure. */
import type { Person } from '../../core/roster.ts';
import type { Named } from './decide-facts.ts';
import type { Reading } from './reading.ts';
import type { Doubt } from './record.ts';
import { NO, YES } from './texts.ts';

/** What is to be recorded, nothing when the doubt was a false alarm; undefined when the answer was not understood. */
export type Settled = readonly Named[] | undefined;
export type Read = (text: string, sender: string) => Reading;

const fromGuess = (doubt: Doubt, person: Person): Settled => {
  if (doubt.guess === null || doubt.guess.status === 'unknown') return undefined;
  const today = doubt.why === 'past-date' ? { from: doubt.day, to: doubt.day } : {};
  return [{ ...doubt.guess, ...today, person: person.name, id: person.id, span: doubt.span, rule: 'answer' }];
};

/** The member a description means: 办公室王伟 is the 王伟 whose title has 办公室 in it. */
export function described(words: string, doubt: Doubt, members: readonly Person[]): Person | undefined {
  const named = members.filter(({ name }) => words.includes(name));
  const [only] = named;
  if (named.length === 1) return only;
  const pool = named.length > 1 ? named : members.filter(({ name }) => name === doubt.guess?.person);
  const said = words.replace(pool[0]?.name ?? '', '').trim();
  const fits = said === '' ? [] : pool.filter(({ title = '' }) => title.includes(said));
  return fits.length === 1 ? fits[0] : undefined;
}

/** The person a plain yes is about. */
function meant(doubt: Doubt, members: readonly Person[]): Person | undefined {
  if (doubt.why === 'unproven') return members.find(({ id }) => id === doubt.sender);
  const fits = members.filter(({ name }) => name === doubt.guess?.person);
  return fits.length === 1 ? fits[0] : undefined;
}

/** The answer read together with the words it explains, so that it is about whom they are about. */
function reread(words: string, doubt: Doubt, members: readonly Person[], read: Read): Settled {
  const sender = members.find(({ id }) => id === doubt.sender)?.name ?? '';
  const alone = members.some(({ name }) => words.includes(name)) ? [words] : [];
  for (const text of [...alone, `${doubt.span}，${words}`]) {
    const { kind, entries } = read(text, sender);
    const clear = entries.filter(({ status, external }) => status !== 'unknown' && external !== true);
    if (kind === 'whereabouts' && clear.length > 0 && clear.length === entries.length) return clear;
  }
  return undefined;
}

/** Settles a doubt: yes, no, the person meant, or what the person is doing. */
export function settled(words: string, doubt: Doubt, members: readonly Person[], read: Read): Settled {
  if (NO.test(words)) return [];
  if (YES.test(words)) {
    const person = meant(doubt, members);
    return person === undefined ? undefined : fromGuess(doubt, person);
  }
  if (doubt.why === 'ambiguous-person' || doubt.why === 'unknown-person') {
    const person = described(words, doubt, members);
    if (person !== undefined) return fromGuess(doubt, person);
  }
  return reread(words, doubt, members, read);
}
