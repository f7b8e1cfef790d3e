/** The import rules of the house, as dependency-cruiser reads them. */
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';

/** Which libraries each door may use; a library belongs to one door. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  calendar: ['chinese-days', 'lunar-typescript', 'zod'],
  files: ['hucre', 'zod'],
  language: ['pinyin-pro', 'opencc-js'],
  lowdb: ['lowdb', 'tar', 'zod'],
  memory: [],
  sandbox: ['wechaty', 'wechaty-puppet', 'wechaty-puppet-mock', 'wechaty-puppet-service', 'file-box', 'zod'],
  settings: ['zod'],
  wechaty: ['wechaty', 'wechaty-puppet', 'wechaty-puppet-service', 'file-box', '@grpc/grpc-js'],
};
const LOOSE = ['node-cron', 'pino', 'qrcode-terminal'];

const npm = (names: readonly string[]): string =>
  `(^|node_modules/)(${names.map((name) => name.replace('/', '\\/')).join('|')})(/|$)`;

const doorRules: IForbiddenRuleType[] = Object.entries(DOORS).map(([door, libraries]) => ({
  name: `door-${door}`,
  severity: 'error',
  from: { path: `^src/adapters/${door}/` },
  to: { dependencyTypes: ['npm', 'npm-dev'], ...(libraries.length === 0 ? {} : { pathNot: npm(libraries) }) },
}));

const RULES: IForbiddenRuleType[] = [
  { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'core-stands-alone',
    severity: 'error',
    from: { path: '^src/core/', pathNot: '^src/core/time\\.ts$' },
    to: { pathNot: '^src/core/' },
  },
  {
    name: 'only-time-knows-dayjs',
    severity: 'error',
    from: { path: '^src/core/time\\.ts$' },
    to: { pathNot: ['^src/core/', npm(['dayjs'])] },
  },
  {
    name: 'nouns-are-public-verbs-private',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/' },
    to: { path: '^src/', pathNot: ['^src/core/', '^src/features/$1/', '^src/features/([^/]+)/\\1\\.ts$'] },
  },
  {
    name: 'features-use-no-library',
    severity: 'error',
    from: { path: '^src/features/' },
    to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
  },
  {
    name: 'app-knows-rooms-and-nouns',
    severity: 'error',
    from: { path: '^src/app/' },
    to: {
      path: '^src/',
      pathNot: ['^src/(?:core|app)/', '^src/features/[^/]+/index\\.ts$', '^src/features/([^/]+)/\\1\\.ts$'],
    },
  },
  {
    name: 'app-uses-no-library',
    severity: 'error',
    from: { path: '^src/app/' },
    to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
  },
  {
    name: 'adapters-know-no-rooms',
    severity: 'error',
    from: { path: '^src/adapters/' },
    to: { path: '^src/(features|app|cli)/' },
  },
  {
    name: 'adapters-keep-apart',
    severity: 'error',
    from: { path: '^src/adapters/([^/]+)/' },
    to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
  },
  {
    name: 'only-main-wires',
    severity: 'error',
    from: { pathNot: '^src/(main\\.ts|cli/|adapters/)' },
    to: { path: '^src/adapters/' },
  },
  {
    name: 'loose-doors',
    severity: 'error',
    from: { path: '^src/adapters/[^/]+\\.ts$' },
    to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: npm(LOOSE) },
  },
  ...doorRules,
];

describe('import rules', () => {
  it('every import keeps to the plan of the house', async () => {
    const { output } = await cruise(
      ['src'],
      {
        ruleSet: { forbidden: RULES },
        validate: true,
        tsPreCompilationDeps: true,
        doNotFollow: { path: 'node_modules' },
        tsConfig: { fileName: 'tsconfig.json' },
      },
      {},
      { tsConfig: extractTSConfig('tsconfig.json') },
    );
    const violations = typeof output === 'string' ? [] : output.summary.violations;
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
});
