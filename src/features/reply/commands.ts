/** Questions about replies: which item, and what there is instead of the one that was named. */

import { dayText } from '../../core/calendar-texts.ts';
import type { Option } from '../../core/change.ts';
import { digitsOf } from '../../core/codes.ts';
import { action, type Command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok } from '../../core/result.ts';
import { answer, speakerId } from '../../core/say.ts';
import { dayOf } from '../../core/time.ts';
import { FINDINGS } from '../finding/finding.ts';
import { NOTICES } from '../notice/notice.ts';
import { meantBy, meantByAll, type Wanted } from './meanings.ts';
import { TEXTS } from './texts.ts';

/** Items offered at most; more would not fit a phone. */
const MOST = 9;
const LED_BY = ['', '两件', '两条', '两个', '三件', '三条'].map((count) => `${count}都`);
const TAILS = ['是', '是的', '收到', '收到了', '签收', '签收了'];
/** 都是, 两件都收到了, 全部签收. */
const ALL: readonly string[] = [
  ...['都', '全部', '全都'],
  ...[...LED_BY, '都已', '全部', '全'].flatMap((head) => TAILS.map((tail) => `${head}${tail}`)),
];

/** A receipt, unless something else is wanted of the item. */
const RECEIPT: Wanted = { intent: 'ack_notice' };

interface Which {
  readonly codes: readonly string[];
  readonly wanted: Wanted | null;
}

function optionsOf(codes: readonly string[], wanted: Wanted): readonly Option[] {
  const [first, ...also] = meantByAll(codes, wanted);
  const each = codes.flatMap((code, n): readonly Option[] => {
    const meant = meantBy(code, wanted, 'code');
    return meant === undefined ? [] : [{ words: [String(n + 1)], ...meant }];
  });
  return first === undefined ? [] : [...each, { words: ALL, ...first, also }];
}

async function lineOf(code: string, ctx: Ctx): Promise<string> {
  const digits = digitsOf(code);
  const finding = (await ctx.store.get(FINDINGS, code))?.data;
  if (finding === undefined)
    return TEXTS.item({ digits, title: (await ctx.store.get(NOTICES, code))?.data.title ?? '' });
  return TEXTS.itemFinding({ digits, type: finding.type, day: dayText(dayOf(finding.seenAt)) });
}

function questionText(lines: readonly string[], shown: readonly string[]): string {
  const [first = ''] = shown;
  const holes = { count: shown.length, digits: digitsOf(first) };
  const receipts = shown.every((code) => code.startsWith('N'));
  if (shown.length === 1) {
    const one = { line: lines[0] ?? '', digits: holes.digits };
    return receipts ? TEXTS.whichOne(one) : TEXTS.whichOneItem(one);
  }
  return [
    receipts ? TEXTS.whichHead(holes) : TEXTS.whichHeadItems(holes),
    ...lines.map((line, n) => TEXTS.whichLine({ n: n + 1, line })),
    TEXTS.whichFoot({ numbers: shown.length === 2 ? TEXTS.oneOrTwo() : TEXTS.oneTo(holes), ...holes }),
  ].join('\n');
}

async function which({ codes, wanted }: Which, ctx: Ctx): Promise<Outcome> {
  const shown = codes.slice(0, MOST);
  const text = questionText(await Promise.all(shown.map((code) => lineOf(code, ctx))), shown);
  const who = speakerId(ctx);
  const what = wanted?.intent ?? '';
  // The same question is put once a day: asking again would be noise. What is said with words is said once.
  const once = wanted?.detail === undefined ? dayOf(ctx.now) : ctx.said.id;
  const key = `which/${ctx.where.here}/${who}/${shown.join('+')}/${what}/${once}`;
  return ok({ ask: [{ to: ctx.where.here, who, text, options: optionsOf(shown, wanted ?? RECEIPT), key }] });
}

async function unknown(
  { word, codes }: { readonly word: string; readonly codes: readonly string[] },
  ctx: Ctx,
): Promise<Outcome> {
  const text =
    codes.length === 0
      ? TEXTS.unknownNone({ word })
      : TEXTS.unknown({ word, codes: codes.map(digitsOf).join('、') });
  // Receipts named in the same message have an answer of their own.
  return ok({ say: [answer(ctx, text, 1)] });
}

export const replyCommands: readonly Command[] = [
  action({ id: 'reply.which', said: ['unit'], summary: '问清回复的是哪一件', run: which }),
  action({ id: 'reply.unknown', said: ['unit'], summary: '告知编号不对', run: unknown }),
];
