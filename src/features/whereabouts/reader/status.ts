/** The status a stretch of tokens tells: the highest cue of the guide's order, else the place, else the work. */
import { RANK } from '../lexicon/cues.ts';
import type { PlaceClass } from '../lexicon/places.ts';
import type { Status } from '../whereabouts.ts';
import { hasRole, isSign, type Token } from './tokens.ts';

export interface Told {
  readonly status: Status;
  readonly rank: number;
  readonly rule: string;
}

const PLACE: Readonly<Record<PlaceClass, Told>> = {
  out: { status: 'business_trip', rank: RANK.trip - 1, rule: 'place:out' },
  field: { status: 'field_visit', rank: RANK.field, rule: 'place:field' },
  county: { status: 'out_on_business', rank: RANK.out, rule: 'place:county' },
  own: { status: 'on_duty', rank: RANK.onDuty, rule: 'place:own' },
};
const AWAY_CUES = /^(?:leave|reason|rest|trip|field|out|seconded)/u;

/** 没下乡, 没请假: said not to be so. 不是病假 takes the word away without saying anything. */
function negated(tokens: readonly Token[], at: number, text: string): 'not' | 'gone' | undefined {
  const before = text.slice(Math.max(0, (tokens[at]?.start ?? 0) - 4), tokens[at]?.start ?? 0);
  if (/(?:不是|没去|不去|不再)[^，,。;；\s]{0,2}$/u.test(before)) return 'gone';
  const previous = tokens[at - 1];
  return hasRole(previous, 'not') || /(?:没有?|未|冇|无)$/u.test(before) ? 'not' : undefined;
}

/** 不是西宁, 没去行政中心: up to the next sign nothing in it holds. */
function standing(tokens: readonly Token[], text: string): readonly Token[] {
  const kept: Token[] = [];
  let gone = false;
  for (const token of tokens) {
    if (isSign(token, ',，;；。\n')) gone = false;
    const before = text.slice(Math.max(0, token.start - 2), token.start);
    if (/(?:不是|没去)$/u.test(before)) gone = true;
    if (!gone || token.kind === 'person' || token.kind === 'sign') kept.push(token);
  }
  return kept;
}

const best = (a: Told | null, b: Told): Told => (a === null || b.rank > a.rank ? b : a);

function placeTold(token: Token, text: string): Told | null {
  if (token.kind !== 'word' || token.word.place === undefined) return null;
  const { place, proper } = token.word;
  const length = token.end - token.start;
  // One character of a place class counts at the end of a name (…镇, …局), not inside other words.
  const before = text.charAt(token.start - 1);
  if (length === 1 && !(before >= '一' && before <= '鿿')) return null;
  return proper === true ? PLACE.out : PLACE[place];
}

/** The illness of a child or a parent is one's own affair. */
const ofFamily = (tokens: readonly Token[]): boolean => tokens.some((token) => hasRole(token, 'family'));

/** What these tokens tell, or null. */
export function told(all: readonly Token[], text: string): Told | null {
  const tokens = standing(all, text);
  let found: Told | null = null;
  let ill = false;
  tokens.forEach((token, at) => {
    const place = placeTold(token, text);
    if (place !== null) found = best(found, place);
    if (token.kind !== 'word') return;
    const { cue, roles } = token.word;
    if (roles?.includes('as-before'))
      found = best(found, { status: 'unknown', rank: RANK.unknown, rule: 'as-before' });
    if (cue === undefined) {
      if (roles?.includes('verb'))
        found = best(found, { status: 'out_on_business', rank: RANK.errand, rule: 'errand' });
      return;
    }
    const not = AWAY_CUES.test(cue.rule) ? negated(tokens, at, text) : undefined;
    if (not === 'gone') return;
    if (cue.kind === 'illness') ill = true;
    found = best(
      found,
      not === 'not' ? { status: 'on_duty', rank: RANK.onDuty, rule: 'on-duty:not-away' } : cue,
    );
  });
  return settled(found, ill, ofFamily(tokens));
}

function settled(found: Told | null, ill: boolean, family: boolean): Told | null {
  if (found === null) return null;
  const plain =
    found.rule === 'leave:plain' || found.rule === 'reason:illness' || found.rule === 'rest:plain';
  if (!plain || !ill) return found;
  return family
    ? { ...found, status: 'leave_personal', rule: 'reason:family-illness' }
    : { ...found, status: 'leave_sick', rule: 'reason:illness' };
}

const STOP = ' ,，;；。、:：()（）|\n-“”【】!！?？';

/** The words that name the place: from behind 去/到/在 to the last place word. */
export function placeSpan(
  tokens: readonly Token[],
  text: string,
): { readonly start: number; readonly end: number } | undefined {
  const last = tokens.findLast(
    (token) =>
      placeTold(token, text) !== null &&
      token.kind === 'word' &&
      !(token.word.cue !== undefined && token.word.cue.rank <= RANK.onDuty),
  );
  if (last === undefined) return undefined;
  let start = last.start;
  for (let n = tokens.indexOf(last) - 1; n >= 0; n -= 1) {
    const token = tokens[n];
    if (token === undefined || token.end !== start || token.kind === 'person' || token.kind === 'time') break;
    if (token.kind === 'sign' && STOP.includes(token.sign)) break;
    if (hasRole(token, 'dest') || hasRole(token, 'at') || hasRole(token, 'self') || hasRole(token, 'with'))
      break;
    start = token.start;
  }
  return { start, end: last.end };
}
