/** Takes a checkpoint that is not as it was written apart, line by line. */
import { headSchema, type PageRow, rowSchema } from './page.ts';

/** What can be read of a broken page. Not its seq: with a broken seal a changed digit there cannot be told. */
export interface Salvage {
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

/** How every row begins. In a text the quotes would be escaped, so it stands nowhere else. */
const ROW = Buffer.from('{"table":');

/** The pieces of a file with their offsets: lines, and rows that lost the line end between them. */
function* piecesOf(bytes: Buffer): Generator<{ readonly byte: number; readonly piece: Buffer }> {
  for (let byte = 0; byte < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, byte);
    const line = newline === -1 ? bytes.length : newline;
    const row = bytes.indexOf(ROW, byte + 1);
    const merged = row !== -1 && row < line;
    // The byte in front of a row that follows without a line end was that line end.
    yield { byte, piece: bytes.subarray(byte, merged ? row - 1 : line) };
    byte = merged ? row : line + 1;
  }
}

const isHead = (piece: Buffer): boolean =>
  headSchema.extend({ rows: rowSchema.array() }).safeParse(parsed(piece, ']}')).success;
const isEnd = (piece: Buffer): boolean => piece.toString('latin1').startsWith('],"crc"');

/** Never throws: what is not whole in itself is counted and left out. */
export function salvage(bytes: Buffer): Salvage {
  const rows: PageRow[] = [];
  const broken: number[] = [];
  for (const { byte, piece } of piecesOf(bytes)) {
    const row = rowSchema.safeParse(parsed(piece.at(-1) === COMMA ? piece.subarray(0, -1) : piece));
    if (row.success) rows.push(row.data);
    else if (byte === 0 ? !isHead(piece) : !isEnd(piece)) broken.push(byte);
  }
  return { rows, lost: broken.length, byte: broken[0] ?? 0 };
}
