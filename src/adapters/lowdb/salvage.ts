/** Takes a checkpoint that is not as it was written apart, line by line. */
import { headSchema, type PageRow, rowSchema } from './page.ts';

/** What can be read of a broken page. */
export interface Salvage {
  /** `undefined` when its first line cannot be read. */
  readonly seq: number | undefined;
  readonly rows: readonly PageRow[];
  /** Lines that hold no whole row. */
  readonly lost: number;
  /** Where the first of them begins; 0 when every line can be read and only the seal is broken. */
  readonly byte: number;
}

const NEWLINE = 10;
const COMMA = 44;
const strict = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Uint8Array, closing = ''): unknown {
  try {
    return JSON.parse(strict.decode(bytes) + closing);
  } catch {
    return undefined;
  }
}

/** The lines of a file with their offsets, without line ends. */
function* linesOf(bytes: Buffer): Generator<{ readonly byte: number; readonly line: Buffer }> {
  for (let byte = 0; byte < bytes.length; ) {
    const next = bytes.indexOf(NEWLINE, byte);
    const end = next === -1 ? bytes.length : next;
    yield { byte, line: bytes.subarray(byte, end) };
    byte = end + 1;
  }
}

const seqOf = (line: Buffer): number | undefined => {
  const found = headSchema.extend({ rows: rowSchema.array() }).safeParse(parsed(line, ']}'));
  return found.success ? found.data.seq : undefined;
};

/** Never throws: what is not whole in itself is counted and left out. */
export function salvage(bytes: Buffer): Salvage {
  const rows: PageRow[] = [];
  const broken: number[] = [];
  let seq: number | undefined;
  for (const { byte, line } of linesOf(bytes)) {
    if (byte === 0) seq = seqOf(line);
    const row = rowSchema.safeParse(parsed(line.at(-1) === COMMA ? line.subarray(0, -1) : line));
    if (row.success) rows.push(row.data);
    else if (byte === 0 ? seq === undefined : !line.toString('latin1').startsWith('],"crc"'))
      broken.push(byte);
  }
  return { seq, rows, lost: broken.length, byte: broken[0] ?? 0 };
}
