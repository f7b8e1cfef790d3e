/** Who was called by a colleague: the newest call counts, and nobody can fill the memory with made-up quotes. */
import { expect, it } from 'vitest';
import { calls } from '../../src/app/calls.ts';
import type { HeardMessage } from '../../src/core/ports.ts';

const message = (more: Partial<HeardMessage>): HeardMessage => ({
  ...{ kind: 'message', id: 'm', at: 1, room: 'r', contact: 'a', name: '甲', text: '' },
  ...{ mentions: [], quoted: null, type: 'text' },
  ...more,
});

it('keeps the newest call when an older one is delivered after it', () => {
  const known = calls(10);
  known.note(message({ at: 200, mentions: ['b'] }));
  known.note(message({ at: 100, mentions: ['b'] }));
  expect(known.since(message({ contact: 'b', name: '乙' }))).toBe(200);
});

it('lets the oldest go, in one room and across rooms', () => {
  const known = calls(2);
  known.note(message({ at: 1, quoted: '乙：好' }));
  for (let n = 0; n < 499; n += 1) known.note(message({ at: 2, quoted: `名${n}：好` }));
  expect(known.since(message({ contact: 'b', name: '乙' }))).toBe(1);
  known.note(message({ at: 3, quoted: '丙：好' }));
  expect(known.since(message({ contact: 'b', name: '乙' }))).toBeNull();
  expect(known.since(message({ contact: 'c', name: '丙' }))).toBe(3);
  for (const room of ['s', 't']) known.note(message({ room, quoted: '乙：好' }));
  expect(known.since(message({ contact: 'c', name: '丙' }))).toBeNull();
});
