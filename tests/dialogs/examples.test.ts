/** Every command's examples, played as help shows them. */
import { describe, expect, it } from 'vitest';
import { readDialogue } from '../../src/adapters/sandbox/dialogue.ts';
import { FEATURES } from '../../src/app/features.ts';
import { playOn } from '../support/play.ts';
import { stage } from '../support/stage.ts';

describe('examples of the command table', () => {
  for (const feature of FEATURES)
    for (const command of feature.commands)
      for (const example of command.examples)
        it(`${command.id}: ${example.as}@${example.at} > ${example.say}`, async () => {
          const on = await stage();
          await playOn(on, readDialogue((example.given ?? []).join('\n')));
          await on.say(example.as, example.at, example.say);
          const said = on
            .fresh()
            .map(({ text }) => text)
            .join('\n');
          if (example.reply === '') expect(said).toBe('');
          else expect(said).toContain(example.reply);
        });
});
