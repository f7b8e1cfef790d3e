/** What follows when a message did not get through: somebody who can do something about it is told, once. */
import type { Change, Draft } from '../core/change.ts';
import type { Waiting } from '../core/outbox.ts';
import { inform, tell } from '../core/say.ts';
import { dayOf, MINUTE } from '../core/time.ts';
import { commit } from './commit.ts';
import type { House } from './house.ts';
import { APP } from './texts.ts';

export interface Failure {
  readonly kind: 'unknown' | 'dead' | 'unreachable' | 'held' | 'throttled';
  readonly row: Waiting;
  readonly why: string;
}

/** The first line, short enough to be recognised. */
function firstLine({ body }: Waiting): string {
  if ('text' in body) return (body.text.split('\n')[0] ?? '').slice(0, 40);
  if ('file' in body) return body.file.title;
  return 'evidence' in body ? body.evidence.name : '';
}

function nameOf(house: House, to: string): string {
  const { org } = house.know();
  const id = to.slice(to.indexOf(':') + 1);
  const fixed: Readonly<Record<string, string>> = { office: '督查群', leaders: '领导群', public: '公示群' };
  return fixed[to] ?? org.unit(id)?.name ?? org.person(id)?.name ?? '一个会话';
}

/** Whom the bot cannot reach privately it mentions once a day in his unit's room, without what must stay private. */
function viaRoom(house: House, row: Waiting, day: string): readonly Draft[] {
  const person = house.know().org.person(row.to.slice('person:'.length));
  const unit = person?.posts[0]?.unit;
  if (person === undefined || unit === undefined) return [];
  return [inform(`unit:${unit}`, `unreachable/${person.id}/${day}`, APP.unreachable({ names: person.name }))];
}

function inWords(why: string): string {
  if (why === 'missing') return APP.whyMissing();
  return why === 'refused' ? APP.whyRefused() : APP.whyInternal();
}

function followUp(house: House, { kind, row, why }: Failure): readonly Draft[] {
  const day = dayOf(house.doors.clock.now());
  const first = firstLine(row);
  const to = nameOf(house, row.to);
  if (kind === 'unreachable') return row.to.startsWith('person:') ? viaRoom(house, row, day) : [];
  // A problem with a message to the office cannot be told to the office.
  if (row.to === 'office') return [];
  if (kind === 'held')
    return [
      inform('office', `trial/${day}/${first.replaceAll(to, '')}`, APP.trial({ unit: to, first }), {
        priority: 'report',
      }),
    ];
  if (kind === 'throttled') {
    const minutes = Math.round(house.know().settings.limits.send.rest / MINUTE);
    return house
      .know()
      .org.everywhere('admin')
      .map((admin) => tell(`person:${admin.id}`, `throttled/${row.key}`, APP.throttled({ minutes })));
  }
  if (kind === 'unknown') return [tell('office', `unknown/${row.key}`, APP.unknownOutcome({ to, first }))];
  return [tell('office', `dead/${row.key}`, APP.given({ to, first, why: inWords(why) }))];
}

/** Drafts what follows and commits it. */
export async function after(house: House, failure: Failure): Promise<void> {
  house.doors.log.warn('message trouble', { key: failure.row.key, kind: failure.kind, why: failure.why });
  const say = followUp(house, failure);
  const change: Change = { say };
  if (say.length > 0) await commit(house, change, { id: `after/${failure.row.key}` });
}
