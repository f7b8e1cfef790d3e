/** Reads `问题 教育局 玩游戏 三楼办公室上班时间玩游戏 王强`, and makes a finding of a draft. Pure. */
import type { Know } from '../../core/context.ts';
import { namesIn, tellingNames, withoutName } from '../../core/names-in.ts';
import type { Org } from '../../core/org.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { DAY } from '../../core/time.ts';
import type { Finding, FindingDraft, Policy } from './finding.ts';
import { ackDue, type Clock, fixDue } from './policy.ts';
import { TELLING } from './texts-telling.ts';

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
    .filter(({ word }) => text.toLowerCase().startsWith(word.toLowerCase()))
    .sort((a, b) => b.word.length - a.word.length);
  if (found === undefined) return { type: OTHER, fresh: true, rest: text };
  return { type: found.name, fresh: false, rest: after(text, found.word) };
}

export interface Facts {
  /** What was seen, with nobody's name. */
  readonly fact: string;
  /** People of that unit who are named: none, one, several, or namesakes. */
  readonly people: readonly Person[];
  /** More than one name: a finding is about one person. */
  readonly several: boolean;
  /** The last word looks like a name and is nobody's in this unit. */
  readonly stranger: string;
}

const LAST_WORD = /[\s,，、;；|｜]+(\p{Script=Han}[\p{Script=Han}·]{1,5})[。.!！]?$/u;
/** 人员为李四: only the person, nothing new of what was seen. */
const ONLY_PERSON = /^(?:涉及)?(?:人员|姓名|同志)?(?:应该?为|改为|为|是|[:：])?\s*$/u;

/** What was seen and who was: names are taken out of the facts, since they would go wherever the facts go. */
export function takeFact(text: string, unit: Unit, org: Org): Facts {
  const own = namesIn(text, org, unit.id);
  const bare = own.reduce((rest, name) => withoutName(rest, name, TELLING.thatPerson()), text.trim());
  const others = tellingNames(bare, org, unit.id);
  const last = LAST_WORD.exec(text.trim())?.[1] ?? '';
  return {
    fact: others.reduce((rest, name) => withoutName(rest, name, TELLING.otherPerson()), bare),
    people: own.flatMap((name) => org.named(name, unit.id)),
    several: own.length > 1,
    stranger: own.length === 0 && isName(last, org) ? last : '',
  };
}

/** Surnames as they are common in China: a last word that begins with one may be somebody the unit does not have. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤祁';
const isName = (word: string, org: Org): boolean =>
  org.named(word).length > 0 || (/^.{2,3}$/u.test(word) && SURNAMES.includes(word.charAt(0)));

/** A correction names a person, new facts, or both; what it leaves out stays. */
export function corrected(text: string, finding: Finding, unit: Unit, org: Org): Facts {
  const read = takeFact(text, unit, org);
  return read.people.length > 0 && ONLY_PERSON.test(read.fact) ? { ...read, fact: finding.fact } : read;
}

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
