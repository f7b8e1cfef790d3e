/** Names that sound like a member's: 周永洪 for 周永红. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { SURNAMES } from '../lexicon/titles.ts';
import type { Roster20 } from './members.ts';
import { isHan } from './signs.ts';
import { stands } from './stands.ts';

/** A member by sound, and where the name ends. */
export interface Heard {
  readonly end: number;
  readonly who: readonly number[];
  readonly form: 'sound';
}

const surnames = new Set(SURNAMES.replace(/\s/gu, ''));
const LONGEST = 4;

/** 清山 for 青山: a given name of two characters, one of them written right: 请丧假 is not 青山. */
function givenHeard(
  text: string,
  at: number,
  pair: string,
  roster: Roster20,
  lexicon: Lexicon,
): Heard | null {
  const who = isHan(text.charAt(at - 1)) ? undefined : roster.givenBySound.get(pair);
  if (who?.length !== 1) return null;
  const name = roster.plain[who[0] ?? -1] ?? '';
  if (!name.includes(text.charAt(at)) && !name.includes(text.charAt(at + 1))) return null;
  const known = lexicon.words.get(text.slice(at, at + 2)) !== undefined;
  return !known && stands(text, at + 2, lexicon) ? { end: at + 2, who, form: 'sound' } : null;
}

/** Two syllables are too little, unless the surname is written right and the word stands alone. */
function isShortName(text: string, at: number, roster: Roster20, lexicon: Lexicon): boolean {
  const surname = text.charAt(at);
  return (
    (roster.bySurname.has(surname) || surnames.has(surname)) &&
    lexicon.words.get(text.slice(at, at + 2)) === undefined &&
    !isHan(text.charAt(at - 1)) &&
    /^[\s,，、:：(|]/u.test(text.charAt(at + 2))
  );
}

/** The sounds of the next two, three and four characters. */
function soundsAt(text: string, at: number, pair: string, { ear }: Roster20): readonly string[] {
  const sounds = [pair];
  let sound = pair;
  for (let n = 2; n < LONGEST && isHan(text.charAt(at + n)); n += 1) {
    sound = `${sound} ${ear(text.charAt(at + n))}`;
    sounds.push(sound);
  }
  return sounds;
}

function nameHeard(text: string, at: number, pair: string, roster: Roster20, lexicon: Lexicon): Heard | null {
  if (!roster.soundPairs.has(pair)) return null;
  const sounds = soundsAt(text, at, pair, roster);
  for (let n = sounds.length - 1; n >= 0; n -= 1) {
    const who = roster.bySound.get(sounds[n] ?? '');
    if (who?.length !== 1 || (n === 0 && !isShortName(text, at, roster, lexicon))) continue;
    return { end: at + n + 2, who, form: 'sound' };
  }
  return null;
}

/** The one member whose name sounds like what is written at a place. */
export function soundsLike(text: string, at: number, roster: Roster20, lexicon: Lexicon): Heard | null {
  if (!isHan(text.charAt(at)) || !isHan(text.charAt(at + 1))) return null;
  const first = roster.ear(text.charAt(at));
  if (!roster.firstSounds.has(first)) return null;
  const pair = `${first} ${roster.ear(text.charAt(at + 1))}`;
  return givenHeard(text, at, pair, roster, lexicon) ?? nameHeard(text, at, pair, roster, lexicon);
}
