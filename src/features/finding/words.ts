/** How a finding is said: its heading, its facts, its times. Pure. */
import { digitsOf, shortCode } from '../../core/codes.ts';
import type { Know } from '../../core/context.ts';
import { clockText, soonText } from '../../core/phrase-texts.ts';
import type { Finding, FindingDraft } from './finding.ts';
import { TELLING } from './texts-telling.ts';

type About = Pick<Finding, 'code' | 'edition' | 'type' | 'unit' | 'ackDueAt' | 'fixDueAt'>;

/** The names every sentence about a finding needs. */
export const holesOf = (finding: About, { org, now }: Pick<Know, 'org' | 'now'>) => ({
  code: shortCode(finding.code),
  digits: digitsOf(finding.code),
  edition: finding.edition > 1 ? TELLING.edition({ edition: finding.edition }) : '',
  unit: org.unit(finding.unit)?.name ?? finding.unit,
  type: finding.type,
  ackDue: soonText(finding.ackDueAt, now),
  fixDue: clockText(finding.fixDueAt, now),
});

/** 《…》第六条第二项 */
export function clauseOf(type: string, { settings }: Pick<Know, 'settings'>): string {
  const clause = settings.problems.types.find(({ name }) => name === type)?.clause ?? '';
  return TELLING.clause({ rule: settings.problems.rule, clause });
}

/** What was seen, with nobody's name: …，涉及1人. */
export const factOf = ({ fact, person }: Pick<FindingDraft, 'fact' | 'person'>): string =>
  person === null ? TELLING.fact({ fact }) : TELLING.factOne({ fact });

export const nameOf = (person: string | null, { org }: Pick<Know, 'org'>): string =>
  org.person(person ?? '')?.name ?? '';
