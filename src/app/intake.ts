/** The intake: one message from the gateway becomes silence, an answer or a change. */
import type { Change, Meant } from '../core/change.ts';
import type { Command } from '../core/command.ts';
import type { Ctx } from '../core/context.ts';
import {
  chosen,
  hasCode,
  hearTable,
  INBOX,
  isNumber,
  QUESTIONS,
  type Question,
  questionId,
  unknownUnit,
} from '../core/hearing.ts';
import { may } from '../core/permission.ts';
import type { HeardMessage } from '../core/ports.ts';
import { answer, speakerId } from '../core/say.ts';
import { drop, type Found, put, type Row } from '../core/store.ts';
import { dayOf, MINUTE } from '../core/time.ts';
import { settle } from './commit.ts';
import type { House } from './house.ts';
import { nearUnit, placesOf, usage } from './misread.ts';
import { contextOf } from './speaker.ts';
import { APP } from './texts.ts';

/** One thing to do because of a message. */
export interface Act {
  readonly command: Command;
  readonly intent: object;
}
/** How a message was understood; `by` is for the log and the sandbox. */
export type Understood =
  | {
      readonly kind: 'act';
      readonly by: 'question' | 'table' | 'recogniser';
      readonly acts: readonly Act[];
      readonly rows: readonly Row[];
    }
  | { readonly kind: 'say'; readonly by: 'usage' | 'refusal' | 'again'; readonly change: Change }
  | { readonly kind: 'silence' };
const SILENCE: Understood = { kind: 'silence' };

/** Delivered later than this, a message is applied at its own time and not answered one by one. */
const LATE = 10 * MINUTE;

/** Delivered late and said before the question was put, a word cannot mean it. */
const isBefore = (ctx: Ctx, question: Question): boolean =>
  ctx.now - ctx.said.at > LATE && ctx.said.at < question.at;

/** A question that waits for the morning has not been put yet. */
const isPut = ({ at, until }: Question, now: number): boolean => at <= now && now <= until;

/** The open questions to this person here and to everybody here, the newest first: a `取消` means that one. */
async function openQuestions(
  house: House,
  ctx: Ctx,
): Promise<readonly { who: string; found: Found<Question> }[]> {
  const open: { who: string; found: Found<Question> }[] = [];
  for (const who of [speakerId(ctx), '*']) {
    const found = await ctx.store.get(QUESTIONS, questionId(ctx.where.here, who));
    if (found !== undefined && isPut(found.data, ctx.now) && !isBefore(ctx, found.data))
      open.push({ who, found });
  }
  // Most words answer nothing.
  if (open.length < 2) return open;
  const last = house.lastSaid.get(ctx.where.here);
  const rank = ({ data }: Found<Question>): number => (data.asked === last ? Number.MAX_VALUE : data.at);
  return open.sort((a, b) => rank(b.found) - rank(a.found));
}

/** Commands this person may give here, with their intents. */
const actsOf = (house: House, ctx: Ctx, meant: readonly Meant[]): readonly Act[] =>
  meant.flatMap(({ command: id, intent }) => {
    const command = house.commands.get(id);
    return command !== undefined && may(command, ctx) === 'yes' ? [{ command, intent }] : [];
  });

async function byQuestion(house: House, ctx: Ctx): Promise<Understood | undefined> {
  for (const { who, found } of await openQuestions(house, ctx)) {
    const option = chosen(found.data, ctx.said.text);
    const command = option === undefined ? undefined : house.commands.get(option.command);
    if (option === undefined || command === undefined) continue;
    if (may(command, ctx) !== 'yes') continue;
    if (isNumber(ctx.said.text) && house.lastSaid.get(ctx.where.here) !== found.data.asked)
      return { kind: 'say', by: 'again', change: askAgain(ctx, found.data, who) };
    return {
      kind: 'act',
      by: 'question',
      acts: [{ command, intent: option.intent }, ...actsOf(house, ctx, option.also ?? [])],
      rows: [drop(QUESTIONS, found)],
    };
  }
  return undefined;
}

/** Something else was said here since the question: a number could mean that, so the question is put again. */
const askAgain = (ctx: Ctx, question: Question, who: string): Change => ({
  ask: [{ to: ctx.where.here, who, text: question.text, options: question.options }],
});

function byTable(house: House, ctx: Ctx): Understood | undefined {
  const know = { ...ctx, unit: ctx.where.unit?.id };
  const here = (command: Command): boolean => may(command, ctx) === 'yes';
  const found = hearTable(house.index, ctx.said.text, know, here);
  const near = nearUnit(ctx, know, unknownUnit(house.index, ctx.said.text, know, here));
  if (near !== undefined) return { kind: 'say', by: 'usage', change: near };
  if (found === undefined) return undefined;
  const verdict = may(found.command, ctx);
  if (verdict !== 'yes') {
    if (!hasCode(ctx.said.text)) return undefined;
    const text = verdict === 'no' ? APP.notYours() : APP.elsewhere({ where: placesOf(found.command) });
    return { kind: 'say', by: 'refusal', change: { say: [answer(ctx, text)] } };
  }
  if (found.match.kind === 'malformed')
    return { kind: 'say', by: 'usage', change: { say: [answer(ctx, usage(found.command))] } };
  return {
    kind: 'act',
    by: 'table',
    acts: [{ command: found.command, intent: found.match.intent }],
    rows: [],
  };
}

/** Every recogniser is asked: “收到，我今天下乡” is a receipt and a whereabouts. */
async function byRecogniser(house: House, ctx: Ctx): Promise<Understood> {
  const acts: Act[] = [];
  for (const recogniser of house.recognisers) {
    if (!recogniser.mayBe(ctx)) continue;
    acts.push(...actsOf(house, ctx, await recogniser.hear(ctx)));
  }
  return acts.length === 0 ? SILENCE : { kind: 'act', by: 'recogniser', acts, rows: [] };
}

/** A picture or a file says nothing that a question or a command could be answered with. */
const isFile = ({ said }: Ctx): boolean => said.type === 'image' || said.type === 'file';

/** Understands a message: an open question, the command table, the recognisers, silence. */
export async function understand(house: House, ctx: Ctx): Promise<Understood> {
  if (isFile(ctx)) return byRecogniser(house, ctx);
  if (ctx.said.text === '') return SILENCE;
  return (await byQuestion(house, ctx)) ?? byTable(house, ctx) ?? (await byRecogniser(house, ctx));
}

const refusal = (ctx: Ctx, text: string): Change => (text === '' ? {} : { say: [answer(ctx, text)] });

async function changeOf(ctx: Ctx, act: Act): Promise<Change> {
  const outcome = await act.command.run(act.intent, ctx);
  return outcome.ok ? outcome.value : refusal(ctx, outcome.error);
}

const isEmpty = (change: Change): boolean =>
  [change.put, change.say, change.audit, change.ask].every((part) => part === undefined || part.length === 0);

/** Late answers would come out of nowhere: one line a room says that what was missed has been taken in. */
function quieted(ctx: Ctx, change: Change): Change {
  if (ctx.now - ctx.said.at <= LATE) return change;
  const others = (change.say ?? []).filter(
    (draft) => draft.to !== ctx.where.here || draft.priority !== 'answer',
  );
  const key = `late/${ctx.where.here}/${dayOf(ctx.now)}`;
  const summary = { ...answer(ctx, APP.takenInLate()), key };
  return { ...change, say: [...others, summary] };
}

interface Step {
  readonly run: () => Promise<Change>;
  readonly rows: readonly Row[];
}

function stepsOf(ctx: Ctx, understood: Exclude<Understood, { kind: 'silence' }>): readonly Step[] {
  if (understood.kind === 'say') return [{ run: async () => understood.change, rows: [] }];
  return understood.acts.map((act, n) => ({
    run: () => changeOf(ctx, act),
    rows: n === 0 ? understood.rows : [],
  }));
}

/**
 * The answered questions as they are now: one that a newer question has replaced stays, and none are left when
 * somebody else has answered meanwhile.
 */
async function unanswered(house: House, rows: readonly Row[]): Promise<readonly Row[] | undefined> {
  const kept: Row[] = [];
  for (const row of rows) {
    const found = await house.doors.store.get(QUESTIONS, row.id);
    if (found === undefined) return undefined;
    if (found.rev === row.rev) kept.push(row);
  }
  return kept;
}

/** Applies what was understood. The inbox row goes with the last step, so a crash in between loses nothing. */
async function apply(house: House, ctx: Ctx, steps: readonly Step[], inboxId: string): Promise<void> {
  for (const [n, step] of steps.entries()) {
    const last = n === steps.length - 1;
    await settle(house, async () => {
      const answers = await unanswered(house, step.rows);
      if (answers === undefined) return undefined;
      const change = quieted(ctx, await step.run());
      const idle = isEmpty(change) && step.rows.length === 0;
      if (idle && (!last || steps.length === 1)) return undefined;
      const inbox = last ? [put(INBOX, inboxId, { at: ctx.now })] : [];
      return {
        change,
        origin: { id: n === 0 ? ctx.said.id : `${ctx.said.id}+${n}`, rows: [...answers, ...inbox] },
      };
    });
  }
}

/** Takes one message in; answers with how it was understood. */
export async function takeIn(
  house: House,
  message: HeardMessage,
  calledAt: number | null,
): Promise<Understood> {
  const ctx = await contextOf(house, message, calledAt);
  const understood = await understand(house, ctx);
  if (understood.kind === 'silence') return understood;
  const inboxId = `${dayOf(message.at)}/${message.id}`;
  if ((await house.doors.store.get(INBOX, inboxId)) !== undefined) return SILENCE;
  await apply(house, ctx, stepsOf(ctx, understood), inboxId);
  return understood;
}
