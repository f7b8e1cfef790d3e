/** What an exposure is: an exact text about a finding, proposed by one person and approved by another. */
import { lifecycle, type StateOf, type VerbOf } from '../../core/lifecycle.ts';
import { table } from '../../core/store.ts';

export const EXPOSURE = lifecycle({
  initial: 'proposed',
  states: {
    proposed: '待批准',
    approved: '待发布',
    posted: '已曝光',
    refused: '未批准',
    lifted: '已撤下',
  },
  verbs: {
    approve: '批准曝光',
    refuse: '驳回曝光',
    post: '发布曝光',
    return: '退回重批',
    lift: '撤下曝光',
  },
  moves: [
    { verb: 'approve', from: ['proposed'], to: 'approved' },
    { verb: 'refuse', from: ['proposed', 'approved'], to: 'refused' },
    // What is not as it was approved, or is objected to before it has left anywhere, is approved anew.
    { verb: 'post', from: ['approved'], to: 'posted' },
    { verb: 'return', from: ['approved', 'posted'], to: 'proposed' },
    { verb: 'lift', from: ['posted'], to: 'lifted' },
  ],
});
export type ExposureState = StateOf<typeof EXPOSURE>;
export type ExposureVerb = VerbOf<typeof EXPOSURE>;

export interface Exposure {
  readonly code: string;
  /** The finding it is about, and the edition of it that the text was written from. */
  readonly finding: string;
  readonly edition: number;
  readonly unit: string;
  readonly state: ExposureState;
  /** The proposer's own words; empty when the facts speak. */
  readonly own: string;
  readonly text: string;
  /** SHA-256 of the text: what is approved and posted is this very text. */
  readonly hash: string;
  /** Whom the text was shown to since it was rewritten; null while it is the one both rooms were asked about. */
  readonly shownTo: readonly string[] | null;
  readonly proposer: string;
  readonly proposedAt: number;
  readonly approver: string | null;
  readonly postedAt: number | null;
  /** Where it went: a correction goes to all of them. */
  readonly went: readonly string[];
  /** Why it was refused or lifted. */
  readonly reason: string;
}
/** Ids: codes. */
export const EXPOSURES = table<Exposure>('exposures', 'live', ({ finding, state }) => ({ finding, state }));

/** The key of an exposure's message to a room: what has not left is taken back by it. */
export const postKey = (code: string, to: string): string => `${code}/post/${to}`;
