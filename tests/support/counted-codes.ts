/** Secrets whose codes can be written into a dialogue: the first one drawn is TEST22, the next TEST23. */
import { secrets } from '../../src/adapters/secrets.ts';
import type { Secrets } from '../../src/core/ports.ts';

const DIGITS = '23456789';

export function countedSecrets(): Secrets {
  let drawn = 0;
  return {
    hash: secrets.hash,
    draw: (length) => {
      const [tens, ones] = [Math.floor(drawn / DIGITS.length) % DIGITS.length, drawn % DIGITS.length];
      drawn += 1;
      return `TEST${DIGITS[tens]}${DIGITS[ones]}`.slice(-length).padStart(length, 'T');
    },
  };
}
