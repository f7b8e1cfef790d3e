/** Replies a second on one core, what ordinary talk costs beside them, and the slowest text of 5,000 signs. */
import { readFileSync } from 'node:fs';
import { createLanguage } from '../src/adapters/language/language.ts';
import { readReply } from '../src/features/reply/read.ts';
import type { ReplyMessage } from '../src/features/reply/reply.ts';

const OPEN = { openNotices: ['N2026-0107'], openFindings: ['F2026-0412', 'F2026-0413'], quoted: null };
const HEAVY = [
  '收到',
  '整改',
  '已整改，',
  '当天他没有整改不认收到延期三天',
  '0412认，0413不认；',
  '[强]',
  '👌',
  '好的',
  '请',
];

const lines = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

interface Line {
  readonly context: Pick<ReplyMessage, 'openNotices' | 'openFindings' | 'quoted'>;
  readonly text: string;
}

/** Messages a second of processor time, over a second and a half of rounds. */
function speed(messages: readonly ReplyMessage[], read: (message: ReplyMessage) => unknown): number {
  const until = performance.now() + 1500;
  for (const message of messages) read(message);
  const from = process.cpuUsage();
  let count = 0;
  while (performance.now() < until) {
    for (const message of messages) read(message);
    count += messages.length;
  }
  return Math.round((count / process.cpuUsage(from).user) * 1_000_000);
}

/** The figures. */
export function run(): Promise<object> {
  const { simplify } = createLanguage();
  const read = (message: ReplyMessage): unknown => readReply(message, { simplify });
  const replies = lines('tests/features/reply/own-corpus.jsonl').map((line): ReplyMessage => {
    const { context, text } = JSON.parse(line) as Line;
    return { ...context, text, role: 'head' };
  });
  const talk = (open: Line['context']): readonly ReplyMessage[] =>
    lines('tests/talk/ordinary.txt').map((text) => ({ ...open, text, role: 'staff' }));
  const slowest = HEAVY.map((piece) => {
    const message: ReplyMessage = { ...OPEN, text: piece.repeat(5000).slice(0, 5000), role: 'head' };
    const times = [1, 2, 3, 4, 5].map(() => {
      const from = process.cpuUsage();
      read(message);
      return process.cpuUsage(from).user / 1000;
    });
    return Math.min(...times);
  });
  return Promise.resolve({
    repliesPerSecond: speed(replies, read),
    talkPerSecondWithANotice: speed(
      talk({ openNotices: ['N2026-0107'], openFindings: [], quoted: null }),
      read,
    ),
    talkPerSecondWithFindings: speed(talk(OPEN), read),
    slowestOf5000SignsMs: Math.round(Math.max(...slowest) * 10) / 10,
  });
}
