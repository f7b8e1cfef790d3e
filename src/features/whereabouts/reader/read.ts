/** Reads whereabouts from free text: who is where, from when to when, and in which words it was said. */
import type { Calendar } from '../../../core/calendar.ts';
import type { Language } from '../../../core/ports.ts';
import { dayOf } from '../../../core/time.ts';
import { compileLexicon, type Lexicon } from '../lexicon/lexicon.ts';
import type { Reading } from '../whereabouts.ts';
import { countedOthers } from './counts.ts';
import { entriesOf, type Reader } from './entries.ts';
import { formOf } from './forms.ts';
import { indexMembers, type Roster20 } from './members.ts';
import { normalise } from './normalise.ts';
import { LineReader, type Statement } from './statements.ts';
import { isForwarded, operationOf, SAID_LATE, withoutTalk } from './talk.ts';
import { tokenise } from './tokenise.ts';
import type { Token } from './tokens.ts';

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
}

const LEXICON = compileLexicon();
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
  /^(?:\s*(?:\d{1,3}\s*[.、)）:：．]|[一二三四五六七八九十]{1,3}、|[(（]\d{1,2}[)）]|[①-⑳]|\d{1,2}\s+(?=\D))\s*)/u;
const SKIPPED = /^\s*(?:#|例[如:： ]|格式|序号|【?[^】]{0,12}接龙】?\s*$|-{3,})/u;

/** The tokens of each line, without list numbers; lines of a form's description are left out. */
function* lines(text: string, tokens: readonly Token[]): Generator<readonly Token[]> {
  let start = 0;
  let n = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const from = start + (LIST_NUMBER.exec(line)?.[0].length ?? 0);
    const own: Token[] = [];
    for (; n < tokens.length && (tokens[n]?.start ?? 0) < end; n += 1) {
      const token = tokens[n];
      if (token !== undefined && token.start >= from) own.push(token);
    }
    while (
      n < tokens.length &&
      (tokens[n]?.start ?? 0) <= end &&
      tokens[n]?.kind === 'sign' &&
      text.charAt(tokens[n]?.start ?? 0) === '\n'
    )
      n += 1;
    if (!SKIPPED.test(line)) yield own;
    start = end + 1;
  }
}

function statementsOf(text: string, reader: Reader): readonly Statement[] {
  const tokens = tokenise(text, reader.roster, reader.lexicon, reader.when);
  const form = formOf(text, tokens, reader.sender);
  if (form !== undefined) return [form];
  const made = new LineReader(text, reader.sender);
  for (const line of lines(text, tokens)) made.line(line);
  return made.statements;
}

/** Reads one message. Pure; the same message against the same roster reads the same. */
export function readWhereabouts(message: WhereaboutsMessage, know: WhereaboutsKnowledge): Reading {
  const roster = indexOf(message.members, know.language);
  const whole = normalise(message.text, know.language);
  if (isForwarded(whole)) return NOTHING;
  const text = withoutTalk(whole);
  const reader: Reader = {
    roster,
    sender: roster.indexOf(message.sender),
    lexicon: know.lexicon ?? LEXICON,
    when: { today: dayOf(message.sentAt), calendar: know.calendar },
    raw: message.text,
    text,
    late: SAID_LATE.test(whole),
    operation: operationOf(whole),
  };
  const { entries, asks } = entriesOf(statementsOf(text, reader), reader);
  const all = [...entries, ...countedOthers(text, entries, reader)];
  if (
    all.length === 0 &&
    reader.operation === 'cancel' &&
    /(?:上一条|上条|去向|刚才|刚发|前面)/u.test(whole) &&
    text.trim() !== ''
  )
    return {
      kind: 'whereabouts',
      operation: 'cancel',
      confidence: 'high',
      entries: [withdrawn(message, reader)],
      asks: [],
    };
  if (all.length === 0 && asks.length === 0) return NOTHING;
  return {
    kind: 'whereabouts',
    operation: reader.operation,
    confidence: asks.length > 0 ? 'low' : 'high',
    entries: all,
    asks,
  };
}

/** 请忽略上一条: what it was is looked up by the room. */
const withdrawn = (message: WhereaboutsMessage, { when: { today } }: Reader): Reading['entries'][number] => ({
  person: message.sender,
  status: 'unknown',
  from: today,
  to: today,
  span: message.text.trim().slice(0, 40),
  rule: 'cancel:last',
});
