/** The sandbox's terminal: reads lines of the dialogue format, prints what the bot says, one block a message. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Numbered, readDialogue, readLine } from '../adapters/sandbox/dialogue.ts';
import { mediaMark } from '../adapters/sandbox/pictures.ts';
import type { Understood } from '../app/intake.ts';
import type { Parcel } from '../core/ports.ts';
import { dayOf, hmOf, MINUTE } from '../core/time.ts';
import { openSandbox, type Played, type Sandbox } from './sandbox.ts';
import { SANDBOX_TEXTS as TEXTS } from './sandbox-texts.ts';

export interface TerminalOptions {
  readonly configDir: string;
  readonly input: Readable;
  readonly output: Writable;
  /** A person sits there: greet, prompt, and say what became of lines that got no answer. */
  readonly interactive: boolean;
  /** Write the lines read into the output too, so that it is a whole transcript. */
  readonly echo: boolean;
  readonly logLevel?: string;
}

/** One message as a block of the dialogue format: continued lines are indented. */
export const block = (place: string, parcel: Parcel): string => {
  const text = 'text' in parcel ? parcel.text : mediaMark(parcel.file.name);
  return `机器人@${place} < ${text.replaceAll('\n', '\n  ')}`;
};

const stamp = (at: number): string => `时间 ${dayOf(at)} ${hmOf(at)}`;

/** What became of a message that got no answer. */
function remark(understood: Understood | undefined): string {
  if (understood === undefined) return '';
  if (understood.kind === 'silence') return TEXTS.silence;
  if (understood.kind === 'say') return '';
  return TEXTS.noted(understood.acts.map(({ command }) => command.summary).join('、'));
}

function complaint(played: Extract<Played, { kind: 'wrong' }>, sandbox: Sandbox): string {
  if (played.why === 'backwards') return TEXTS.backwards(stamp(sandbox.clock.now()));
  return played.why === 'unreadable' ? TEXTS.unreadable : TEXTS.wrong(played.why);
}

/** Lines of the input as they come; a line indented by two spaces belongs to the one before it. */
async function* messages(input: Readable, interactive: boolean): AsyncGenerator<string> {
  let held: string | undefined;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (interactive) yield line;
    else if (/^ {2,}\S/u.test(line) && held !== undefined) held += `\n${line}`;
    else {
      if (held !== undefined) yield held;
      held = line;
    }
  }
  if (held !== undefined) yield held;
}

const lineOf = (text: string): Numbered => readDialogue(text)[0] ?? { ...readLine(text), n: 1 };
const ACTS: ReadonlySet<string> = new Set(['say', 'event', 'outage', 'until', 'advance', 'unreadable']);

/** The screen: what is printed, and whether the bot has said anything since the last line. */
function screenOf({ output, interactive, echo }: TerminalOptions) {
  let shown = 0;
  let answered = false;
  const print = (text: string): void => void output.write(`${text}\n`);
  const clockLine = (at: number): void => {
    if ((echo || interactive) && Math.floor(at / MINUTE) !== Math.floor(shown / MINUTE))
      print(`\n${stamp(at)}`);
    shown = at;
  };
  return {
    print,
    clockLine,
    said: (place: string, parcel: Parcel, at: number): void => {
      answered = true;
      clockLine(at);
      print(block(place, parcel));
    },
    asked: (): void => {
      answered = false;
    },
    wasAnswered: () => answered,
  };
}
type Screen = ReturnType<typeof screenOf>;

/** Lines that do nothing: headings, expectations. */
function passOver(screen: Screen, { echo }: TerminalOptions, line: Numbered): void {
  if (echo && line.kind === 'scene') screen.print(`\n## ${line.title}`);
}

async function playLine(
  sandbox: Sandbox,
  screen: Screen,
  options: TerminalOptions,
  text: string,
): Promise<void> {
  if (options.interactive && /^[?？]$/u.test(text.trim())) return screen.print(TEXTS.help);
  const line = lineOf(text);
  if (!ACTS.has(line.kind)) return passOver(screen, options, line);
  if (options.echo && (line.kind === 'say' || line.kind === 'event' || line.kind === 'outage')) {
    screen.clockLine(sandbox.clock.now());
    screen.print(text);
  }
  screen.asked();
  const played = await sandbox.play(line);
  if (played.kind === 'wrong') return screen.print(complaint(played, sandbox));
  const note = options.interactive && !screen.wasAnswered() ? remark(played.understood) : '';
  if (note !== '') screen.print(note);
}

/** Runs the sandbox until the input ends; everything that is due by then has been sent. */
export async function runTerminal(options: TerminalOptions): Promise<void> {
  const screen = screenOf(options);
  const { configDir, interactive, logLevel } = options;
  const sandbox = await openSandbox({
    ...{ configDir, onBotSaid: screen.said },
    ...(logLevel === undefined ? {} : { logLevel }),
  });
  if (interactive) screen.print(TEXTS.welcome(sandbox.facts.roster.units.map(({ name }) => name).join('、')));
  try {
    for await (const text of messages(options.input, interactive)) {
      if (text.trim() === '退出') break;
      await playLine(sandbox, screen, options, text);
    }
  } finally {
    await sandbox.stop();
  }
}
