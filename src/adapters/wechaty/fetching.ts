/** Gets what came with a message over the wire, bounded in time and size. */
import { addAbortSignal, type Readable } from 'node:stream';
import { type FileBoxInterface, FileBoxType } from 'file-box';
import { types } from 'wechaty-puppet';
import type { Fetched } from '../../core/ports.ts';
import type { FileLimits } from '../../core/settings.ts';
import { isAnswer, unfetched } from './faults.ts';
import type { Wire } from './wire.ts';

const { Image, Message } = types;
const NAME_MOST = 120;

type Failed = Extract<Fetched, { readonly state: 'failed' }>;
const failed = (why: Failed['why']): Failed => ({ state: 'failed', why });

/** Fetches a message's picture or file; never throws. */
export async function fetchFile(wire: Wire, message: string, limits: FileLimits): Promise<Fetched> {
  const began = performance.now();
  const end = new AbortController();
  const late = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => reject(end.signal.reason));
  });
  const timer = setTimeout(() => end.abort(new Error('too slow')), limits.wait);
  try {
    return await Promise.race([fetched(wire, message, limits.mostBytes, end.signal), late]);
  } catch (error) {
    // A frozen gateway is a line that is about to be lost; one that is alive has only failed with this file.
    const alive = wire.trouble === undefined && (!end.signal.aborted || wire.heardAt > began);
    return failed(unfetched(error, alive));
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}

async function fetched(wire: Wire, message: string, most: number, signal: AbortSignal): Promise<Fetched> {
  const type = await typeOf(wire, message);
  if (type === undefined) return failed('gone');
  const box = await boxOf(wire, message, type);
  if (box.size > most) return failed('too-large');
  const bytes =
    box.type === FileBoxType.Url
      ? await downloaded(box, most, signal)
      : await collected(addAbortSignal(signal, await box.toStream()), most);
  if (!Buffer.isBuffer(bytes)) return failed(bytes);
  return bytes.length === 0 ? failed('gone') : { state: 'done', bytes, name: nameOf(box.name) };
}

/** Undefined when the gateway no longer knows the message. */
async function typeOf(wire: Wire, message: string): Promise<types.Message | undefined> {
  try {
    return (await wire.messagePayload(message)).type;
  } catch (error) {
    if (isAnswer(error)) return undefined;
    throw error;
  }
}

/** A picture is asked for at its full size first; what a gateway does not offer it answers with no. */
async function boxOf(wire: Wire, message: string, type: types.Message): Promise<FileBoxInterface> {
  for (const size of type === Message.Image ? [Image.Artwork, Image.HD] : []) {
    try {
      return await wire.messageImage(message, size);
    } catch (error) {
      if (!isAnswer(error)) throw error;
    }
  }
  return wire.messageFile(message);
}

/** The whole stream, or `too-large` as soon as it is. */
async function collected(stream: Readable, most: number): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // Leaving the loop destroys the stream.
    if (size > most) return 'too-large';
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

// The library's own way would take the page that says “not found” for the picture.
async function downloaded(
  box: FileBoxInterface,
  most: number,
  signal: AbortSignal,
): Promise<Buffer | 'too-large' | 'gone' | 'refused'> {
  const url = 'remoteUrl' in box ? String(box.remoteUrl) : '';
  if (!/^https?:\/\//iu.test(url)) return 'refused';
  const answer = await fetch(url, { signal });
  if ([403, 404, 410].includes(answer.status)) return 'gone';
  if (!answer.ok || answer.body === null) return 'refused';
  if (Number(answer.headers.get('content-length') ?? 0) > most) return 'too-large';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > most) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The file's own name, without anything that could mean a folder or upset a screen. */
function nameOf(name: string): string {
  const last = name
    .replace(/^.*[\\/]/su, '')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .trim();
  return last.slice(-NAME_MOST);
}
