/** `通知 报送总结` without a labelled line: shown once how to go on, when it reads like a title and not like talk. */
import type { Change } from '../../core/change.ts';
import type { Ctx } from '../../core/context.ts';
import type { Recogniser } from '../../core/feature.ts';
import { SENT } from '../../core/outbox.ts';
import { answer } from '../../core/say.ts';
import { dayOf } from '../../core/time.ts';
import { hasField } from './fields.ts';
import { TEXTS } from './texts.ts';

const VERB = '通知';
/** Longest title that is taken for one; a longer text is something somebody tells the others. */
const LONGEST = 24;
const WORD = /(?:^|[\s,，;；。])(?:正文|内容|范围|截止)/u;
/** Announcements in plain words: they address people, name an hour, ask, or are whole sentences. */
const TALK =
  /^(?:大家|各位|同志|一下|到|了|没|所有人|我|你|他|她)|[上下中]午|早上|晚上|今[天晚]|明[天早]|后天|[点时]|[,，。!！?？;；~…@]|[吗呢吧啊哦了]$/u;

/** What the title would be, when a text is the beginning of a notice; `sure` when a label stands without its colon. */
export function begun(text: string): { readonly title: string; readonly sure: boolean } | undefined {
  if (!text.startsWith(VERB) || !/^[\s:：]/u.test(text.slice(VERB.length)) || hasField(text))
    return undefined;
  const rest = text.slice(VERB.length).replace(/^[\s:：]+/u, '');
  const [title = ''] = rest.split(new RegExp(WORD, 'u')).map((part) => part.trim());
  const sure = WORD.test(rest);
  if (title === '' || title.includes('\n') || title.length > LONGEST) return undefined;
  return sure || !TALK.test(title) ? { title, sure } : undefined;
}

/** A title alone may still be talk, so it is answered once a day; with a label it is not. */
const keyOf = (ctx: Ctx, sure: boolean): string =>
  sure ? `${ctx.said.id}/answer/0` : `notice/hint/${dayOf(ctx.now)}/${ctx.where.here}`;

/** The right form, with the title that was written. */
export function hint(ctx: Ctx): Change {
  const found = begun(ctx.said.text);
  if (found === undefined) return {};
  const text = TEXTS.howTo({ title: found.title, due: ctx.settings.bot.notice.due });
  return { say: [{ ...answer(ctx, text), key: keyOf(ctx, found.sure) }] };
}

export const begunNotice: Recogniser = {
  id: 'notice.begun',
  mayBe: ({ said: { text }, where: { kind } }) =>
    (kind === 'office' || kind === 'private') && begun(text) !== undefined,
  hear: async (ctx) => {
    const key = keyOf(ctx, begun(ctx.said.text)?.sure === true);
    const told = await ctx.store.get(SENT, `${dayOf(ctx.now)}/${key}`);
    return told === undefined ? [{ command: 'notice.draft', intent: {} }] : [];
  },
};
