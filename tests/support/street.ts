/** A fake chat in process: what people say goes straight to the program, what the bot sends is written down. */
import { mediaMark } from '../../src/adapters/sandbox/pictures.ts';
import type {
  Chat,
  Clock,
  Destination,
  Fetched,
  HeardMessage,
  MemberSeen,
  Parcel,
  Sent,
} from '../../src/core/ports.ts';

export interface Spoken {
  readonly to: Destination;
  readonly text: string;
  readonly file: Uint8Array | null;
  readonly mentions: readonly string[];
  readonly at: number;
}

export interface Group {
  id: string;
  topic: string;
  readonly members: Map<string, string>;
}

export interface Street {
  readonly chat: Chat;
  readonly spoken: Spoken[];
  readonly groups: Map<string, Group>;
  /** What the next sends are answered with, instead of `sent`. */
  readonly answers: Sent[];
  readonly accepted: string[];
  /** What the next fetches are answered with, instead of what was sent. */
  readonly fetches: Fetched[];
  /** What came with a message, by its id. */
  readonly sentFiles: Map<string, Fetched>;
  readonly message: (
    contact: string,
    name: string,
    room: string | null,
    text: string,
    more?: Partial<HeardMessage>,
  ) => HeardMessage;
}

export function street(clock: Clock): Street {
  const spoken: Spoken[] = [];
  const groups = new Map<string, Group>();
  const answers: Sent[] = [];
  const accepted: string[] = [];
  const fetches: Fetched[] = [];
  const sentFiles = new Map<string, Fetched>();
  let count = 0;
  const write = (to: Destination, parcel: Parcel): string => {
    const text = 'text' in parcel ? parcel.text : mediaMark(parcel.file.name);
    const mentions = 'text' in parcel ? (parcel.mentions ?? []) : [];
    spoken.push({ to, text, file: 'file' in parcel ? parcel.file.bytes : null, mentions, at: clock.now() });
    count += 1;
    return `bot-${count}`;
  };
  const members = (room: string): readonly MemberSeen[] =>
    [...(groups.get(room)?.members ?? [])].map(([contact, name]) => ({ contact, name }));
  const chat: Chat = {
    send: async (to, parcel) => {
      const answer = answers.shift();
      if (answer !== undefined && answer.state !== 'sent') return answer;
      return { state: 'sent', id: write(to, parcel) };
    },
    fetch: async (message) => fetches.shift() ?? sentFiles.get(message) ?? { state: 'failed', why: 'gone' },
    rooms: async () => [...groups.values()].map(({ id, topic }) => ({ id, topic })),
    members: async (room) => members(room),
    accept: async (what, id) => {
      accepted.push(`${what}:${id}`);
      return true;
    },
    leave: async (room) => groups.delete(room),
  };
  return {
    chat,
    spoken,
    groups,
    answers,
    accepted,
    fetches,
    sentFiles,
    message: (contact, name, room, text, more = {}) => {
      count += 1;
      const shown = room === null ? name : (groups.get(room)?.members.get(contact) ?? name);
      return {
        kind: 'message',
        id: `m-${count}`,
        at: clock.now(),
        room,
        contact,
        name: shown,
        text,
        quoted: null,
        mentions: [],
        type: 'text',
        ...more,
      };
    },
  };
}
