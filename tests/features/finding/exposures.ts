/** The exposure of a modelled finding: proposed, read, approved, posted, lifted, and what must hold of each step. */
import {
  approve,
  type Ground,
  isUnread,
  lift,
  post,
  rewritten,
  sentBack,
  turnDown,
} from '../../../src/features/exposure/decide.ts';
import type { Exposure } from '../../../src/features/exposure/exposure.ts';
import { type Finding, isHeard, isPaused } from '../../../src/features/finding/finding.ts';

/** An exposure, and beside it, kept by the model alone, who has seen which text and which one was approved. */
export interface Exposing {
  readonly exposure: Exposure;
  /** `<person>|<text>` */
  readonly read: readonly string[];
  readonly approved: string | null;
}
export interface ExposureStep {
  /** null: there is none, and one may be proposed. */
  readonly next: Exposing | null;
  readonly wrong: readonly string[];
}

const PROPOSER = 'zfb04';
const READERS = [PROPOSER, 'zfb01', 'xld01'];

const hash = (text: string): string => `#${text}`;
/** The text that would be written of a finding now. */
const groundOf = (finding: Finding): Ground => {
  const text = `${finding.fact}，${finding.state}`;
  return { finding, text, hash: hash(text) };
};

/** Proposed, and shown in both rooms. */
function proposed(finding: Finding): Exposing {
  const { text, hash } = groundOf(finding);
  const exposure: Exposure = {
    code: 'E2026-0413',
    finding: finding.code,
    edition: finding.edition,
    unit: finding.unit,
    state: 'proposed',
    own: '',
    text,
    hash,
    shownTo: null,
    proposer: PROPOSER,
    proposedAt: 0,
    approver: null,
    postedAt: null,
    went: [],
    reason: '',
  };
  return { exposure, read: READERS.map((one) => `${one}|${text}`), approved: null };
}

/** What must hold of an exposure that is approved or goes out. */
function exposed({ exposure, read, approved }: Exposing, finding: Finding, now: number): readonly string[] {
  const { approver, proposer, text } = exposure;
  return [
    ...(approver === proposer ? ['approved by who proposed it'] : []),
    ...(approver === null ? ['not approved at all'] : []),
    ...(read.includes(`${approver}|${text}`) ? [] : ['approved by somebody who had not read it']),
    ...(approved === text ? [] : ['another text than was approved']),
    ...(groundOf(finding).text === text && exposure.edition === finding.edition ? [] : ['no longer true']),
    ...(isPaused(finding) || finding.state === 'withdrawn' ? ['exposed during or after an objection'] : []),
    ...(isHeard(finding, now) ? [] : ['exposed before the unit was heard']),
  ];
}

/** Who is shown a text has read it. */
function shown(was: Exposing, finding: Finding, by: string): ExposureStep {
  const exposure = rewritten(was.exposure, groundOf(finding), by);
  const next = { ...was, exposure, read: [...was.read, `${by}|${exposure.text}`] };
  return { next, wrong: [] };
}

/** What has ended stays so: only a new proposal brings it back. */
const afterEnd = (ended: Exposure, ground: Ground, now: number): readonly string[] =>
  [post(ended, ground, ['public'], now), approve(ended, ground, { by: 'xld01', at: now })]
    .filter(({ ok }) => ok)
    .map(() => `went on after its end: ${ended.state}`);

/** Every step an exposure can take now. */
export function* exposuresOf(was: Exposing | null, finding: Finding, now: number): Generator<ExposureStep> {
  if (was === null) {
    yield { next: proposed(finding), wrong: [] };
    return;
  }
  const { exposure } = was;
  const ground = groundOf(finding);
  for (const by of READERS) {
    const approved = approve(exposure, ground, { by, at: now });
    if (approved.ok) {
      const next = { ...was, exposure: approved.value, approved: exposure.text };
      yield { next, wrong: exposed(next, finding, now) };
    }
    if (exposure.state === 'proposed' && isUnread(exposure, ground, by)) yield shown(was, finding, by);
  }
  const posted = post(exposure, ground, ['public'], now);
  if (posted.ok) {
    const next = { ...was, exposure: posted.value };
    yield { next, wrong: exposed(next, finding, now) };
  }
  for (const end of [turnDown(exposure, '情节轻微', 'xld01'), lift(exposure, '不实')])
    if (end.ok) yield { next: null, wrong: afterEnd(end.value, ground, now) };
  if (exposure.state === 'approved') yield { next: { ...was, exposure: sentBack(exposure) }, wrong: [] };
}

/** Two exposures are one when neither a rule nor the model can tell them apart. */
export function exposureKey(was: Exposing | null, { edition }: Finding): unknown {
  if (was === null) return null;
  const { exposure, read, approved } = was;
  const { state, text, shownTo } = exposure;
  const readers = READERS.filter((one) => read.includes(`${one}|${text}`));
  return [state, exposure.edition === edition, text, shownTo, readers, approved === text];
}
