/** Remembers, in memory only, who was lately called by a colleague: a bare 收到 may answer him instead of the bot. */
import type { HeardMessage } from '../core/ports.ts';

/** Conversations remembered at most; the oldest go first. */
export const QUOTED_ACROSS = 2_000;
/** People remembered in one of them at most, and characters of a shown name: anybody can quote anything. */
const CALLED_MOST = 500;
const NAME_MOST = 64;

export interface Calls {
  /** When somebody else last mentioned or quoted this message's sender here. */
  readonly since: (message: HeardMessage) => number | null;
  readonly note: (message: HeardMessage) => void;
}

/** The sender a quote names: `「张三：…」` arrives with the name first. */
const quotedName = (quoted: string): string => quoted.slice(0, NAME_MOST).split(/[:：]/u)[0]?.trim() ?? '';

/** Whom a message calls: contacts it mentions, and the shown name it quotes. */
const calledBy = (message: HeardMessage): readonly string[] =>
  [...message.mentions, ...(message.quoted === null ? [] : [`=${quotedName(message.quoted)}`])].filter(
    (one) => one !== message.contact && one !== `=${message.name}`,
  );

/** Puts an entry last and lets the first go when there are too many. */
function remember<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

export function calls(most: number): Calls {
  const rooms = new Map<string, Map<string, number>>();
  return {
    since: (message) => {
      const room = message.room === null ? undefined : rooms.get(message.room);
      return room?.get(message.contact) ?? room?.get(`=${message.name}`) ?? null;
    },
    note: (message) => {
      const called = calledBy(message);
      if (message.room === null || called.length === 0) return;
      const room = rooms.get(message.room) ?? new Map<string, number>();
      remember(rooms, message.room, room, most);
      for (const one of called) remember(room, one, Math.max(message.at, room.get(one) ?? 0), CALLED_MOST);
    },
  };
}
