/** A recalled message is logged; what it did stands, and who recalled it is told so once. */
import { type Change, NOTHING } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import type { World } from '../../core/context.ts';
import type { Happening, Reaction } from '../../core/feature.ts';
import { tell } from '../../core/say.ts';
import { put } from '../../core/store.ts';
import { FINDINGS, STEPS, WORDS } from './finding.ts';
import { TELLING } from './texts-telling.ts';

type Recall = Extract<Happening, { readonly kind: 'recall' }>;

async function recalled({ message, at }: Recall, world: World): Promise<Change> {
  const words = (await world.store.find(WORDS, { message })).map(({ data }) => data);
  const found = await Promise.all(words.map(({ code }) => world.store.get(FINDINGS, code)));
  const how = TELLING.howContact({ contact: world.settings.bot.contact });
  return {
    put: found.flatMap((one, n) => {
      const by = words[n]?.by ?? '';
      if (one === undefined) return [];
      const step = { did: 'recall' as const, by, at, text: STEPS[words[n]?.did ?? 'recall'] };
      return [put(FINDINGS, one.id, { ...one.data, steps: [...one.data.steps, step] }, one)];
    }),
    say: words.map(({ code, did, by }) => {
      const undo = did === 'acknowledge' ? TELLING.howUnsign() : how;
      const text = TELLING.recalled({ code: shortCode(code), did: STEPS[did], how: undo });
      return tell(`person:${by}`, `recalled/${message}/${code}`, text);
    }),
    audit: words.map(({ code, did, by }) => ({
      who: by,
      did: STEPS.recall,
      about: code,
      detail: STEPS[did],
    })),
  };
}

export const recallReaction: Reaction = {
  on: 'recall',
  run: (event, world) => (event.kind === 'recall' ? recalled(event, world) : Promise.resolve(NOTHING)),
};
