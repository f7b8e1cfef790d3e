/** 台账: every finding of a scope as one row, coloured by how it stands. Pure. */
import { shortCode } from '../../core/codes.ts';
import type { Know } from '../../core/context.ts';
import type { Block, Cell, Column, Document, Tint } from '../../core/document.ts';
import { clockText } from '../../core/phrase-texts.ts';
import { dayOf } from '../../core/time.ts';
import { type Evidence, FINDING, type Finding, isOpen, isOverdue } from './finding.ts';
import { colourOf } from './policy.ts';
import { LISTS } from './texts-lists.ts';
import { nameOf } from './words.ts';

type Facts = Pick<Know, 'org' | 'now' | 'calendar'>;

/** A finding with what is on record to prove it. */
export interface Entered {
  readonly finding: Finding;
  readonly evidence: readonly Evidence[];
}

const COLUMNS: readonly Column[] = [
  { title: LISTS.colNumber(), width: 5 },
  { title: LISTS.colCode(), width: 12 },
  { title: LISTS.colUnit(), width: 14 },
  { title: LISTS.colType(), width: 10 },
  { title: LISTS.colFact(), width: 36 },
  { title: LISTS.colSeen(), width: 18 },
  { title: LISTS.colPerson(), width: 9 },
  { title: LISTS.colSigned(), width: 18 },
  { title: LISTS.colSigner(), width: 9 },
  { title: LISTS.colRemedy(), width: 30 },
  { title: LISTS.colDue(), width: 18 },
  { title: LISTS.colState(), width: 8 },
  { title: LISTS.colHead(), width: 9 },
  { title: LISTS.colVerifier(), width: 9 },
  { title: LISTS.colCheck(), width: 24 },
  { title: LISTS.colProofs(), width: 14 },
  { title: LISTS.colNotes(), width: 24 },
];

const moment = (at: number | undefined): Cell => (at === undefined ? '' : { at });

function notesOf({ extension, objection, repeats, fresh, edition, steps }: Finding): string {
  const reopened = steps.filter(({ did }) => did === 'reopen').length;
  return [
    ...(fresh ? [LISTS.noteFresh()] : []),
    ...(edition > 1 ? [LISTS.noteEdition({ edition })] : []),
    ...(extension === null
      ? []
      : [LISTS.noteExtension({ days: extension.days, state: LISTS[extension.state]() })]),
    ...(objection === null ? [] : [LISTS.noteObjection({ state: LISTS[objection.state]() })]),
    ...(repeats.length === 0 ? [] : [LISTS.noteRepeat({ codes: repeats.map(shortCode).join('、') })]),
    ...(reopened === 0 ? [] : [LISTS.noteReopened({ count: reopened })]),
  ].join('；');
}

function proofsOf(evidence: readonly Evidence[]): string {
  const kept = evidence.filter(({ lost }) => !lost);
  if (kept.length === 0) return '';
  const problem = kept.filter((one) => one.of === 'problem').length;
  return LISTS.proofs({ problem, remedy: kept.length - problem });
}

function rowOf({ finding, evidence }: Entered, n: number, facts: Facts): readonly Cell[] {
  const [head] = facts.org.holders(finding.unit, 'head');
  return [
    n + 1,
    finding.code,
    facts.org.unit(finding.unit)?.name ?? finding.unit,
    finding.type,
    finding.fact,
    moment(finding.seenAt),
    nameOf(finding.person, facts),
    moment(finding.ack?.at),
    nameOf(finding.ack?.by ?? null, facts),
    finding.report?.text ?? '',
    moment(finding.fixDueAt),
    FINDING.states[finding.state],
    head?.name ?? '',
    nameOf(finding.closed?.by ?? null, facts),
    finding.closed?.text ?? '',
    proofsOf(evidence),
    notesOf(finding),
  ];
}

const tintOf = (finding: Finding, facts: Facts): Tint | undefined =>
  isOpen(finding) ? colourOf(finding, facts.now, facts) : 'grey';

/** 起 and 人次 are counted apart; a withdrawn finding counts as neither. */
function countsOf(findings: readonly Finding[], now: number): string {
  const stand = findings.filter(({ state }) => state !== 'withdrawn');
  return LISTS.ledgerCount({
    count: stand.length,
    people: stand.filter(({ person }) => person !== null).length,
    open: stand.filter(isOpen).length,
    overdue: stand.filter((finding) => isOverdue(finding, now)).length,
    closed: stand.filter(({ state }) => state === 'closed').length,
    withdrawn: findings.length - stand.length,
  });
}

/** `scope` says what it covers: 教育局、2026年9月. */
export function ledgerOf(entered: readonly Entered[], scope: string, facts: Facts): Document {
  const findings = entered.map(({ finding }) => finding);
  const table: Block = {
    kind: 'table',
    title: LISTS.sheet(),
    columns: COLUMNS,
    rows: entered.map((one, n) => rowOf(one, n, facts)),
    tints: findings.map((finding) => tintOf(finding, facts)),
  };
  return {
    title: `${LISTS.ledgerTitle()}${LISTS.ledgerOf({ scope })}`,
    fileName: LISTS.ledgerFile({ scope, day: dayOf(facts.now) }),
    blocks: [
      { kind: 'line', text: countsOf(findings, facts.now) },
      { kind: 'line', text: LISTS.ledgerMade({ at: clockText(facts.now, facts.now) }) },
      table,
    ],
  };
}
