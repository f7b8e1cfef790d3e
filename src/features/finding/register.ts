/** Reads `问题 教育局 玩游戏 三楼办公室上班时间玩游戏 王强`, and makes a finding of a draft. Pure. */
import type { Know } from '../../core/context.ts';
import type { Org } from '../../core/org.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { DAY } from '../../core/time.ts';
import type { Finding, FindingDraft, Policy } from './finding.ts';
import { ackDue, type Clock, fixDue } from './policy.ts';

/** The type that takes what the table does not know. */
export const OTHER = '其他';
const REPEAT_WITHIN = 90 * DAY;

export interface TypeWord {
  readonly type: string;
  /** 新变种: the table has no word for it. */
  readonly fresh: boolean;
  readonly rest: string;
}

const after = (text: string, word: string): string =>
  text.slice(word.length).replace(/^[\s,，、:：;；|｜]+/u, '');

/** The type a text begins with, by name or alias; a text that begins with none is 其他, a new variant. */
export function takeType(text: string, { settings }: Pick<Know, 'settings'>): TypeWord {
  const words = settings.problems.types.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((word) => ({ word, name })),
  );
  const [found] = words
    .filter(({ word }) => text.startsWith(word))
    .sort((a, b) => b.word.length - a.word.length);
  if (found === undefined) return { type: OTHER, fresh: true, rest: text };
  return { type: found.name, fresh: false, rest: after(text, found.word) };
}

export interface Facts {
  readonly fact: string;
  /** People of that unit the name may mean: none, one, or namesakes. */
  readonly people: readonly Person[];
  /** The last word looked like a name and is nobody's in this unit. */
  readonly stranger: string;
}

const LAST_WORD = /[\s,，、;；|｜]+(\p{Script=Han}[\p{Script=Han}·]{1,5})[。.!！]?$/u;

/** Names of the unit's people in a text: more than one would stay in the facts, and go wherever they go. */
export const namesIn = (text: string, unit: Unit, org: Org): number =>
  new Set(
    org
      .members(unit.id)
      .map(({ name }) => name)
      .filter((name) => text.includes(name)),
  ).size;

/** What was seen and who was: the last word when it is a name of this unit, else a name within the text. */
export function takeFact(text: string, unit: Unit, org: Org): Facts {
  const plain = text.trim();
  const last = LAST_WORD.exec(plain);
  const word = last?.[1] ?? '';
  const named = word === '' ? [] : org.named(word, unit.id);
  if (last !== null && named.length > 0)
    return { fact: plain.slice(0, last.index).trim(), people: named, stranger: '' };
  const within = org.members(unit.id).filter(({ name }) => plain.includes(name));
  const [person] = within;
  // A name within the facts would go wherever the facts go.
  if (person !== undefined && within.length === 1)
    return { fact: withoutName(plain, person.name), people: org.named(person.name, unit.id), stranger: '' };
  return { fact: plain, people: [], stranger: isName(word, org) ? word : '' };
}

/** Surnames as they are common in China: a last word that begins with one may be somebody the unit does not have. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤祁';
const isName = (word: string, org: Org): boolean =>
  org.named(word).length > 0 || (/^.{2,3}$/u.test(word) && SURNAMES.includes(word.charAt(0)));

const withoutName = (text: string, name: string): string =>
  text.startsWith(name) ? after(text, name) : text.replaceAll(name, '该同志');

export const policyOf = ({ settings }: Pick<Know, 'settings'>): Policy => {
  const { ackMinutes, fixDays, officeMinutes } = settings.bot.finding;
  return { ackMinutes, fixDays, officeMinutes };
};

/** Earlier findings of the same unit and type within ninety days that stand. */
export const repeatsOf = (draft: FindingDraft, all: readonly Finding[], now: number): readonly string[] =>
  all
    .filter(
      ({ unit, type, state, issuedAt }) =>
        unit === draft.unit &&
        type === draft.type &&
        state !== 'withdrawn' &&
        now - issuedAt <= REPEAT_WITHIN,
    )
    .filter(() => draft.type !== OTHER)
    .map(({ code }) => code);

export interface Issuing {
  readonly code: string;
  readonly registrar: string;
  /** When the unit is told. */
  readonly at: number;
  readonly now: number;
  readonly repeats: readonly string[];
  readonly unit: Unit;
}

/** A finding as it begins, its policy frozen. */
export function issued(
  draft: FindingDraft,
  { code, registrar, at, now, repeats, unit }: Issuing,
  know: Clock & Pick<Know, 'settings'>,
): Finding {
  const policy = policyOf(know);
  return {
    code,
    unit: draft.unit,
    type: draft.type,
    fresh: draft.fresh,
    fact: draft.fact,
    person: draft.person,
    seenAt: draft.seenAt,
    registrar,
    edition: 1,
    state: 'issued',
    issuedAt: at,
    policy,
    ackDueAt: ackDue(at, policy, unit.kind, know),
    fixDueAt: fixDue(at, policy, unit.kind, know),
    ack: null,
    proxy: null,
    report: null,
    closed: null,
    extension: null,
    objection: null,
    snoozes: 0,
    restUntil: 0,
    repeats,
    turn: 1,
    steps: [{ did: 'issue', by: registrar, at: now, text: '' }],
  };
}
