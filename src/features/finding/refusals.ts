/** Refusals that several rules share: each says who can do what. */
import { shortCode } from '../../core/codes.ts';
import { FINDING, type Finding, STEPS, type StepName } from './finding.ts';
import { TEXTS } from './texts.ts';

/** Who does what comes next in each state. */
const NEXT: Readonly<Record<Finding['state'], () => string>> = {
  issued: TEXTS.nextIssued,
  rectifying: TEXTS.nextRectifying,
  reported: TEXTS.nextReported,
  closed: TEXTS.nextClosed,
  withdrawn: TEXTS.nextWithdrawn,
};

/** `F0412 当前为“整改中”，不能销号。单位回“整改 情况说明”后再核查。` */
export const notNow = (finding: Finding, did: StepName): string =>
  TEXTS.notNow({
    code: shortCode(finding.code),
    state: FINDING.states[finding.state],
    verb: STEPS[did],
    next: NEXT[finding.state](),
  });
