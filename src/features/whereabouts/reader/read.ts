/** Reads whereabouts from free text: who is where, from when to when, and in which words it was said. */
import type { Calendar } from '../../../core/calendar.ts';
import type { Language } from '../../../core/ports.ts';
import { dayOf, iso } from '../../../core/time.ts';
import { LEXICON, type Lexicon } from '../lexicon/lexicon.ts';
import type { Reading } from '../reading.ts';
import { countedOthers } from './counts.ts';
import { entriesOf } from './entries.ts';
import { formOf } from './forms.ts';
import { indexMembers, type Roster20 } from './members.ts';
import { normalise } from './normalise.ts';
import type { Reader } from './reader.ts';
import type { Reasons } from './reason.ts';
import type { Statement } from './statement.ts';
import { statementsIn } from './statements.ts';
import { isForwarded, operationOf, SAID_LATE, withoutCancelled, withoutTalk } from './talk.ts';
import { tokenise } from './tokenise.ts';
import { isSign, type Token } from './tokens.ts';

export interface WhereaboutsMessage {
  readonly text: string;
  /** Epoch ms. */
  readonly sentAt: number;
  readonly sender: string;
  readonly members: readonly string[] | Roster20;
}
export interface WhereaboutsKnowledge {
  readonly calendar: Calendar;
  readonly language: Language;
  /** The house's vocabulary unless told. */
  readonly lexicon?: Lexicon;
  /** Private: none unless asked for, and then kept only where the policy says so. */
  readonly reasons?: Reasons | undefined;
}

const NOTHING: Reading = {
  kind: 'not-whereabouts',
  operation: null,
  confidence: 'high',
  entries: [],
  asks: [],
};
const indexes = new WeakMap<readonly string[], Roster20>();

const isIndex = (members: WhereaboutsMessage['members']): members is Roster20 => 'plain' in members;

/** The roster's index; kept as long as the same list is asked for. */
function indexOf(members: WhereaboutsMessage['members'], language: Language): Roster20 {
  if (isIndex(members)) return members;
  const known = indexes.get(members);
  if (known !== undefined) return known;
  const index = indexMembers(members, language);
  indexes.set(members, index);
  return index;
}

/** List numbers in front of a line say nothing. */
const LIST_NUMBER =
  /^(?:\s*(?:\d{1,3}\s*[.、)）:：．](?!\s*\d)|[一二三四五六七八九十]{1,3}、|[(（]\d{1,2}[)）]|[①-⑳]|\d{1,2}\s+(?=\D))\s*)/u;
const SKIPPED = /^\s*(?:#|例[如:： ]|格式|序号|【?[^】]{0,12}接龙】?\s*$|-{3,})/u;

/** How many of the tokens from `n` on begin before a position. */
function tokensUpTo(tokens: readonly Token[], n: number, end: number): number {
  let stop = n;
  while (stop < tokens.length && (tokens[stop]?.start ?? 0) < end) stop += 1;
  return stop;
}

/** The tokens of each line, without list numbers; lines of a form's description are left out. */
function linesOf(text: string, tokens: readonly Token[]): readonly (readonly Token[])[] {
  const out: (readonly Token[])[] = [];
  let start = 0;
  let n = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const stop = tokensUpTo(tokens, n, end);
    if (!SKIPPED.test(line)) {
      const from = start + (LIST_NUMBER.exec(line)?.[0].length ?? 0);
      out.push(tokens.slice(tokensUpTo(tokens, n, from), stop));
    }
    n = isSign(tokens[stop], '\n') ? stop + 1 : stop;
    start = end + 1;
  }
  return out;
}

function statementsOf(text: string, reader: Reader): readonly Statement[] {
  const tokens = tokenise(text, reader.roster, reader.lexicon, reader.when);
  const form = formOf(text, tokens, reader.sender);
  if (form !== undefined) return [form];
  return statementsIn(linesOf(text, tokens), text, reader.sender);
}

/** A list of a whole county says less: what holds more is no report, and would hold others up. */
const MOST_STATEMENTS = 600;

/** Reads one message. Pure; the same message against the same roster reads the same. */
export function readWhereabouts(message: WhereaboutsMessage, know: WhereaboutsKnowledge): Reading {
  const roster = indexOf(message.members, know.language);
  const whole = normalise(message.text, know.language);
  if (isForwarded(whole)) return NOTHING;
  const operation = operationOf(whole);
  const text = withoutTalk(operation === 'correct' ? withoutCancelled(whole) : whole);
  if (text.trim() === '') return NOTHING;
  const reader: Reader = {
    roster,
    sender: roster.indexOf(message.sender),
    lexicon: know.lexicon ?? LEXICON,
    when: { today: dayOf(message.sentAt), now: iso(message.sentAt).slice(11, 16), calendar: know.calendar },
    raw: message.text,
    text,
    late: SAID_LATE.test(whole),
    reasons: know.reasons,
    operation,
  };
  if (isPointer(text)) return pointing(message, reader);
  const statements = statementsOf(text, reader);
  if (statements.length > MOST_STATEMENTS) return NOTHING;
  const { entries, asks } = entriesOf(statements, reader);
  const all = [...entries, ...countedOthers(text, entries, reader)];
  if (
    all.length === 0 &&
    reader.operation === 'cancel' &&
    /(?:上一条|上条|去向|刚才|刚发|前面|那条|接龙|报备)/u.test(whole) &&
    text.trim() !== ''
  )
    return {
      kind: 'whereabouts',
      operation: 'cancel',
      confidence: 'high',
      entries: [withdrawn(message, reader)],
      asks: [],
    };
  if ((all.length === 0 && asks.length === 0) || isDutyRoster(all)) return NOTHING;
  return {
    kind: 'whereabouts',
    operation: reader.operation,
    confidence: asks.length > 0 ? 'low' : 'high',
    entries: all,
    asks,
  };
}

/** Different people on duty on different days: a roster, which another room keeps. */
function isDutyRoster(entries: Reading['entries']): boolean {
  const duty = entries.filter(({ status }) => status === 'remote_duty');
  const days = new Set(duty.map(({ from }) => from.slice(0, 10)));
  return (
    duty.length >= LEAST_DUTIES && days.size > 1 && new Set(duty.map(({ person }) => person)).size > days.size
  );
}
const LEAST_DUTIES = 4;

const POINTER =
  /^[\s,，。!！~]*(?:我|本人|今天|今日|我今天)?(?:的?(?:去向|情况))?[\s,，:：]*(?:同上|同前|照旧|照常|老样子|老地方|(?:还)?[跟和与同]?(?:昨天|昨日|昨儿|上周|往常|之前|上次|前天|楼上|楼主|上面|往日)(?:去向|情况)?(?:的)?(?:一样|相同|同|不变)?|一样|不变|没变化|无变化|同昨)+(?:了|的|哈|啊|哦|呢)?[\s,，。!！~]*$/u;

/** 同上, 跟昨天一样, alone: it points outside the message. */
const isPointer = (text: string): boolean => text.length < 24 && POINTER.test(text);

const pointing = (message: WhereaboutsMessage, reader: Reader): Reading => ({
  kind: 'whereabouts',
  operation: 'report',
  confidence: 'low',
  entries: reader.sender < 0 ? [] : [{ ...withdrawn(message, reader), rule: 'as-before' }],
  asks: [],
});

/** 请忽略上一条: what it was is looked up by the room. */
const withdrawn = (message: WhereaboutsMessage, { when: { today } }: Reader): Reading['entries'][number] => ({
  person: message.sender,
  status: 'unknown',
  from: today,
  to: today,
  span: message.text.trim().slice(0, 40),
  rule: 'cancel:last',
});
