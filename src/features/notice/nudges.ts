/** What the rungs say to people in private: to whom, in what capacity, and everything for one person in one message. */
import type { Ask, Change, Draft, Option } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Org } from '../../core/org.ts';
import { OUTBOX } from '../../core/outbox.ts';
import { clockText } from '../../core/phrase-texts.ts';
import type { Person, Unit } from '../../core/roster.ts';
import { inform } from '../../core/say.ts';
import type { Reader } from '../../core/store.ts';
import { delegateOf, isReachable } from '../access/access.ts';
import { isGone } from '../whereabouts/whereabouts.ts';
import { unitKey } from './issue.ts';
import { holesOf } from './message.ts';
import { type Notice, RECEIPTS, receiptId } from './notice.ts';
import { TEXTS } from './texts.ts';

/** How long a list can be answered: until the next rung. */
const MINUTES = 24 * 60;

/** A unit that has not signed a notice. */
export interface Scene {
  readonly notice: Notice;
  readonly unit: Unit;
  readonly world: World;
}

/** A word to one person about one notice and unit. */
export interface Nudge {
  readonly scene: Scene;
  readonly person: Person;
  /** Tells the words of one rung apart: `head/0`. */
  readonly part: string;
  /** The whole message, when it is the only one to this person. */
  readonly text: string;
  /** What a list says behind the notice and its due time. */
  readonly why: string;
  /** False for those who can only remind others. */
  readonly asks: boolean;
}

const holes = ({ notice, unit, world }: Scene, person: Person) => ({
  ...holesOf(notice),
  name: person.name,
  unit: unit.name,
  due: clockText(notice.dueAt ?? world.now, world.now),
});

/** A word in private, to people the bot can reach there; the room's line reaches the others. */
const privately = async (nudge: Nudge): Promise<readonly Nudge[]> =>
  (await isReachable(nudge.scene.world.store, nudge.person.id)) ? [nudge] : [];

/** The head, or whoever acknowledges for him today. */
async function toHead(scene: Scene, head: Person, n: number): Promise<readonly Nudge[]> {
  const { store, org, now } = scene.world;
  const part = `head/${n}`;
  const delegate = org.person((await delegateOf(store, head.id, now)) ?? '');
  if (delegate !== undefined && (await isReachable(store, delegate.id))) {
    const text = TEXTS.nudgeDelegate({ ...holes(scene, delegate), head: head.name });
    const why = TEXTS.whyDelegate({ head: head.name });
    return privately({ scene, person: delegate, part, text, why, asks: true });
  }
  const text = TEXTS.nudgeHead(holes(scene, head));
  return privately({ scene, person: head, part, text, why: '', asks: true });
}

/** With every head gone the word goes to the liaisons, who may sign for him. */
async function toLiaisons(scene: Scene, heads: readonly Person[]): Promise<readonly Nudge[]> {
  const away = heads.map(({ name }) => name).join('、');
  const liaisons = scene.world.org.holders(scene.unit.id, 'liaison');
  const nudges = await Promise.all(
    liaisons.map((person, n) => {
      const text = TEXTS.nudgeStandIn({ ...holes(scene, person), away });
      const why = TEXTS.whyStandIn({ away });
      return privately({ scene, person, part: `stand-in/${n}`, text, why, asks: true });
    }),
  );
  return nudges.flat();
}

/** The first private word: to each head who is here, or to his delegate; a notice only he may sign still waits for him. */
export async function firstRung(scene: Scene): Promise<readonly Nudge[]> {
  const { notice, unit, world } = scene;
  const heads = world.org.holders(unit.id, 'head');
  const gone = await Promise.all(
    heads.map(
      async (head) =>
        (await delegateOf(world.store, head.id, world.now)) === undefined && isGone(world, head),
    ),
  );
  const moved = !notice.headOnly && heads.length > 0 && gone.every(Boolean);
  if (moved) return toLiaisons(scene, heads);
  const nudges = await Promise.all(
    heads.map((head, n) => (gone[n] === true && !notice.headOnly ? [] : toHead(scene, head, n))),
  );
  return nudges.flat();
}

/** The word after the due time: to liaisons, who may sign, and to the discipline lead, who may press. */
export async function chase(scene: Scene): Promise<readonly Nudge[]> {
  const { notice, unit, world } = scene;
  const liaisons = world.org.holders(unit.id, 'liaison');
  const people = [...liaisons, ...world.org.holders(unit.id, 'discipline')];
  const nudges = await Promise.all(
    people.map((person, n) => {
      const asks = liaisons.includes(person) && !notice.headOnly;
      const text = asks ? TEXTS.chase(holes(scene, person)) : TEXTS.chaseLead(holes(scene, person));
      const why = asks ? TEXTS.whyProxy() : '';
      return privately({ scene, person, part: `chase/${n}`, text, why, asks });
    }),
  );
  return nudges.flat();
}

const single = ({ scene: { notice, unit }, person, part, text }: Nudge): Draft =>
  inform(`person:${person.id}`, `${unitKey(notice.code, notice.edition, unit.id)}/${part}`, text, {
    request: notice.code,
  });

/** The key of a list names what stands on it, so that it can be taken back when nothing is left to ask. */
const LIST = 'notice.list';
const itemOf = ({ code, edition }: Pick<Notice, 'code' | 'edition'>, unit: string): string =>
  receiptId(code, edition, unit).replaceAll('/', '_');
const listKey = (rung: string, nudges: readonly Nudge[]): string => {
  const items = nudges.map(({ scene: { notice, unit } }) => itemOf(notice, unit.id));
  return `${LIST}/${rung}/${nudges[0]?.person.id ?? ''}/${items.join('+')}`;
};

const lines = (nudges: readonly Nudge[], late: boolean): string =>
  nudges
    .map(({ scene, person, why }, n) => {
      const item = { ...holes(scene, person), n: n + 1, why };
      return late ? TEXTS.listLate(item) : TEXTS.listLine(item);
    })
    .join('\n');

const sign = (words: readonly string[], codes: readonly string[]): Option => ({
  words,
  command: 'notice.sign',
  intent: { codes: [...new Set(codes)], how: 'code' },
});

/** Several notices for one person: one numbered list and one ask; who cannot sign is only told. */
function list(rung: string, nudges: readonly Nudge[], person: Person, asks: boolean): Change {
  const key = listKey(rung, nudges);
  const to = `person:${person.id}` as const;
  const about = { name: person.name, count: nudges.length, lines: lines(nudges, rung === 'chase') };
  if (!asks) return { say: [inform(to, key, TEXTS.listLead(about))] };
  const codes = nudges.map(({ scene }) => scene.notice.code);
  const options = [
    ...codes.map((code, n) => sign([String(n + 1)], [code])),
    sign(['都收到', '都收到了', '都是', '都签收', '全部收到', '全部'], codes),
  ];
  const ask: Ask = { to, who: person.id, text: TEXTS.list(about), options, minutes: MINUTES, key };
  return { ask: [{ ...ask, priority: 'notice' }] };
}

/** The words of one rung, at most one message a person and capacity. */
export function spoken(rung: string, nudges: readonly Nudge[]): Change {
  const groups = new Map<string, Nudge[]>();
  for (const nudge of nudges) {
    const key = `${nudge.person.id}/${nudge.asks}`;
    groups.set(key, [...(groups.get(key) ?? []), nudge]);
  }
  const changes = [...groups.values()].map((group): Change => {
    const [first, second] = group;
    if (first === undefined) return {};
    return second === undefined ? { say: [single(first)] } : list(rung, group, first.person, first.asks);
  });
  return { say: changes.flatMap(({ say }) => say ?? []), ask: changes.flatMap(({ ask }) => ask ?? []) };
}

/** Keys of what a rung says about one unit alone: its receipt takes back those that have not left. */
export function waitingKeys(notice: Notice, unit: string, org: Org): readonly string[] {
  const base = unitKey(notice.code, notice.edition, unit);
  const each = (rung: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, n) => `${base}/${rung}/${n}`);
  const heads = org.holders(unit, 'head').length;
  const liaisons = org.holders(unit, 'liaison').length;
  const others = liaisons + org.holders(unit, 'discipline').length;
  return [`${base}/remind`, ...each('head', heads), ...each('stand-in', liaisons), ...each('chase', others)];
}

/** Keys of lists that wait and ask for nothing any more, once these receipts are given as well. */
export async function waitingLists(
  store: Reader,
  given: readonly { readonly notice: Notice; readonly unit: string }[],
): Promise<readonly string[]> {
  const keys = (await store.find(OUTBOX, {})).map(({ id }) => id).filter((id) => id.startsWith(`${LIST}/`));
  if (keys.length === 0) return [];
  const open = new Set(
    (await store.find(RECEIPTS, { state: 'asked' })).map(({ data }) => itemOf(data, data.unit)),
  );
  for (const { notice, unit } of given) open.delete(itemOf(notice, unit));
  return keys.filter((key) =>
    (key.replace(/#\d+$/u, '').split('/')[3] ?? '').split('+').every((item) => !open.has(item)),
  );
}
