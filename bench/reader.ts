/** Whereabouts messages a second on one core, by roster and by length, beside one regular expression a status. */
import { readFileSync } from 'node:fs';
import { shippedCalendar } from '../src/adapters/calendar/calendar.ts';
import { createLanguage } from '../src/adapters/language/language.ts';
import { mayBeWhereabouts } from '../src/features/whereabouts/reader/may-be.ts';
import { indexMembers } from '../src/features/whereabouts/reader/members.ts';
import { readWhereabouts } from '../src/features/whereabouts/reader/read.ts';

interface Line {
  readonly text: string;
  readonly sentAt: string;
  readonly sender: string;
  readonly unitMembers: readonly string[];
}

/** What a first version of such a bot does: no people, no days, the first status that matches. */
const NAIVE: readonly (readonly [string, RegExp])[] = [
  ['leave', /请假|病假|事假|年假|休假|产假/u],
  ['rest', /调休|补休|轮休/u],
  ['seconded', /借调|抽调/u],
  ['duty', /值班|带班/u],
  ['training', /培训|学习/u],
  ['meeting', /开会|会议/u],
  ['trip', /出差/u],
  ['field', /下乡|入户|走访|下村/u],
  ['out', /外出/u],
  ['present', /在岗|在单位/u],
];

const know = { calendar: shippedCalendar(), language: createLanguage() };
const lines = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** Messages a second in the best round of two seconds: a crowded machine slows the others down. */
function speed<T>(messages: readonly T[], read: (message: T) => unknown): number {
  const round = (): number => {
    const from = performance.now();
    for (const message of messages) read(message);
    return performance.now() - from;
  };
  let best = round();
  for (const from = performance.now(); performance.now() - from < 2_000; ) best = Math.min(best, round());
  return Math.round((messages.length / best) * 1_000);
}

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞凤琴鹏'];

/** Names that are all different: the surnames and two characters counted up. */
const rosterOf = (size: number): readonly string[] =>
  Array.from({ length: size }, (_, n) => {
    const [first, second] = [Math.floor(n / SURNAMES.length), Math.floor(n / SURNAMES.length / GIVEN.length)];
    return [SURNAMES[n % SURNAMES.length], GIVEN[first % GIVEN.length], GIVEN[second % GIVEN.length]].join(
      '',
    );
  });

/** Pieces that, repeated, make the texts that cost most. */
const HEAVY = ['王伟年假', '今天的', '的年假', '其余年假', '我在县里', '9月22日下乡,', '的?', '去在到', '9'];

/** The slowest text of 5,000 signs, each the best of ten readings; milliseconds. */
function slowest(read: (text: string) => unknown): number {
  const times = HEAVY.map((piece) => {
    const text = piece.repeat(5_000).slice(0, 5_000);
    const runs = Array.from({ length: 10 }, () => {
      const from = performance.now();
      read(text);
      return performance.now() - from;
    });
    return Math.min(...runs);
  });
  return Math.round(Math.max(...times) * 10) / 10;
}

/** The figures. */
export async function run(): Promise<Record<string, unknown>> {
  const rows = lines('tests/features/whereabouts/dev-corpus.jsonl').map((line) => JSON.parse(line) as Line);
  const own = rows[0]?.unitMembers ?? [];
  const bySize = (size: number): number => {
    const names = [...new Set([...own, ...rosterOf(size)])].slice(0, size);
    const members = indexMembers(names, know.language);
    return speed(rows, ({ text, sentAt }) =>
      readWhereabouts({ text, sentAt: Date.parse(sentAt), sender: names[0] ?? '', members }, know),
    );
  };
  const members = indexMembers(own, know.language);
  const read = (text: string): unknown =>
    readWhereabouts({ text, sentAt: 1_790_000_000_000, sender: own[0] ?? '', members }, know);
  const talk = lines('tests/talk/ordinary.txt');
  const ofLength = (least: number, most: number): number =>
    speed(
      rows.map(({ text }) => text).filter(({ length }) => length >= least && length < most),
      read,
    );
  // The first seconds of a process are the compiler's.
  for (let n = 0; n < 3; n += 1) bySize(20);
  return {
    messagesPerSecond: { roster20: bySize(20), roster200: bySize(200), roster2000: bySize(2_000) },
    messagesPerSecondByLength: { to20: ofLength(0, 20), to60: ofLength(20, 60), over60: ofLength(60, 5_000) },
    ordinaryTalkPerSecond: speed(talk, read),
    firstLookMicroseconds: Math.round(1e8 / speed(talk, (text) => mayBeWhereabouts(text, know))) / 100,
    slowestOf5000SignsMs: slowest(read),
    naiveRegexesPerSecond: speed(rows, ({ text }) => NAIVE.find(([, cue]) => cue.test(text))?.[0]),
  };
}
