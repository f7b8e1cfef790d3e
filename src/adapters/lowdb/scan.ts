/** Reads a journal from its bytes and says how far it can be trusted. */
import { type Head, headOf, type Line, lineOf } from './line.ts';

export interface Placed {
  readonly line: Line;
  /** Where the line begins. */
  readonly byte: number;
}

export interface Scan {
  /** `undefined` when even the header is damaged. */
  readonly head: Head | undefined;
  readonly lines: readonly Placed[];
  /** The seq of the last whole line, or the header's. */
  readonly last: number;
  /** Where the last whole line ends. */
  readonly end: number;
  /** `torn`: one unfinished line after `end`, whose commit was never acknowledged. `damaged`: more than that. */
  readonly state: 'whole' | 'torn' | 'damaged';
}

const NEWLINE = 10;

/** The header, or with `guess` what the first line says about it. */
function begin(bytes: Buffer, first: number, guess: boolean): Head | undefined {
  const head = headOf(bytes.subarray(0, first));
  if (head !== undefined || !guess) return head;
  const next = bytes.indexOf(NEWLINE, first) + 1;
  return { base: (lineOf(bytes.subarray(first, next))?.seq ?? 1) - 1, live: 0 };
}

/** Never throws; a line out of sequence counts as damaged. `guess` goes on without a header, for a repair. */
export function scan(bytes: Buffer, guess = false): Scan {
  const first = bytes.indexOf(NEWLINE) + 1;
  const head = begin(bytes, first, guess);
  if (head === undefined) return { head, lines: [], last: 0, end: 0, state: 'damaged' };
  const lines: Placed[] = [];
  let end = first;
  while (end < bytes.length) {
    const next = bytes.indexOf(NEWLINE, end) + 1;
    const line = next === 0 ? undefined : lineOf(bytes.subarray(end, next));
    const last = head.base + lines.length;
    if (line?.seq !== last + 1) {
      const alone = next === 0 || next === bytes.length;
      return { head, lines, last, end, state: alone ? 'torn' : 'damaged' };
    }
    lines.push({ line, byte: end });
    end = next;
  }
  return { head, lines, last: head.base + lines.length, end, state: 'whole' };
}
