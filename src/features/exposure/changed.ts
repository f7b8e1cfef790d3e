/** What a change of its finding means for an exposure: the finding room rings when there is one. */
import { type Change, NOTHING, together } from '../../core/change.ts';
import { shortCode } from '../../core/codes.ts';
import type { World } from '../../core/context.ts';
import type { TimerJob } from '../../core/job.ts';
import { inform } from '../../core/say.ts';
import { type Found, put } from '../../core/store.ts';
import { FINDINGS, type Finding, isPaused } from '../finding/finding.ts';
import { sentBack, turnDown } from './decide.ts';
import { EXPOSURE, EXPOSURES, type Exposure } from './exposure.ts';
import { lifted } from './lifting.ts';
import { TEXTS } from './texts.ts';
import { unsent } from './unsent.ts';

const toOffice = (found: Found<Exposure>, what: string, text: string) =>
  inform('office', `${found.id}/${what}/office`, text);

/** A withdrawn finding takes its exposures along: posted ones are corrected, others refused. */
async function ended(found: Found<Exposure>, finding: Finding, world: World): Promise<Change> {
  const reason = TEXTS.ended({ finding: shortCode(finding.code) });
  const told = TEXTS.endedTold({ code: shortCode(found.id), reason });
  const office = toOffice(found, 'ended', told);
  if (found.data.state === 'posted')
    return together([await lifted(found, reason, 'system', world), { say: [office] }]);
  const next = turnDown(found.data, reason, 'system');
  if (!next.ok) return NOTHING;
  return {
    put: [put(EXPOSURES, found.id, next.value, found)],
    say: [office, inform(`person:${found.data.proposer}`, `${found.id}/ended/proposer`, told)],
    audit: [{ who: 'system', did: EXPOSURE.verbs.refuse, about: found.id, detail: reason }],
  };
}

/** Objected to while it is on its way: what has not left stays; if nothing has, it waits for a new approval. */
async function objected(found: Found<Exposure>, finding: Finding, world: World): Promise<Change> {
  if (found.data.state !== 'posted') return NOTHING;
  const { rooms, rows } = await unsent(found.data, world);
  if (rooms.length === 0) return NOTHING;
  const nowhere = rooms.length === found.data.went.length;
  const holes = { code: shortCode(found.id), why: TEXTS.objected({ code: shortCode(finding.code) }) };
  const next = nowhere ? sentBack(found.data) : found.data;
  return {
    put: [
      ...rows,
      put(EXPOSURES, found.id, { ...next, went: next.went.filter((to) => !rooms.includes(to)) }, found),
    ],
    say: [toOffice(found, `objected/${world.now}`, nowhere ? TEXTS.returned(holes) : TEXTS.stopped(holes))],
    audit: [{ who: 'system', did: EXPOSURE.verbs.return, about: found.id, detail: holes.why }],
  };
}

/** The public still reads what has been corrected: a person decides whether it is lifted. */
const outdated = (found: Found<Exposure>, finding: Finding): Change =>
  found.data.state !== 'posted' || found.data.edition >= finding.edition
    ? NOTHING
    : {
        say: [
          toOffice(
            found,
            `outdated/v${finding.edition}`,
            TEXTS.outdated({ code: shortCode(found.id), finding: shortCode(finding.code) }),
          ),
        ],
      };

async function changed(code: string, world: World): Promise<Change> {
  const finding = (await world.store.get(FINDINGS, code))?.data;
  if (finding === undefined) return NOTHING;
  const all = await world.store.find(EXPOSURES, { finding: code });
  const changes = all.map((found) => {
    if (finding.state === 'withdrawn') return ended(found, finding, world);
    return isPaused(finding) ? objected(found, finding, world) : outdated(found, finding);
  });
  return together(await Promise.all(changes));
}

export const changedTimer: TimerJob = {
  id: 'exposure.finding-changed',
  title: TEXTS.jobChanged(),
  run: ({ subject }, world) => changed(subject.split('/t')[0] ?? '', world),
};
