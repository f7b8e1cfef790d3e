/** The pure parts behind the gateway: quotes, order, patience, and what became of a send. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnswer, NeverLeft, outcomeOf, troubleOf } from '../../src/adapters/wechaty/faults.ts';
import { Names } from '../../src/adapters/wechaty/names.ts';
import { InOrder, Lanes } from '../../src/adapters/wechaty/order.ts';
import { gather, patiently, within } from '../../src/adapters/wechaty/patience.ts';
import { addressOf } from '../../src/adapters/wechaty/probe.ts';
import { readQuote } from '../../src/adapters/wechaty/quote.ts';
import { instantOf, readMessage, withoutOwnName } from '../../src/adapters/wechaty/reading.ts';
import type { Wire } from '../../src/adapters/wechaty/wire.ts';

describe('quotes', () => {
  test.each([
    ['「王芳：请报送」\n- - - - - - - - - - - - - - -\n收到', '请报送', '收到'],
    ['「王芳：一\n二\n三」\n- - - - - - - - - - - - - - -\n收到\n好的', '一\n二\n三', '收到\n好的'],
    ['「王芳: 请报送」\r\n------\r\n收到', '请报送', '收到'],
    ['「王芳：请报送」\n———————\n收到', '请报送', '收到'],
    ['“王芳：请报送”\n- - -\n收到', '请报送', '收到'],
    ['这是一条引用/回复消息：\n"王芳：\n请报送"\n------\n收到', '请报送', '收到'],
    ['「王芳：「李四：在」\n- - - - -\n好」\n- - - - -\n收到', '「李四：在」\n- - - - -\n好', '收到'],
    ['「[图片]」\n- - - - -\n收到', '[图片]', '收到'],
  ])('%j', (raw, quoted, text) => {
    expect(readQuote(raw)).toEqual({ quoted, text });
  });

  test.each([
    '收到',
    '「作风建设」年活动方案',
    '「王芳：请报送」\n收到',
    '「王芳：请报送\n- - - - -\n收到',
    '- - - - -\n收到',
    '「」',
    '',
  ])('%j quotes nothing', (raw) => {
    expect(readQuote(raw)).toEqual({ quoted: null, text: raw });
  });

  test('whatever is quoted, without its own dashed line, comes back as it was', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((one) => one.trim());
    const calm = text.filter((one) => one !== '' && !/[\r\n]/u.test(one));
    fc.assert(
      fc.property(calm, calm, (original, reply) => {
        const raw = `「张三：${original}」\n- - - - - - - - - - - - - - -\n${reply}`;
        expect(readQuote(raw)).toEqual({ quoted: original, text: reply });
      }),
    );
  });

  test('a long text that only looks like a quote is read in no time', () => {
    const began = performance.now();
    readQuote(`「${'- - -\n'.repeat(50_000)}`);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('reading', () => {
  const now = Date.UTC(2026, 8, 22);
  const payload = { id: 'm', talkerId: 'li', text: '在', timestamp: now, type: 7, roomId: 'r' };

  test('times in seconds and in ms are the same time; none is now', () => {
    expect(instantOf(1_790_000_000, now)).toBe(1_790_000_000_000);
    expect(instantOf(1_790_000_000_123, now)).toBe(1_790_000_000_123);
    expect([0, -1, Number.NaN, undefined].map((one) => instantOf(one, now))).toEqual([now, now, now, now]);
  });

  test('our own messages and those nobody said are not heard', () => {
    expect(readMessage(payload, 'li', now)).toBeNull();
    expect(readMessage({ ...payload, talkerId: '' }, 'bot', now)).toBeNull();
  });

  test('empty ids among the mentioned are left out', () => {
    expect(readMessage({ ...payload, mentionIdList: ['', 'bot'] }, 'bot', now)).toMatchObject({
      mentions: ['bot'],
    });
  });

  test('a message without end is cut', () => {
    const read = readMessage({ ...payload, text: '长'.repeat(1e6) }, 'bot', now);
    expect(read?.kind === 'message' && read.text.length).toBe(20_000);
  });

  test('the longer of two own names is taken out whole', () => {
    expect(withoutOwnName('@督查助手小督\u2005在吗', ['督查助手', '督查助手小督', ''])).toEqual({
      text: '在吗',
      called: true,
    });
    expect(withoutOwnName('@所有人 开会', ['督查助手'])).toEqual({ text: '@所有人 开会', called: false });
  });
});

describe('order', () => {
  const ticks = async (n: number): Promise<void> => {
    for (let tick = 0; tick < n; tick++) await Promise.resolve();
  };

  test('however long each takes, results come in the order they were put in, and no more load at once than may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 5 }), async (delays, limit) => {
        const out: number[] = [];
        let loading = 0;
        let most = 0;
        const order = new InOrder<number>(limit, (value) => out.push(value));
        for (const [at, delay] of delays.entries())
          order.put(async () => {
            most = Math.max(most, ++loading);
            await ticks(delay);
            loading--;
            return at;
          });
        await ticks(25 * delays.length + 25);
        expect(out).toEqual([...delays.keys()]);
        expect(most).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('one conversation waits for its own and for no other', async () => {
    const out: string[] = [];
    const lanes = new Lanes<string>((value) => out.push(value));
    let answer: (value: string) => void = () => undefined;
    lanes.run('a', () => new Promise<string>((resolve) => (answer = resolve)));
    lanes.run('a', () => 'a2');
    lanes.run('b', () => 'b1');
    expect(out).toEqual(['b1']);
    answer('a1');
    await ticks(10);
    expect(out).toEqual(['b1', 'a1', 'a2']);
  });
});

describe('patience', () => {
  const wire = (more: Partial<Wire> = {}): Wire => ({ heardAt: 0, trouble: undefined, ...more }) as Wire;
  const unavailable = { code: 14, details: 'Connection dropped' };

  test('what was asked just before an outage is asked again on the next wire', async () => {
    const wires = [wire({ trouble: 'dropped' }), wire({ trouble: 'silent' }), wire()];
    const asked = patiently(
      async () => wires.shift() ?? null,
      async (now) => {
        if (now.trouble !== undefined) throw unavailable;
        return '在';
      },
    );
    expect(await asked).toBe('在');
  });

  test('no is an answer, and no wire is the end', async () => {
    let asked = 0;
    const refuse = async (): Promise<never> => {
      asked++;
      throw { code: 2, details: 'no message' };
    };
    expect(await patiently(async () => wire(), refuse)).toBeUndefined();
    expect(asked).toBe(1);
    expect(await patiently(async () => null, refuse)).toBeUndefined();
    expect(asked).toBe(1);
  });

  test('a gateway that lives and leaves one question open is not asked for ever', async () => {
    let asked = 0;
    const open = async (): Promise<never> => {
      asked++;
      throw { code: 4, details: 'Deadline exceeded' };
    };
    expect(await patiently(async () => wire({ heardAt: Number.POSITIVE_INFINITY }), open)).toBeUndefined();
    expect(asked).toBe(2);
  });

  test('a wait has an end, and a failure a value', async () => {
    expect(await within(1, new Promise<string>(() => undefined), 'late')).toBe('late');
    expect(await within(1_000, Promise.reject(new Error('no')), 'failed')).toBe('failed');
    expect(await within(1_000, Promise.resolve('done'), 'late')).toBe('done');
  });

  test('of a list, what fails is left out and the rest keeps its order', async () => {
    const odd = async (n: number): Promise<number> => {
      if (n % 2 === 0) throw new Error('even');
      return n;
    };
    expect(await gather([1, 2, 3, 4, 5], 2, odd)).toEqual([1, 3, 5]);
    expect(await gather([], 8, odd)).toEqual([]);
  });
});

describe('names', () => {
  test('a name that changes while it is asked for is not kept as it was', async () => {
    const names = new Names();
    const answers = ['旧名', '新名'];
    const wire = {
      onDirty: () => undefined,
      contactPayload: async () => {
        const name = answers.shift() ?? '?';
        if (name === '旧名') names.forget('li');
        return { name };
      },
    } as unknown as Wire;
    expect(await names.ask(wire, null, 'li')).toBe('新名');
    expect(names.get(null, 'li')).toBe('新名');
    names.forget('li');
    expect(names.get(null, 'li')).toBeUndefined();
  });
});

describe('faults', () => {
  const failed = (why: string) => ({ state: 'failed', why });
  test.each([
    [{ code: 14, details: 'No connection established. Last error: connect ECONNREFUSED' }, failed('offline')],
    [{ code: 14, details: 'Channel closed before call started' }, failed('offline')],
    [new Error('no grpc manager'), failed('offline')],
    [{ code: 16, details: 'Invalid Wechaty TOKEN' }, failed('offline')],
    [{ code: 14, details: 'Connection dropped' }, { state: 'unknown' }],
    [{ code: 14, details: 'read ECONNRESET' }, { state: 'unknown' }],
    [{ code: 4, details: 'Deadline exceeded after 10s' }, { state: 'unknown' }],
    [{ code: 1, details: 'Cancelled on client' }, { state: 'unknown' }],
    [{ code: 13, details: 'Received RST_STREAM with code 2 (Internal server error)' }, { state: 'unknown' }],
    [{ code: 2, details: 'Error: request timed out' }, { state: 'unknown' }],
    [{ code: 13, details: 'WorkproErrorCode: 20001' }, failed('throttled')],
    [{ code: 2, details: 'Error: 操作过于频繁，请稍后再试' }, failed('throttled')],
    [{ code: 8, details: 'quota' }, failed('throttled')],
    [{ code: 8, details: 'Sent message larger than max' }, failed('refused')],
    [{ code: 13, details: 'Error: room not found\n at send (bot.js:20:1)' }, failed('refused')],
    [{ code: 12, details: 'unimplemented' }, failed('refused')],
    [new NeverLeft('upload', { cause: { code: 4, details: '' } }), failed('offline')],
    [new NeverLeft('upload', { cause: { code: 2, details: '频繁' } }), failed('throttled')],
    ['?', { state: 'unknown' }],
  ])('a send that ended in %o', (error, sent) => {
    expect(outcomeOf(error)).toEqual(sent);
  });

  test('a lost connection is no answer, the gateway’s own exception is', () => {
    expect(isAnswer({ code: 14, details: '' })).toBe(false);
    expect(isAnswer(new Error('no grpc manager'))).toBe(false);
    expect(isAnswer({ code: 2, details: 'no message x' })).toBe(true);
  });

  test('why there is no line', () => {
    expect(troubleOf({ code: 16, details: '' })).toBe('refused');
    expect(troubleOf({ code: 14, details: '' })).toBe('unreachable');
    expect(troubleOf({ code: 4, details: '' })).toBe('silent');
    expect(troubleOf(new Error('Wechaty Puppet Service requires a SNI as prefix'))).toBe('refused');
    expect(troubleOf(new TypeError('x'))).toBe('broken');
  });

  test('addresses', () => {
    expect(addressOf('127.0.0.1:8788')).toEqual({ host: '127.0.0.1', port: 8788 });
    expect(addressOf('gateway.example.cn:443')).toEqual({ host: 'gateway.example.cn', port: 443 });
    expect(addressOf('[::1]:8788')).toEqual({ host: '::1', port: 8788 });
    for (const wrong of ['', 'host', 'host:', 'host:0', 'host:70000', ':80', 'a b:80'])
      expect(addressOf(wrong)).toBeNull();
  });
});
