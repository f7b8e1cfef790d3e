/** The demo county on the fake WeChat: its people, its rooms, and what a line of a dialogue makes happen there. */

import type { Line } from '../adapters/sandbox/dialogue.ts';
import { type FakeWechat, fakeWechat } from '../adapters/sandbox/fake-wechat.ts';
import type { ManualClock } from '../adapters/sandbox/manual-clock.ts';
import { bytesOf, mediaMark } from '../adapters/sandbox/pictures.ts';
import type { Destination, Parcel } from '../core/ports.ts';
import type { Roster } from '../core/roster.ts';
import { type Cast, castOf, contactId } from './cast.ts';
import { roomsOf } from './county.ts';
import { type Acted, happen } from './events.ts';

export interface Town {
  readonly wechat: FakeWechat;
  readonly cast: Cast;
  /** Makes a line happen; answers which event of the bot to wait for, or what is wrong with the line. */
  readonly act: (line: Say | Event) => Acted;
  readonly onBotSaid: (listener: (place: string, parcel: Parcel) => void) => void;
}

type Say = Extract<Line, { kind: 'say' }>;
type Event = Extract<Line, { kind: 'event' }>;
interface Sent {
  readonly id: string;
  readonly to: Destination;
  readonly text: string;
}

const sameTalk = (to: Destination, room: string | null, contact: string): boolean =>
  'room' in to ? to.room === room : room === null && to.contact === contact;

/** Builds the county's WeChat: everybody a friend of the bot, every room with its people in it. */
export function townOf(roster: Roster, clock: ManualClock): Town {
  const wechat = fakeWechat(clock);
  const cast = castOf(roster);
  const said: Sent[] = [];
  const known = new Set<string>();
  for (const person of roster.people) wechat.addContact({ id: contactId(person), name: person.name });
  for (const { id, topic, people } of roomsOf(roster))
    wechat.addRoom({ id, topic, members: people.map((id) => `wxid_${id}`) });
  wechat.onSend(
    (to, parcel, id) =>
      void said.push({ id, to, text: 'text' in parcel ? parcel.text : mediaMark(parcel.file.name) }),
  );
  let last: string | undefined;

  const contactFor = (who: string, at: string): string => {
    const contact = cast.contactOf(who, at);
    if (roster.people.some((person) => contactId(person) === contact) || known.has(contact)) return contact;
    known.add(contact);
    wechat.addContact({ id: contact, name: who });
    return contact;
  };

  const say = (line: Say): Acted => {
    const room = cast.roomOf(line.at);
    if (room === undefined) return { wrong: `没有“${line.at}”这个群` };
    const contact = contactFor(line.who, line.at);
    const quoted =
      line.quote === null
        ? undefined
        : said.findLast(({ to, text }) => sameTalk(to, room, contact) && text.includes(line.quote ?? ''));
    if (line.quote !== null && quoted === undefined)
      return { wrong: `这里没有含“${line.quote}”的消息可以引用` };
    const id =
      line.media === undefined
        ? wechat.say(contact, room, line.text, quoted === undefined ? {} : { quote: quoted.id })
        : wechat.sayFile(contact, room, { ...line.media, bytes: bytesOf(line.media.name) });
    last = id;
    return { await: id };
  };

  const scenery = { wechat, cast, contactFor: (who: string) => contactFor(who, ''), last: () => last };

  return {
    wechat,
    cast,
    act: (line) => (line.kind === 'say' ? say(line) : happen(scenery, line.what, line.words)),
    onBotSaid: (listener) => wechat.onSend((to, parcel) => listener(cast.placeOf(to), parcel)),
  };
}
