/** The dialogue format: Markdown an office clerk can read, a test can play and the sandbox can replay. */

import { DAY, HOUR, instant, isDay, MINUTE } from '../../core/time.ts';
import { type Media, readMedia } from './pictures.ts';

export type Line =
  /** A new scene in a fresh county; `bare` when only the office is bound yet. */
  | { readonly kind: 'scene'; readonly title: string; readonly bare: boolean }
  | {
      readonly kind: 'say';
      readonly who: string;
      readonly at: string;
      readonly text: string;
      readonly quote: string | null;
      /** A picture or a file instead of words: `张三@教育局 > [图片 桌面.jpg]`; the text then is empty. */
      readonly media?: Media;
    }
  | { readonly kind: 'expect'; readonly at: string; readonly text: string }
  | { readonly kind: 'silence' }
  /** Nothing said since the last input holds these words. */
  | { readonly kind: 'absent'; readonly text: string }
  | { readonly kind: 'until'; readonly at: number }
  | { readonly kind: 'advance'; readonly ms: number }
  | { readonly kind: 'outage'; readonly ms: number }
  | { readonly kind: 'event'; readonly what: string; readonly words: readonly string[] }
  | { readonly kind: 'note' }
  | { readonly kind: 'unreadable'; readonly text: string };

/** A line with its number in the file, from 1. */
export type Numbered = Line & { readonly n: number };

const SAY = /^([^\s@#*>]{1,20})@([^\s>]{1,30})(?:\s+引用[“"「]([^”"」]+)[”"」])?\s*>\s?(.*)$/u;
const EXPECT = /^机器人@([^\s<]{1,30})\s*<\s?(.*)$/u;
const UNTIL = /^时间\s*(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/u;
const SPAN = /^(\d+)\s*(m|h|d|分钟?|小时|天)$/u;
const UNITS: Readonly<Record<string, number>> = {
  m: MINUTE,
  分: MINUTE,
  分钟: MINUTE,
  h: HOUR,
  小时: HOUR,
  d: DAY,
  天: DAY,
};

/** A length of time: 30m, 1h, 2d, 3天. */
export function readSpan(text: string): number | undefined {
  const match = SPAN.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0);
}

const lineBreaks = (text: string): string => text.replaceAll('\\n', '\n');

function readTime(line: string): Line | undefined {
  const until = UNTIL.exec(line);
  if (until !== null)
    return isDay(until[1] ?? '')
      ? { kind: 'until', at: instant(until[1] ?? '', until[2]) }
      : { kind: 'unreadable', text: line };
  const [sign, rest] = line.startsWith('+')
    ? ['+', line.slice(1)]
    : line.startsWith('停机')
      ? ['停机', line.slice(2)]
      : ['', ''];
  const ms = sign === '' ? undefined : readSpan(rest);
  if (ms === undefined) return undefined;
  return sign === '+' ? { kind: 'advance', ms } : { kind: 'outage', ms };
}

const isNote = (text: string): boolean => text === '' || /^(?:<!--|#(?!# )|##\S|- |```)/u.test(text);

function readEvent(text: string): Line {
  const [who = '', what = '', ...words] = text.split(/\s+/u);
  // `* 换号 教育局` and `* 撤回` have no actor; `* 张三 邀请 群名` has one.
  if (what === '') return { kind: 'event', what: who, words: [] };
  return ACTORLESS.has(who)
    ? { kind: 'event', what: who, words: [what, ...words] }
    : { kind: 'event', what, words: [who, ...words] };
}

function readTalk(text: string): Line | undefined {
  const expect = EXPECT.exec(text);
  if (expect !== null) return { kind: 'expect', at: expect[1] ?? '', text: lineBreaks(expect[2] ?? '') };
  const say = SAY.exec(text);
  if (say === null) return undefined;
  const [, who = '', at = '', quote = null, words = ''] = say;
  const media = readMedia(words);
  return {
    kind: 'say',
    who,
    at,
    quote,
    ...(media === undefined ? { text: lineBreaks(words) } : { text: '', media }),
  };
}

/** Reads one line of a dialogue. */
export function readLine(line: string): Line {
  const text = line.trim();
  if (text.startsWith('## '))
    return { kind: 'scene', title: text.slice(3), bare: text.includes('（未接入）') };
  if (isNote(text)) return { kind: 'note' };
  if (text === '静默') return { kind: 'silence' };
  if (text.startsWith('没有 ')) return { kind: 'absent', text: text.slice(3).trim() };
  if (text.startsWith('* ')) return readEvent(text.slice(2));
  return readTalk(text) ?? readTime(text) ?? { kind: 'unreadable', text };
}
const ACTORLESS: ReadonlySet<string> = new Set([
  '换号',
  '重发',
  '群成员',
  '断线',
  '恢复线路',
  '改群名',
  '除名',
]);

/** Reads a whole dialogue. Lines that begin with two spaces continue the message before them; prose before a scene is skipped. */
export function readDialogue(source: string): readonly Numbered[] {
  const lines: Numbered[] = [];
  for (const [index, raw] of source.split('\n').entries()) {
    const last = lines.at(-1);
    if (/^ {2,}\S/u.test(raw) && last !== undefined && (last.kind === 'say' || last.kind === 'expect')) {
      lines[lines.length - 1] = { ...last, text: `${last.text}\n${raw.trim()}` };
      continue;
    }
    const line = readLine(raw);
    if (line.kind !== 'note') lines.push({ ...line, n: index + 1 });
  }
  return lines;
}
