/** The rooms of the house, in the order digests and help name them. A new capability is one folder and one line here. */
import type { Feature } from '../core/feature.ts';
import { accessFeature } from '../features/access/index.ts';
import { digestFeature } from '../features/digest/index.ts';
import { exposureFeature } from '../features/exposure/index.ts';
import { findingFeature } from '../features/finding/index.ts';
import { noticeFeature } from '../features/notice/index.ts';
import { orgFeature } from '../features/org/index.ts';
import { replyFeature } from '../features/reply/index.ts';
import { whereaboutsFeature } from '../features/whereabouts/index.ts';
import { deskFeature } from './desk/index.ts';

const NOUNS: readonly Feature[] = [
  whereaboutsFeature,
  noticeFeature,
  findingFeature,
  exposureFeature,
  replyFeature,
  accessFeature,
  orgFeature,
];
/** The digest is built over the rooms that have something to say in it. */
const ROOMS: readonly Feature[] = [...NOUNS, digestFeature(NOUNS)];

export const FEATURES: readonly Feature[] = [...ROOMS, deskFeature(ROOMS)];
