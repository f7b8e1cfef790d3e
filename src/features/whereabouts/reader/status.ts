/** The status a stretch of tokens tells: the highest cue of the guide's order, else the place, else the work. */
import type { Status } from '../reading.ts';
import { standing } from './denied.ts';
import { type Meant, PLACE, placeTold } from './place-told.ts';
import { hasRole, isSign, type Token, type WordToken } from './tokens.ts';
import { wordTold } from './word-told.ts';

export interface Told {
  readonly status: Status;
  readonly rank: number;
  readonly rule: string;
  /** The word that decided. */
  readonly start: number;
  readonly end: number;
}

const OWN_FAMILY = /孩|娃|老人|爸|妈|父|母|媳妇|老婆|爱人|老公|丈夫|儿子|女儿|仔|伢|家人|家属|爷|奶|岳/u;
const REASONED: ReadonlySet<string> = new Set(['reason:private', 'leave:plain']);

/** The illness of a child or a parent is one's own affair. */
const isFamily = (token: WordToken, text: string): boolean =>
  (hasRole(token, 'family') &&
    !/^家[属人里](?:人)?(?:刚|说|来电|来说|打电话|讲|告)/u.test(text.slice(token.start, token.start + 6))) ||
  (token.word.cue !== undefined &&
    REASONED.has(token.word.cue.rule) &&
    OWN_FAMILY.test(text.slice(token.start, token.end)));

/** 陪省厅质监处在工地: where those come from whom one goes with. */
function isHosts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.word.place === undefined) return false;
  let n = at - 1;
  while (n >= 0 && n > at - 4 && tokens[n]?.kind === 'word' && hasPlace(tokens[n])) n -= 1;
  if (!hasRole(tokens[n], 'with') || hasRole(tokens[n], 'dest')) return false;
  for (let k = at + 1; k < tokens.length && k < at + 6; k += 1) {
    const next = tokens[k];
    if (isSign(next, ',，;；。')) return false;
    if (hasRole(next, 'at') || hasRole(next, 'dest')) return true;
  }
  return false;
}

const hasPlace = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.word.place !== undefined;

/** What the words seen so far tell, and what may yet change it. */
interface Seen {
  found: Told | null;
  ill: boolean;
  family: boolean;
  out: boolean;
  works: boolean;
  taught: boolean;
  hospital: boolean;
}

function weigh(seen: Seen, { status, rank, rule }: Meant, { start, end }: Token): void {
  if (seen.found === null || rank > seen.found.rank) seen.found = { status, rank, rule, start, end };
}

function takePlace(seen: Seen, tokens: readonly Token[], at: number, token: WordToken, text: string): void {
  if (token.word.place === undefined || isHosts(tokens, at)) return;
  const place = placeTold(token, text, tokens[at - 1]);
  if (place === null) return;
  weigh(seen, place, token);
  if (place.rule === 'place:out') seen.out = true;
  if (/医院|诊所|卫生院/u.test(text.slice(token.start, token.end))) seen.hospital = true;
}

function takeWord(seen: Seen, token: WordToken, meant: Meant | null, text: string): void {
  if (meant !== null) weigh(seen, meant, token);
  if (meant?.status === 'training') seen.taught = true;
  if (hasRole(token, 'verb')) seen.works = true;
  if (token.word.cue?.kind === 'illness') seen.ill = true;
  if (isFamily(token, text)) seen.family = true;
}

const meaning = ({ start, end }: Told, { status, rank, rule }: Meant): Told => ({
  status,
  rank,
  rule,
  start,
  end,
});

/** What these tokens tell, or null; `whole` reads what is denied as well, as a withdrawal does. */
export function told(all: readonly Token[], text: string, whole = false): Told | null {
  const tokens = whole ? all : standing(all, text);
  const seen: Seen = {
    found: null,
    ill: false,
    family: false,
    out: false,
    works: false,
    taught: false,
    hospital: false,
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    takePlace(seen, tokens, at, token, text);
    takeWord(seen, token, wordTold(tokens, at, text, whole), text);
  }
  return together(seen, text);
}

/** What all the words tell together. */
function together(seen: Seen, text: string): Told | null {
  const { found, out, works, taught, ill, hospital, family } = seen;
  // 观摩 beyond the county is a trip.
  if (found?.rule === 'meeting:observe' && out)
    return { ...found, status: 'business_trip', rule: 'place:out' };
  // 去党校送材料 is no training.
  if (found?.rule === 'place:school' && works && !taught)
    return meaning(found, out ? PLACE.out : PLACE.county);
  return settled(found, ill || (hospital && found?.rule === 'leave:plain'), family, text);
}

function settled(found: Told | null, ill: boolean, family: boolean, text: string): Told | null {
  if (found === null) return null;
  // 陪老婆产检: hers, not his.
  if (
    family &&
    found.rule === 'leave:other' &&
    /^(?:产检|孕检|产前检查)/u.test(text.slice(found.start, found.end))
  )
    return { ...found, status: 'leave_personal', rule: 'reason:family-illness' };
  const plain =
    found.rule === 'leave:plain' || found.rule === 'reason:illness' || found.rule === 'rest:plain';
  if (!plain || !ill) return found;
  return family
    ? { ...found, status: 'leave_personal', rule: 'reason:family-illness' }
    : { ...found, status: 'leave_sick', rule: 'reason:illness' };
}

/** A heading's status gives way to the words of the line; a place or an errand in the line gives way to it. */
export function toldUnder(header: readonly Token[], own: readonly Token[], text: string): Told | null {
  const said = told(own, text);
  const cues = header.filter((token) => token.kind === 'word' && token.word.cue !== undefined);
  if (cues.length === 0) return said ?? told(header, text);
  const heads = new Set(cues.map((token) => told([token], text)?.status));
  // 下乡+在岗: the lines decide.
  if (heads.size > 1 && said !== null) return said;
  if (said === null || /^(?:place|errand|reason|on-duty:(?:own|desk))/u.test(said.rule))
    return told([...header, ...own], text);
  return said;
}
