/** Plays a scene of a dialogue on a stage and says what was expected and did not come, with its line number. */
import { expect } from 'vitest';
import type { Numbered } from '../../src/adapters/sandbox/dialogue.ts';
import { type Stage, stage } from './stage.ts';
import type { Spoken } from './street.ts';

export interface Scene {
  readonly title: string;
  readonly bare: boolean;
  readonly lines: readonly Numbered[];
}

/** A dialogue's scenes; lines before the first heading belong to none. */
export function scenesOf(lines: readonly Numbered[]): readonly Scene[] {
  const scenes: { title: string; bare: boolean; lines: Numbered[] }[] = [];
  for (const line of lines) {
    if (line.kind === 'scene') scenes.push({ title: line.title, bare: line.bare, lines: [] });
    else scenes.at(-1)?.lines.push(line);
  }
  return scenes;
}

const shown = (on: Stage, said: readonly Spoken[]): string =>
  said.map(({ to, text }) => `机器人@${on.cast.placeOf(to)} < ${text}`).join('\n');

/** What has been said since the last input and has not been expected yet. */
class Unheard {
  private rest: Spoken[] = [];
  reset(said: readonly Spoken[]): void {
    this.rest = [...said];
  }
  get all(): readonly Spoken[] {
    return this.rest;
  }
  take(on: Stage, at: string, text: string): boolean {
    const parts = text.split('\n').map((part) => part.trim());
    const room = on.cast.roomOf(at);
    const fits = ({ to, text: whole }: Spoken): boolean => {
      const there =
        'room' in to
          ? to.room === room
          : room === undefined && on.cast.nameOf(to.contact) === at.replace(/^.*(?=.)/u, (all) => all);
      return there && parts.every((part) => whole.includes(part));
    };
    const n = this.rest.findIndex(fits);
    if (n >= 0) this.rest.splice(n, 1);
    return n >= 0;
  }
}

type Event = Extract<Numbered, { kind: 'event' }>;

/** Events of the fake WeChat as the gateway would tell them. */
async function happen(on: Stage, { what, words }: Event): Promise<void> {
  const [first = '', second = '', ...rest] = words;
  const at = on.clock.now();
  const contact = on.cast.contactOf(first, '');
  if (what === '加好友') {
    await on.hear({ kind: 'friend', at, request: `fr-${first}-${at}`, contact, name: first, hello: second });
    return;
  }
  if (what === '邀请') {
    await on.hear({ kind: 'invitation', at, invitation: `inv-${second}-${at}`, contact, topic: second });
    return;
  }
  if (what === '加群') return joined(on, contact, second);
  if (what === '群成员') return named(on, first, [second, ...rest].join('、'));
  if (what === '撤回') {
    const last = on.last();
    if (last !== undefined)
      await on.hear({ kind: 'recall', at, room: last.room, contact: last.contact, message: last.id });
    return;
  }
  if (what === '重发') {
    const last = on.last();
    if (last !== undefined) await on.hear(last);
    return;
  }
  if (what === '换号') return renumbered(on, first);
  if (what === '改群名') return retitled(on, first, second);
  return happenMore(on, what, contact, words);
}

async function happenMore(on: Stage, what: string, contact: string, words: Event['words']): Promise<void> {
  const [first = '', second = '', third = ''] = words;
  if (what === '改群昵称') return renamed(on, contact, second, third);
  if (what === '移出') return putOut(on, second);
  if (what === '除名') return dropped(on, first);
  throw new Error(`no such event: ${what}`);
}

async function joined(on: Stage, contact: string, topic: string): Promise<void> {
  const room = on.cast.roomOf(topic) ?? on.cast.addRoom(topic);
  on.street.groups.set(room, { id: room, topic, members: new Map([[contact, on.cast.nameOf(contact)]]) });
  await on.hear({
    kind: 'joined',
    at: on.clock.now(),
    room,
    topic,
    by: contact,
    contacts: ['bot'],
    self: true,
  });
}

/** `教育局-张三、李四` in a group: who is in it, under which shown name. */
function named(on: Stage, place: string, names: string): void {
  const room = on.cast.roomOf(place);
  const group = room === null || room === undefined ? undefined : on.street.groups.get(room);
  if (group === undefined) throw new Error(`no such group: ${place}`);
  for (const shownName of names.split('、')) {
    const bare = shownName.replace(/^.*[-—_]/u, '').replace(/[（(].*$/u, '');
    group.members.set(on.cast.contactOf(bare, ''), shownName);
  }
}

async function renumbered(on: Stage, place: string): Promise<void> {
  const old = on.cast.roomOf(place);
  const group = old === null || old === undefined ? undefined : on.street.groups.get(old);
  if (old === null || old === undefined || group === undefined) throw new Error(`no such group: ${place}`);
  const id = `again-${old}`;
  on.street.groups.delete(old);
  on.street.groups.set(id, { id, topic: group.topic, members: group.members });
  on.cast.renumber(place, id);
}

async function retitled(on: Stage, place: string, topic: string): Promise<void> {
  const room = on.cast.roomOf(place);
  const group = room === null || room === undefined ? undefined : on.street.groups.get(room);
  if (room === null || room === undefined || group === undefined) throw new Error(`no such group: ${place}`);
  group.topic = topic;
  await on.hear({ kind: 'topic', at: on.clock.now(), room, topic });
}

/** Somebody shows another name in a group. */
function renamed(on: Stage, contact: string, place: string, name: string): void {
  const room = on.cast.roomOf(place) ?? '';
  on.street.groups.get(room)?.members.set(contact, name);
}

async function putOut(on: Stage, place: string): Promise<void> {
  const room = on.cast.roomOf(place) ?? '';
  await on.hear({ kind: 'left', at: on.clock.now(), room, contacts: ['bot'], self: true });
}

/** The roster is reloaded without somebody. */
async function dropped(on: Stage, name: string): Promise<void> {
  const facts = on.program.house.facts();
  const gone = facts.roster.people.filter((person) => person.name === name).map(({ id }) => id);
  const people = facts.roster.people.filter(({ id }) => !gone.includes(id));
  const roster = { units: facts.roster.units, people };
  await on.reload({ ...facts, roster }, [`减少：${name}`], gone);
}

async function act(on: Stage, line: Numbered): Promise<void> {
  if (line.kind === 'say' && line.media !== undefined) await on.show(line.who, line.at, line.media);
  else if (line.kind === 'say') await on.say(line.who, line.at, line.text, line.quote ?? undefined);
  else if (line.kind === 'event') await happen(on, line);
  else if (line.kind === 'until') await on.forward(line.at);
  else if (line.kind === 'advance') await on.forward(on.clock.now() + line.ms);
  else if (line.kind === 'outage') await on.outage(line.ms);
  else
    throw new Error(`line ${line.n} cannot be read: ${line.kind === 'unreadable' ? line.text : line.kind}`);
}

/** Plays lines on a stage. */
export async function playOn(on: Stage, lines: readonly Numbered[]): Promise<void> {
  const unheard = new Unheard();
  for (const line of lines) {
    if (line.kind === 'expect') {
      const came = shown(on, unheard.all);
      expect(
        unheard.take(on, line.at, line.text),
        `line ${line.n}: expected 机器人@${line.at} < ${line.text}\nbut came:\n${came}`,
      ).toBe(true);
    } else if (line.kind === 'absent')
      expect(shown(on, unheard.all), `line ${line.n}: expected nothing with ${line.text}`).not.toContain(
        line.text,
      );
    else if (line.kind === 'silence')
      expect(shown(on, unheard.all), `line ${line.n}: expected silence`).toBe('');
    else {
      await act(on, line);
      unheard.reset(on.fresh());
    }
  }
}

export async function playScene(scene: Scene): Promise<void> {
  await playOn(await stage({ bare: scene.bare }), scene.lines);
}
