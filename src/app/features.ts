/** The rooms of the house, in the order digests and help name them. A new capability is one folder and one line here. */
import type { Feature } from '../core/feature.ts';
import { deskFeature } from './desk/index.ts';

const ROOMS: readonly Feature[] = [];

export const FEATURES: readonly Feature[] = [...ROOMS, deskFeature(ROOMS)];
