import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], more: object = {}) => ({
  test: { name, include, setupFiles: ['tests/support/seed.ts'], ...more },
});

export default defineConfig({
  test: {
    projects: [
      project(
        'core',
        [
          'tests/core/**/*.test.ts',
          'tests/features/**/*.test.ts',
          'tests/app/**/*.test.ts',
          'tests/adapters/**/*.test.ts',
        ],
        { testTimeout: 60_000 },
      ),
      project('dialogs', ['tests/dialogs/**/*.test.ts'], { testTimeout: 60_000 }),
      project('contract', ['tests/contract/**/*.test.ts'], {
        testTimeout: 120_000,
        globalSetup: ['tests/support/built.ts'],
      }),
      project('house', ['tests/house/**/*.test.ts'], { testTimeout: 60_000 }),
      project('doors', ['tests/doors/**/*.test.ts'], {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        globalSetup: ['tests/support/built.ts'],
      }),
    ],
  },
});
