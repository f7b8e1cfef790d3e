/** The digest: one snapshot of every room's section, from which chat, sheet and paper are made. */
import type { Section, SectionAsk } from '../../core/feature.ts';
import type { Unit } from '../../core/roster.ts';
import { table } from '../../core/store.ts';
import type { Day } from '../../core/time.ts';

/** A room as the digest knows it: its name in Chinese, and what it has to say. */
export interface Reporter {
  readonly noun: string;
  readonly title: string;
  readonly section: (ask: SectionAsk) => Promise<Section>;
}

/** What one room said. */
export interface Said {
  readonly title: string;
  readonly section: Section;
}

/** One unit in the table of all units. */
export interface UnitSaid {
  readonly unit: Unit;
  readonly said: readonly Said[];
}

/** Everything a digest of a day is made of, asked for once. */
export interface Snapshot {
  readonly day: Day;
  /** The instant its figures are of. */
  readonly at: number;
  readonly said: readonly Said[];
  readonly units: readonly UnitSaid[];
}

/** How often a day's digest has been issued to the leaders, and when last. */
export interface Issued {
  readonly count: number;
  readonly at: number;
  readonly by: string;
}
/** Ids: `<day>/leaders`. */
export const DIGESTS = table<Issued>('digests', 'daily');
export const issuedId = (day: Day): string => `${day}/leaders`;
