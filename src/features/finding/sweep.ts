/** Every night: findings whose time is up go with what proves them, and drafts nobody has sent. */
import type { Change, Draft } from '../../core/change.ts';
import type { World } from '../../core/context.ts';
import type { Job } from '../../core/job.ts';
import { drop, type Found, type Row, type Table } from '../../core/store.ts';
import { DAY } from '../../core/time.ts';
import {
  EVIDENCE,
  type Evidence,
  FINDING_DRAFTS,
  FINDINGS,
  type Finding,
  HANDED,
  isOpen,
  WORDS,
} from './finding.ts';
import { evidenceOf } from './scene.ts';
import { LISTS } from './texts-lists.ts';

/** Days kept where limits.json does not say. */
const USUAL = 1_095;
const WORDS_DAYS = 30;

const lastAt = ({ steps, issuedAt }: Finding): number => steps.at(-1)?.at ?? issuedAt;

async function old<T extends object>(
  of: Table<T>,
  isOld: (data: T) => boolean,
  { store }: World,
): Promise<readonly Found<T>[]> {
  return (await store.find(of, {})).filter(({ data }) => isOld(data));
}

/** A file goes when nothing that stays shows it. */
async function files(gone: readonly Found<Evidence>[], { store }: World): Promise<readonly Draft[]> {
  const ids = new Set(gone.map(({ id }) => id));
  const shas = [...new Set(gone.flatMap(({ data }) => data.sha ?? []))];
  const kept = await Promise.all(shas.map((sha) => store.find(EVIDENCE, { sha })));
  return shas
    .filter((_, n) => kept[n]?.every(({ id }) => ids.has(id)) === true)
    .map((sha) => ({
      to: 'office',
      key: `drop/${sha}`,
      priority: 'answer',
      body: { deed: 'drop-file', id: sha },
    }));
}

async function past(world: World): Promise<Change> {
  const { store, now, settings } = world;
  const before = now - (settings.limits.retention[FINDINGS.name] ?? USUAL) * DAY;
  const findings = await old(FINDINGS, (one) => !isOpen(one) && lastAt(one) < before, world);
  const drafts = await old(FINDING_DRAFTS, ({ at }) => at < now - DAY, world);
  const evidence = await Promise.all([...findings, ...drafts].map(({ id }) => evidenceOf(store, id)));
  const gone = evidence.flat();
  const put: readonly Row[] = [
    ...findings.map((found) => drop(FINDINGS, found)),
    ...drafts.map((found) => drop(FINDING_DRAFTS, found)),
    ...gone.map((found) => drop(EVIDENCE, found)),
    ...(await old(HANDED, ({ files, claim }) => isStale(files, claim, now), world)).map((found) =>
      drop(HANDED, found),
    ),
    ...(await old(WORDS, ({ at }) => at < now - WORDS_DAYS * DAY, world)).map((found) => drop(WORDS, found)),
  ];
  return { put, say: await files(gone, world) };
}

const isStale = (
  files: readonly { readonly at: number }[],
  claim: { readonly until: number } | null,
  now: number,
): boolean => files.every(({ at }) => at < now - DAY) && (claim === null || claim.until < now);

export const sweepJob: Job = {
  id: 'finding.sweep',
  title: '',
  on: 'daily',
  slots: () => [{ at: '00:40', why: LISTS.sweepWhy() }],
  grace: 24 * 60,
  catchUp: 'latest',
  run: (_, world) => past(world),
};
