/** `ducha understand`: the readers over batches of JSON lines. */
import { createInterface } from 'node:readline';
import { shippedCalendar } from '../adapters/calendar/calendar.ts';
import { createLanguage } from '../adapters/language/language.ts';
import { readEnv } from '../adapters/settings/env.ts';
import { readLexicon } from '../adapters/settings/folder.ts';
import type { LocalWords } from '../core/settings.ts';
import { lexiconWith } from '../features/whereabouts/lexicon/lexicon.ts';
import { DUCHA_TEXTS as TEXTS } from './ducha-texts.ts';
import { explainReply, understandReply } from './understand-replies.ts';
import { explainWhereabouts, understandWhereabouts } from './understand-whereabouts.ts';
import { type CliCommand, UsageFault } from './usage.ts';

type Reader = (line: unknown) => unknown;

/** The readers by name; `--explain` adds the span and the rule of each entry, `--reasons` why somebody is on leave. */
function readerOf(args: readonly string[], local: LocalWords): Reader {
  const task = args.find((arg) => !arg.startsWith('-'));
  const explain = args.includes('--explain');
  const reasons = args.includes('--reasons') ? 'all' : 'work';
  const language = createLanguage();
  const know = { calendar: shippedCalendar(), language, lexicon: lexiconWith(local), reasons } as const;
  const replies = { simplify: language.simplify, words: local.replies };
  if (task === 'replies')
    return (line) => (explain ? explainReply(line, replies) : understandReply(line, replies));
  if (task === 'whereabouts')
    return (line) => (explain ? explainWhereabouts(line, know) : understandWhereabouts(line, know));
  throw new UsageFault(TEXTS.understandUsage);
}

/** One line a time: what cannot be read is named on stderr with its number, and the rest goes on. */
export const understandCommand: CliCommand = {
  usage: 'whereabouts|replies [--explain] [--reasons]',
  summary: '成批读消息：标准输入和输出都是JSON行',
  run: async (args) => {
    const read = readerOf(args, await readLexicon(readEnv(process.env).configDir));
    let n = 0;
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      n += 1;
      if (line.trim() === '') continue;
      try {
        process.stdout.write(`${JSON.stringify(read(JSON.parse(line)))}\n`);
      } catch (error) {
        const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        process.stderr.write(`${TEXTS.badLine(n, why)}\n`);
      }
    }
    return 0;
  },
};
