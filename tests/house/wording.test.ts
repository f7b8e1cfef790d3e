/** Every sentence the bot can say, in one snapshot: wording is reviewed like code. */
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../src/app/features.ts';
import { APP, cataloguesOf } from '../../src/app/texts.ts';

const CATALOGUES = cataloguesOf(FEATURES);

describe('wording', () => {
  it('is as it was reviewed', async () => {
    const lines = CATALOGUES.flatMap(({ room, templates }) => [
      `## ${room}`,
      ...Object.entries(templates).map(([key, text]) => `${key}: ${text.replaceAll('\n', '⏎')}`),
    ]);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('wording.txt');
  });

  it('refuses overrides of unknown keys and holes, and then changes nothing', () => {
    expect(APP.catalogue.override({ nothing: '无' })).toHaveLength(1);
    expect(APP.catalogue.override({ usage: '{nobody}' })).toHaveLength(1);
    expect(APP.usage({ summary: '甲', usage: '乙', example: '丙' })).toContain('请这样说');
  });

  it('never shows a stack, and asks in Chinese', () => {
    for (const { templates } of CATALOGUES)
      for (const text of Object.values(templates))
        expect(text.replace(/\{\w+\}/gu, '')).not.toMatch(/\b(?:error|undefined|null|Error)\b/u);
  });
});
