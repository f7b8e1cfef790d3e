/** What for, or why: the words beside the place and the status that name a purpose, a meeting, a cause. */
import type { Status } from '../reading.ts';
import { placeSpan } from './place-told.ts';
import type { Told } from './status.ts';
import { hasRole, type Token, type WordToken } from './tokens.ts';

/** Which reasons are asked for: `work` leaves out leave, illness and the family. */
export type Reasons = 'work' | 'all';

interface Span {
  readonly start: number;
  readonly end: number;
}

const WORK: ReadonlySet<Status> = new Set(['out_on_business', 'field_visit', 'business_trip']);
const NAMED: ReadonlySet<Status> = new Set(['meeting', 'training']);
const LEAVE: ReadonlySet<Status> = new Set(['leave_personal', 'leave_sick', 'leave_other']);

const ENDS = [
  'self',
  'dest',
  'at',
  'back',
  'rest',
  'all',
  'rest-time',
  'and-then',
  'they',
  'not',
  'field-name',
] as const;
/** 请假, 出差, 在岗: the word of the status is no part of what it is for. 产检 is both. */
const STATUS_WORD = /^(?:leave(?!:other)|rest|trip$|late$|field:place|on-duty(?!:desk)|duty|unknown)/u;
const GOES = /^(?:都?[下入进到驻包蹲上跑落串]|外出|公|因公|出去|办事|外勤)/u;

const isWord = (token: Token | undefined): token is WordToken => token?.kind === 'word';
function isStatusWord({ word: { cue }, start, end }: WordToken, text: string): boolean {
  if (cue === undefined) return false;
  if (STATUS_WORD.test(cue.rule)) return true;
  const words = text.slice(start, end);
  if (cue.rule === 'leave:other') return words.endsWith('假');
  return (cue.rule === 'field' || cue.rule === 'out') && GOES.test(words);
}

/** Whether a run of words ends at this token. */
function breaks(token: Token, text: string): boolean {
  if (token.kind === 'text') return false;
  if (token.kind !== 'word') return true;
  return ENDS.some((role) => hasRole(token, role)) || isStatusWord(token, text);
}

/** The words between signs, times, names and ways, each run without a gap. */
function runsOf(tokens: readonly Token[], text: string): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  let open = false;
  for (const token of tokens) {
    const gap = runs.at(-1)?.at(-1)?.end !== token.start;
    if (breaks(token, text)) open = false;
    else if (open && !gap) runs.at(-1)?.push(token);
    else {
      runs.push([token]);
      open = true;
    }
  }
  return runs;
}

/** 有变, 取消, 说错: what became of a plan, and no reason for one. */
const says = (run: readonly Token[], text: string): boolean =>
  /取消|作废|说错|有变|改[为到成]|忽略|附|证明|延长|^(?:路上|补报|收到)$/u.test(
    text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0),
  );

const PRIVATE = /^reason:(?:illness|private|family)/u;
const isPrivate = (token: Token): boolean =>
  hasRole(token, 'family') || (isWord(token) && PRIVATE.test(token.word.cue?.rule ?? ''));
const does = (token: Token): boolean =>
  hasRole(token, 'verb') || (isWord(token) && token.word.cue !== undefined);

/** What of a run stands behind the place, or before it where nothing does. */
function besidePlace(run: readonly Token[], place: Span | undefined): readonly Token[] {
  if (place === undefined) return run;
  const behind = run.filter(({ start }) => start >= place.end);
  return behind.length > 0 ? behind : run.filter(({ end }) => end <= place.start);
}

const LEAD =
  /^(?:因为?|由于|要|需要?|去|来|随|再|先|就|还|带队|带领|跟车|开车|准备|协助|是|我|的|到|在|也|都)+/u;
const TAIL = /(?:了|哈|呢|啊|的|哦|吧|等|去)+$/u;
const LEAST = 2;

/** A run as a span of the text, without the small words around it. */
function trimmed(run: readonly Token[], text: string): Span | undefined {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const words = text.slice(first.start, last.end);
  const start = first.start + (LEAD.exec(words)?.[0].length ?? 0);
  const end = last.end - (TAIL.exec(words)?.[0].length ?? 0);
  return end - start < LEAST ? undefined : { start, end };
}

const startOf = (run: readonly Token[]): number => run[0]?.start ?? 0;

/** 送预算材料, 看现场: what is done there; behind the place first. */
function purpose(
  runs: readonly (readonly Token[])[],
  place: Span | undefined,
  told: Told,
  text: string,
): Span | undefined {
  const parts = runs.map((run) => besidePlace(run, place)).filter((run) => run.length > 0);
  const done = parts.filter((run) => run.some(does) && !run.some((token) => hasRole(token, 'other-people')));
  const behind = done.find((run) => startOf(run) >= (place?.start ?? 0));
  // 下乡普法: words nobody knows, right behind the place or the status.
  const next = parts.find((run) => startOf(run) === place?.end || startOf(run) === told.end);
  return trimmed(behind ?? done[0] ?? next ?? [], text);
}

const ATTENDS = /(?:参加|列席|召开|参与|开展|开(?!标|放|发)|主持|听|上(?!半|下))/u;
const BARE = /^(?:开会|参会|会议|开个会|培训|学习|上课|听课|会|大会|培训会|参训)$/u;

/** 党组会, 科级干部培训班: the name that ends in the word of the status, behind 参加 and 开. */
function nameOf(
  runs: readonly (readonly Token[])[],
  place: Span | undefined,
  told: Told,
  text: string,
): Span | undefined {
  const run = runs.find((tokens) => tokens.some(({ start }) => start === told.start));
  if (run === undefined || told.rule.startsWith('place')) return undefined;
  // 在省财政厅培训: the place alone makes no name.
  if (place?.end === told.start && BARE.test(text.slice(told.start, told.end))) return undefined;
  // 列席常务会: the last word of the status ends the name.
  const last = run.findLast((token) => isWord(token) && token.word.cue?.status === told.status);
  const end = Math.max(told.end, last?.end ?? 0);
  const attends = ATTENDS.exec(text.slice(startOf(run), end));
  const start = startOf(run) + (attends === null ? 0 : attends.index + attends[0].length);
  const span = trimmed([{ kind: 'text', start, end }], text);
  return span === undefined || BARE.test(text.slice(span.start, span.end)) ? undefined : span;
}

/** 孩子发烧, 办房产证: what keeps somebody away; illness and the family first. */
function cause(runs: readonly (readonly Token[])[], place: Span | undefined, text: string): Span | undefined {
  const parts = runs.map((run) => besidePlace(run, place)).filter((run) => run.length > 0);
  const chosen = parts.find((run) => run.some(isPrivate)) ?? parts.find((run) => run.some(does)) ?? parts[0];
  return trimmed(chosen ?? [], text);
}

function found(tokens: readonly Token[], text: string, told: Told): Span | undefined {
  const { status } = told;
  const runs = runsOf(tokens, text).filter((run) => !says(run, text));
  if (WORK.has(status)) return purpose(runs, placeSpan(tokens, text), told, text);
  if (NAMED.has(status)) return nameOf(runs, placeSpan(tokens, text), told, text);
  return LEAVE.has(status) || status === 'late' ? cause(runs, placeSpan(tokens, text), text) : undefined;
}

/** Why somebody is late may be his own affair, unless it is the road. */
const isOpen = (inside: readonly Token[], { status }: Told): boolean =>
  !inside.some(isPrivate) &&
  (status !== 'late' || inside.some((token) => isWord(token) && token.word.cue?.rule === 'cause:late'));

/** Where the reason stands; with `work` only what one does for the office is a reason to tell. */
export function reasonSpan(
  tokens: readonly Token[],
  text: string,
  told: Told,
  reasons: Reasons,
): Span | undefined {
  if (reasons === 'work' && LEAVE.has(told.status)) return undefined;
  const span = found(tokens, text, told);
  if (span === undefined || reasons === 'all') return span;
  const inside = tokens.filter((token) => token.end > span.start && token.start < span.end);
  return isOpen(inside, told) ? span : undefined;
}
