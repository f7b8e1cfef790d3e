/** `帮助`: only what this person may do here, at most twelve lines. */
import { type Command, command } from '../../core/command.ts';
import type { Ctx } from '../../core/context.ts';
import type { Feature } from '../../core/feature.ts';
import { may } from '../../core/permission.ts';
import { answered } from '../../core/say.ts';
import { optional, restSlot } from '../../core/slots.ts';
import { ANY_EXAMPLE_PERSON, DESK, EXAMPLE_PEOPLE, EXAMPLE_UNIT } from './texts.ts';

/** Lines of a help message, its head and foot included. */
const MOST_LINES = 12;

const usable = (commands: readonly Command[], ctx: Ctx): readonly Command[] =>
  commands.filter((one) => one.verbs.length > 0 && may(one, ctx) === 'yes');

/** Examples are written with people of the demo county; whoever reads them sees his own unit and colleagues. */
function ownWords(say: string, { where, org }: Ctx): string {
  const { unit } = where;
  if (unit === undefined) return say;
  const staff = org.holders(unit.id, 'staff').map(({ name }) => name);
  const colleague = (name: string): string => staff[EXAMPLE_PEOPLE.indexOf(name)] ?? name;
  return say.replaceAll(EXAMPLE_UNIT, unit.name).replace(ANY_EXAMPLE_PERSON, colleague);
}

const exampleOf = (command: Command, ctx: Ctx): string =>
  ownWords((command.examples[0]?.say ?? command.usage).split('\n')[0] ?? '', ctx);

/** One line a command while they fit, else one line a room. */
function lines(features: readonly Feature[], ctx: Ctx): readonly string[] {
  const all = features.flatMap((feature) => usable(feature.commands, ctx));
  if (all.length <= MOST_LINES - 3)
    return all.map((one) => DESK.helpLine({ usage: one.usage, summary: one.summary }));
  return features.flatMap((feature) => {
    const mine = usable(feature.commands, ctx);
    if (mine.length === 0) return [];
    const verbs = mine.map((one) => one.verbs[0] ?? '').join(' ');
    // A verb alone explains nothing: the example is the first that says more.
    const example = mine.map((one) => exampleOf(one, ctx)).find((say) => say.includes(' ')) ?? '';
    return [DESK.helpRoom({ room: feature.title, verbs, such: example && DESK.helpSuch({ example }) })];
  });
}

function overview(features: readonly Feature[], ctx: Ctx): string {
  const [first] = features.flatMap((feature) => usable(feature.commands, ctx));
  if (first === undefined || ctx.who.person === undefined) return DESK.helpNone();
  const foot = [DESK.helpMore({ verb: first.verbs[0] ?? '' }), DESK.helpSilent()];
  return [DESK.helpHead(), ...lines(features, ctx).slice(0, MOST_LINES - 3), ...foot].join('\n');
}

function one(features: readonly Feature[], word: string, ctx: Ctx): string {
  const found = features
    .flatMap((feature) => usable(feature.commands, ctx))
    .find((each) => each.verbs.includes(word));
  if (found === undefined) return DESK.helpUnknown({ word: word.slice(0, 20) });
  const others = found.verbs.slice(1);
  return DESK.helpOne({
    summary: found.summary,
    usage: found.usage,
    example: ownWords(found.examples[0]?.say ?? found.usage, ctx),
    aliases: others.length === 0 ? '' : DESK.helpAliases({ verbs: others.join('、') }),
  });
}

/** Help is generated from the command table, so it cannot promise what does not exist. */
export const helpCommand = (features: () => readonly Feature[]): Command =>
  command({
    id: 'desk.help',
    verbs: ['帮助', '怎么用'],
    said: ['unit', 'office', 'leaders', 'public', 'private'],
    slots: {
      word: optional({
        ...restSlot('命令'),
        shaped: true,
        take: (text) => takeVerb(features(), text),
      }),
    },
    summary: '看能办什么',
    examples: [
      { as: '陈静', at: '教育局', say: '帮助', reply: '您在这里可以说' },
      { as: '陈静', at: '私聊', say: '帮助 我的待办', reply: '说法：我的待办' },
    ],
    run: async ({ word }, ctx) =>
      answered(ctx, word === undefined ? overview(features(), ctx) : one(features(), word, ctx)),
  });

/** `帮助贫困户` is talk: only a verb asks for help on it. */
function takeVerb(features: readonly Feature[], text: string) {
  const verbs = features.flatMap((feature) => feature.commands.flatMap((each) => each.verbs));
  return verbs.includes(text.trim()) ? { value: text.trim(), rest: '' } : undefined;
}
