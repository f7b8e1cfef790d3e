/** From one read act on one item to the command of the room it concerns. Pure. */
import type { Meant } from '../../core/change.ts';
import type { ReplyAct } from './reply.ts';

/** `word` counts by the bare-word rule, a quote and a code name their item. */
export type How = 'word' | 'quote' | 'code';

const LED = /^(?:整改|延期|异议|申诉|情况说明)(?=$|[\s:：,，\dFfＦｆ])[\s:：,，]*/u;
const CODE = /^(?:[Ff]?(?:20\d{2}-)?\d{3,4}号?)[\s:：,，]*/u;

/** The words of a report or an objection where the reader singles none out: all that follows the verb and its code. */
export const wordsIn = (text: string): string =>
  text.trim().replace(CODE, '').replace(LED, '').replace(CODE, '').trim();

const BY_VERB = {
  整改: 'rectify',
  延期: 'request_extension',
  异议: 'appeal',
  申诉: 'appeal',
  情况说明: 'appeal',
} as const;

/** `整改 0412 …` says by its first word what it wants, whatever words follow. */
export function wantedByVerb(text: string): (typeof BY_VERB)[keyof typeof BY_VERB] | undefined {
  const verb = (Object.keys(BY_VERB) as (keyof typeof BY_VERB)[]).find((one) => text.startsWith(one));
  return verb !== undefined && LED.test(text) ? BY_VERB[verb] : undefined;
}

/** What is wanted of an item: all that a command needs to know of an act. */
export type Wanted = Pick<ReplyAct, 'intent' | 'detail' | 'days'>;

export const isReceipt = ({ intent }: Wanted): boolean => intent === 'ack_notice' || intent === 'ack_finding';

function onFinding(code: string, { intent, detail = '', days }: Wanted, how: How): Meant {
  switch (intent) {
    case 'rectify':
      return { command: 'finding.report', intent: { code, detail } };
    case 'appeal':
      return { command: 'finding.object', intent: { code, detail } };
    case 'request_extension':
      return { command: 'finding.extend', intent: { code, detail, days: days ?? null } };
    default:
      return { command: 'finding.acknowledge', intent: { codes: [code], how } };
  }
}

/** The command an act on an open item means; a notice takes receipts, and passes on a wish for more time. */
export function meantBy(code: string, wanted: Wanted, how: How): Meant | undefined {
  if (code.startsWith('F')) return onFinding(code, wanted, how);
  if (isReceipt(wanted)) return { command: 'notice.sign', intent: { codes: [code], how } };
  if (wanted.intent !== 'request_extension') return undefined;
  const { detail = '', days } = wanted;
  return { command: 'notice.extend', intent: { code, detail, days: days ?? null } };
}

/** What 都是 means: receipts of several items of one kind are one command, and get one answer. */
export function meantByAll(codes: readonly string[], wanted: Wanted): readonly Meant[] {
  if (!isReceipt(wanted)) return codes.flatMap((code) => meantBy(code, wanted, 'code') ?? []);
  const of = (letter: string): readonly string[] => codes.filter((code) => code.startsWith(letter));
  return [
    { command: 'notice.sign', intent: { codes: of('N'), how: 'code' } },
    { command: 'finding.acknowledge', intent: { codes: of('F'), how: 'code' } },
  ].filter(({ intent }) => intent.codes.length > 0);
}
