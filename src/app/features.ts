/** The rooms of the house, in the order digests and help name them. A new capability is one folder and one line here. */
import type { Feature } from '../core/feature.ts';
import { accessFeature } from '../features/access/index.ts';
import { noticeFeature } from '../features/notice/index.ts';
import { orgFeature } from '../features/org/index.ts';
import { replyFeature } from '../features/reply/index.ts';
import { deskFeature } from './desk/index.ts';

const ROOMS: readonly Feature[] = [orgFeature, accessFeature, noticeFeature, replyFeature];

export const FEATURES: readonly Feature[] = [...ROOMS, deskFeature(ROOMS)];
