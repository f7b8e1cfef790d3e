/** Questions about replies: which item, and what there is instead of the one that was named. */

import type { Option } from '../../core/change.ts';
import { digitsOf } from '../../core/codes.ts';
import { action, type Command, type Outcome } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import { ok } from '../../core/result.ts';
import { answer, speakerId } from '../../core/say.ts';
import { dayOf } from '../../core/time.ts';
import { NOTICES } from '../notice/notice.ts';
import { TEXTS } from './texts.ts';

/** Items offered at most; more would not fit a phone. */
const MOST = 9;

const sign = (codes: readonly string[]): Pick<Option, 'command' | 'intent'> => ({
  command: 'notice.sign',
  intent: { codes, how: 'code' },
});

const optionsOf = (codes: readonly string[]): readonly Option[] => [
  ...codes.map((code, n): Option => ({ words: [String(n + 1)], ...sign([code]) })),
  { words: ['都是', '都', '全部', '都收到', '都签收'], ...sign(codes) },
];

async function lineOf(code: string, ctx: Ctx): Promise<string> {
  const title = (await ctx.store.get(NOTICES, code))?.data.title ?? '';
  return TEXTS.item({ digits: digitsOf(code), title });
}

async function which({ codes }: { readonly codes: readonly string[] }, ctx: Ctx): Promise<Outcome> {
  const shown = codes.slice(0, MOST);
  const [first = ''] = shown;
  const lines = await Promise.all(shown.map((code) => lineOf(code, ctx)));
  const holes = { count: shown.length, digits: digitsOf(first) };
  const text =
    shown.length === 1
      ? TEXTS.whichOne({ line: lines[0] ?? '', digits: digitsOf(first) })
      : [
          TEXTS.whichHead(holes),
          ...lines.map((line, n) => TEXTS.whichLine({ n: n + 1, line })),
          TEXTS.whichFoot({ numbers: shown.length === 2 ? TEXTS.oneOrTwo() : TEXTS.oneTo(holes), ...holes }),
        ].join('\n');
  const who = speakerId(ctx);
  // The same question is put once a day: asking again would be noise.
  const key = `which/${ctx.where.here}/${who}/${shown.join('+')}/${dayOf(ctx.now)}`;
  return ok({ ask: [{ to: ctx.where.here, who, text, options: optionsOf(shown), key }] });
}

async function unknown(
  { word, codes }: { readonly word: string; readonly codes: readonly string[] },
  ctx: Ctx,
): Promise<Outcome> {
  const text = TEXTS.unknown({ word, codes: codes.map(digitsOf).join('、') });
  // Receipts named in the same message have an answer of their own.
  return ok({ say: [answer(ctx, text, 1)] });
}

export const replyCommands: readonly Command[] = [
  action({ id: 'reply.which', said: ['unit'], summary: '问清回复的是哪一件', run: which }),
  action({ id: 'reply.unknown', said: ['unit'], summary: '告知编号不对', run: unknown }),
];
