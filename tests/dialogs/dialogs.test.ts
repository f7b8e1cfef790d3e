/** Plays every dialogue in this folder, one test a scene. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { readDialogue } from '../../src/adapters/sandbox/dialogue.ts';
import { playScene, scenesOf } from '../support/play.ts';

const folder = new URL('.', import.meta.url);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
  describe(file, () => {
    for (const scene of scenesOf(readDialogue(readFileSync(new URL(file, folder), 'utf8')))) {
      it(scene.title, () => playScene(scene));
    }
  });
}
