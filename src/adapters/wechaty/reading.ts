/** From the library's payloads to what the house hears: pure, one function an event. */
import { type payloads, types } from 'wechaty-puppet';
import type { Heard, HeardMessage } from '../../core/ports.ts';
import { readQuote } from './quote.ts';
import { TEXT_LIMIT } from './settings.ts';

/** A message whose sender's name is still to be asked for. */
export type Nameless = Omit<HeardMessage, 'name'>;
/** A recall, as it is heard. */
export type Recall = Extract<Heard, { readonly kind: 'recall' }>;

const { Message } = types;
const KINDS: Partial<Record<types.Message, HeardMessage['type']>> = {
  [Message.Text]: 'text',
  [Message.Image]: 'image',
  [Message.Attachment]: 'file',
};

/** Epoch ms from a time a gateway gave in seconds or in ms; `now` when it gave none. */
export function instantOf(timestamp: number | undefined, now: number): number {
  if (timestamp === undefined || !Number.isFinite(timestamp) || timestamp <= 0) return now;
  return Math.round(timestamp < 1e11 ? timestamp * 1000 : timestamp);
}

/** Reads a message; null for our own and for notices that nobody said. */
export function readMessage(
  payload: payloads.Message,
  account: string,
  now: number,
): Nameless | Recall | null {
  const contact = payload.talkerId;
  if (contact === '' || contact === account) return null;
  const known = { at: instantOf(payload.timestamp, now), room: payload.roomId || null, contact };
  const raw = (payload.text ?? '').slice(0, TEXT_LIMIT);
  if (payload.type === Message.Recalled) return { kind: 'recall', ...known, message: raw.trim() };
  const type = KINDS[payload.type] ?? 'other';
  // What comes as the text of a picture, a file or a card is markup, not what somebody said.
  const said = type === 'text' ? readQuote(raw) : { text: '', quoted: null };
  const mentions = 'mentionIdList' in payload ? (payload.mentionIdList ?? []) : [];
  return { kind: 'message', id: payload.id, ...known, type, mentions: mentions.filter(Boolean), ...said };
}

/**
 * Takes the bot's own name after an @ out of a text: nobody needs it, and not every client tells whom it mentions.
 * Answers the rest and whether the name was there.
 */
export function withoutOwnName(text: string, names: readonly string[]): { text: string; called: boolean } {
  const longestFirst = names.filter(Boolean).toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, name) => left.replaceAll(`@${name}`, ''), text);
  return rest === text
    ? { text, called: false }
    : { text: rest.replaceAll('\u2005', ' ').trim(), called: true };
}
