/** Why a text cannot go through a work group, as its writer is told. */
import { unfit } from './unfit.ts';
import { sentences } from './wording.ts';

export const UNFIT = sentences('unfit', {
  classified: '文中有“{word}”字样，不能在微信群发送，请走机要渠道。',
  identity: '文中有身份证号，不能在微信群发送，请删去后再发。',
  mobile: '文中有个人手机号，不能在微信群发送，请删去或改留办公电话。',
});

/** The sentence that refuses a text; undefined when nothing stands against it. */
export function unfitText(text: string): string | undefined {
  const wrong = unfit(text);
  if (wrong === undefined) return undefined;
  if (wrong.kind === 'classified') return UNFIT.classified({ word: wrong.word });
  return wrong.kind === 'identity' ? UNFIT.identity() : UNFIT.mobile();
}
