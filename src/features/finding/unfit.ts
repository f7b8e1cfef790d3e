/** Words that cannot go through a work group, and the sentence that says so. */
import { unfit } from '../../core/unfit.ts';
import { TELLING } from './texts-telling.ts';

/** Why this text is refused; undefined when nothing stands against it. */
export function unfitText(text: string): string | undefined {
  const wrong = unfit(text);
  if (wrong === undefined) return undefined;
  if (wrong.kind === 'classified') return TELLING.classified({ word: wrong.word });
  return wrong.kind === 'identity' ? TELLING.identity() : TELLING.mobile();
}
