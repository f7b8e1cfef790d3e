/** 未签收, 逾期, and one finding's whole history, as a phone shows them. Pure. */
import { digitsOf, shortCode } from '../../core/codes.ts';
import type { Know } from '../../core/context.ts';
import { clockText, soonText } from '../../core/phrase-texts.ts';
import { DAY, HOUR } from '../../core/time.ts';
import { dueOf, FINDING, type Finding, isOverdue, isPaused, STEPS, type Step } from './finding.ts';
import { type Colour, colourOf } from './policy.ts';
import { LISTS } from './texts-lists.ts';
import { holesOf, nameOf } from './words.ts';

type Facts = Pick<Know, 'org' | 'now' | 'calendar'>;
/** Items of a list, and steps of a history, that fit a phone. */
const MOST = 12;
const MOST_STEPS = 9;

/** 1天, 3小时: how long ago something was due. */
export function spanText(ms: number): string {
  const days = Math.floor(ms / DAY);
  return days > 0 ? LISTS.spanDays({ days }) : LISTS.spanHours({ hours: Math.max(1, Math.round(ms / HOUR)) });
}

const WHAT = { ack: LISTS.whatAck, fix: LISTS.whatFix } as const;

const cut = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), LISTS.more({ count: lines.length - MOST })];

/** A notice whose receipts are not all there. */
export interface OpenNotice {
  readonly code: string;
  readonly title: string;
  readonly missing: number;
}

export function unsignedText(
  findings: readonly Finding[],
  notices: readonly OpenNotice[],
  facts: Facts,
): string {
  const waiting = findings
    .filter((finding) => finding.state === 'issued' && !isPaused(finding))
    .sort((a, b) => a.ackDueAt - b.ackDueAt);
  if (waiting.length + notices.length === 0) return LISTS.unsignedNone();
  const lines = waiting.map((finding) => {
    const late = facts.now - finding.ackDueAt;
    const due =
      late > 0
        ? LISTS.overdueBy({ span: spanText(late) })
        : LISTS.dueAt({ due: soonText(finding.ackDueAt, facts.now) });
    return LISTS.unsignedLine({ ...holesOf(finding, facts), due });
  });
  return [
    LISTS.unsignedHead(),
    ...(waiting.length === 0 ? [] : [LISTS.unsignedFindings({ count: waiting.length }), ...cut(lines)]),
    ...(notices.length === 0 ? [] : [LISTS.unsignedNotices({ count: notices.length })]),
    ...notices.map(({ code, title, missing }) =>
      LISTS.unsignedNotice({ code: shortCode(code), title, count: missing }),
    ),
  ].join('\n');
}

/** What is overdue, the longest first. */
export const overdueOf = (findings: readonly Finding[], now: number): readonly Finding[] =>
  findings
    .filter((finding) => isOverdue(finding, now))
    .sort((a, b) => (dueOf(a)?.at ?? 0) - (dueOf(b)?.at ?? 0));

/** `F0398 ××局 脱岗，整改逾期1天`, or with the template of a digest. */
export function overdueLine(
  finding: Finding,
  facts: Facts,
  line: (holes: ReturnType<typeof holesOf> & { what: string; span: string }) => string = LISTS.overdueLine,
): string {
  const due = dueOf(finding);
  const holes = { what: WHAT[due?.what ?? 'fix'](), span: spanText(facts.now - (due?.at ?? facts.now)) };
  return line({ ...holesOf(finding, facts), ...holes });
}

export function overdueText(findings: readonly Finding[], facts: Facts): string {
  const late = overdueOf(findings, facts.now);
  if (late.length === 0) return LISTS.overdueNone();
  const lines = late.map((finding) => overdueLine(finding, facts));
  return [LISTS.overdueHead({ count: late.length }), ...cut(lines)].join('\n');
}

const COLOURS: Readonly<Record<Colour, () => string>> = {
  blue: LISTS.colourBlue,
  yellow: LISTS.colourYellow,
  red: LISTS.colourRed,
};

/** Words of a step may name the person; where he is not to be named, a step is only what was done. */
const stepLine = ({ did, by, at, text }: Step, named: boolean, facts: Facts): string =>
  LISTS.historyStep({
    at: clockText(at, facts.now),
    name: nameOf(by, facts),
    did: STEPS[did],
    text: text === '' || !named ? '' : LISTS.historyText({ text }),
  });

function stepLines(finding: Finding, named: boolean, facts: Facts): readonly string[] {
  const { steps } = finding;
  const [first] = steps;
  if (first === undefined || steps.length <= MOST_STEPS)
    return steps.map((step) => stepLine(step, named, facts));
  const folded = { count: steps.length - MOST_STEPS, digits: digitsOf(finding.code) };
  return [
    stepLine(first, named, facts),
    LISTS.historyFolded(folded),
    ...steps.slice(1 - MOST_STEPS).map((step) => stepLine(step, named, facts)),
  ];
}

function dueLine(finding: Finding, facts: Facts): readonly string[] {
  const due = dueOf(finding);
  if (isPaused(finding)) return [LISTS.historyPaused()];
  if (due === undefined) return [];
  const holes = {
    ackDue: clockText(finding.ackDueAt, facts.now),
    fixDue: clockText(finding.fixDueAt, facts.now),
  };
  return [
    due.what === 'ack' ? `${LISTS.historyAck(holes)}，${LISTS.historyFix(holes)}` : LISTS.historyFix(holes),
  ];
}

/** One item from its registration on; the person is named only where `named`. */
export function historyText(finding: Finding, proofs: number, named: boolean, facts: Facts): string {
  const colour = colourOf(finding, facts.now, facts);
  const name = named ? nameOf(finding.person, facts) : '';
  return [
    LISTS.historyHead({
      ...holesOf(finding, facts),
      fresh: finding.fresh ? `（${LISTS.noteFresh()}）` : '',
      state: FINDING.states[finding.state],
      colour: colour === undefined ? '' : COLOURS[colour](),
    }),
    LISTS.historyFact({ seen: clockText(finding.seenAt, facts.now), fact: finding.fact }),
    ...(name === '' ? [] : [LISTS.historyPerson({ name })]),
    ...dueLine(finding, facts),
    ...(proofs === 0 ? [] : [LISTS.historyProofs({ count: proofs })]),
    ...(finding.repeats.length === 0
      ? []
      : [LISTS.historyRepeats({ codes: finding.repeats.map(shortCode).join('、') })]),
    ...stepLines(finding, named, facts),
  ].join('\n');
}
