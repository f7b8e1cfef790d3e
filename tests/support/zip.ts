/** Writes a zip by hand, with sizes that may lie: what no honest writer can produce. */
export interface ZipPart {
  readonly name: string;
  /** Deflated bytes. */
  readonly data: Uint8Array;
  /** What it claims to become. */
  readonly size: number;
  /** What it claims to be packed, when that is a lie too. */
  readonly packed?: number;
  readonly flags?: number;
}

function header(part: ZipPart, signature: number, central: boolean, offset: number): Buffer {
  const { name, data, size, packed = data.length, flags = 0 } = part;
  const bytes = Buffer.alloc(central ? 46 : 30);
  const shift = central ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(flags, 6 + shift);
  bytes.writeUInt16LE(8, 8 + shift);
  bytes.writeUInt32LE(packed, 18 + shift);
  bytes.writeUInt32LE(size, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  if (central) bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const block = Buffer.concat([header(part, 0x04034b50, false, 0), part.data]);
    central.push(header(part, 0x02014b50, true, offset));
    local.push(block);
    offset += block.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}
