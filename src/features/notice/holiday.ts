/** An automatic holiday notice: drafted a workday ahead, sent when it is approved, else it waits and the office is told once. */
import { type Change, NOTHING, together } from '../../core/change.ts';
import { nextCode } from '../../core/codes-counter.ts';
import type { World } from '../../core/context.ts';
import { inform } from '../../core/say.ts';
import { type Found, put, type Row } from '../../core/store.ts';
import { instant } from '../../core/time.ts';
import { issue } from './issue.ts';
import { holesOf } from './message.ts';
import { type HolidayNode, periodId, withPeriods } from './nodes.ts';
import { HOLIDAYS, NOTICE, NOTICES, type Notice } from './notice.ts';
import { holidayAsk, holidayPreview } from './preview.ts';
import { type Facts, factsOf, noticeOf } from './reach.ts';
import { TEXTS } from './texts.ts';
import { briefDay, briefText, holidayBody, isStanding, titleOf } from './wording.ts';

/** What is on record about a node: notices already drafted for its periods, and the periods nobody has noticed. */
interface Recorded {
  readonly notices: readonly Found<Notice>[];
  readonly open: HolidayNode | undefined;
}

export async function recorded(node: HolidayNode, world: World): Promise<Recorded> {
  const rows = await Promise.all(node.periods.map((period) => world.store.get(HOLIDAYS, periodId(period))));
  const open = node.periods.filter((_, n) => rows[n] === undefined);
  const codes = [...new Set(rows.flatMap((row) => row?.data.code ?? []))];
  const found = await Promise.all(codes.map((code) => noticeOf(world.store, code)));
  return {
    notices: found.filter((one) => one !== undefined),
    open: open.length === 0 ? undefined : withPeriods(node, open),
  };
}

/** When a node is to go out, and when its first and after its last period. */
function timesOf(node: HolidayNode, { settings }: Pick<World, 'settings'>) {
  const { at } = settings.bot.notice;
  const [first, last] = [node.periods[0], node.periods.at(-1)];
  return {
    sendAt: instant(node.noticeDay, at),
    beforeAt: instant(first?.first ?? node.noticeDay),
    afterAt: instant(last?.workdayAfter ?? node.noticeDay, at),
  };
}

function noticeFor(node: HolidayNode, code: string, world: World): Notice {
  const { settings, org, now } = world;
  const [text, day] = [briefText(node.festivals, settings), briefDay(node)];
  const brief = day === undefined ? null : { at: instant(day, settings.bot.notice.at), text };
  return {
    code,
    state: NOTICE.initial,
    edition: 1,
    title: titleOf(node.festivals),
    body: holidayBody(node, settings),
    units: org.supervised.map(({ id }) => id),
    all: true,
    dueAt: null,
    headOnly: false,
    proposer: 'system',
    wordedAt: now,
    approver: null,
    issuedAt: null,
    policy: null,
    went: [],
    next: null,
    holiday: { ...timesOf(node, world), brief, edited: false, held: false, toldAt: null },
  };
}

/** A new draft, not written yet (rev 0), and the rows that go with it. */
interface Drafted {
  readonly found: Found<Notice>;
  readonly rows: readonly Row[];
}

async function drafted(node: HolidayNode, world: World): Promise<Drafted> {
  const { code, row } = await nextCode(world.store, 'N', world.now);
  const links = node.periods.map((period) => put(HOLIDAYS, periodId(period), { code }));
  return { found: { id: code, rev: 0, data: noticeFor(node, code, world) }, rows: [row, ...links] };
}

function lastLine({ settings, secrets }: World): string {
  const { standing } = settings.bot.notice;
  return standing !== null && isStanding(settings, secrets.hash)
    ? TEXTS.standing(standing)
    : TEXTS.optionsHoliday();
}

/** One workday ahead: the draft, and its preview in the office room. */
export async function previewNode(node: HolidayNode, world: World): Promise<Change> {
  const { open } = await recorded(node, world);
  if (open === undefined || world.now >= timesOf(node, world).sendAt) return NOTHING;
  const { found, rows } = await drafted(open, world);
  const change: Change = {
    put: [...rows, put(NOTICES, found.id, found.data)],
    audit: [{ who: 'system', did: TEXTS.didDraft(), about: found.id }],
  };
  const shown = holidayPreview(found.data, lastLine(world), await factsOf(world), `${found.id}/preview`);
  return together([change, shown]);
}

const isTold = ({ holiday }: Notice): boolean => holiday?.toldAt != null;

/** The office is told once that a notice waits or was missed. */
function told(found: Found<Notice>, more: Change, now: number): Change {
  const { data: notice } = found;
  if (notice.holiday === null || isTold(notice)) return NOTHING;
  const next: Notice = { ...notice, holiday: { ...notice.holiday, toldAt: now } };
  return together([{ put: [put(NOTICES, found.id, next, found)] }, more]);
}

/** Nobody has approved it: the line under yesterday's preview, or the whole preview when there was none. */
function waits(found: Found<Notice>, facts: Facts): Change {
  const { data: notice } = found;
  const key = `${notice.code}/waits`;
  if (found.rev === 0) return holidayPreview(notice, TEXTS.optionsHoliday(), facts, key);
  return { ask: [holidayAsk(notice, TEXTS.unapproved(holesOf(notice)), key, facts.now)] };
}

const line = (notice: Notice, text: string): Change => ({
  say: [inform('office', `${notice.code}/told`, text)],
});

/** What becomes of a draft whose time has come. */
function sendOrTell(found: Found<Notice>, late: boolean, facts: Facts): Change {
  const { data: notice } = found;
  const { holiday } = notice;
  if (notice.state !== 'draft' || holiday === null) return NOTHING;
  const missed = line(notice, TEXTS.missed(holesOf(notice)));
  if (facts.now >= holiday.beforeAt) return told(found, missed, facts.now);
  if (holiday.held) return told(found, line(notice, TEXTS.heldStill(holesOf(notice))), facts.now);
  const standing = !holiday.edited && isStanding(facts.settings, facts.secrets.hash);
  if (notice.approver === null && !standing) return told(found, waits(found, facts), facts.now);
  const by = notice.approver ?? 'system';
  const issued = issue(found, { by, asked: [], late }, facts);
  return issued.ok ? issued.value : told(found, missed, facts.now);
}

/** On its day: sends what is approved; `late` when its time has long passed. */
export async function sendNode(node: HolidayNode, late: boolean, world: World): Promise<Change> {
  const { notices, open } = await recorded(node, world);
  const facts = await factsOf(world);
  const changes = notices.map((found) => sendOrTell(found, late, facts));
  if (open === undefined) return together(changes);
  const { found, rows } = await drafted(open, world);
  return together([...changes, { put: rows }, sendOrTell(found, late, facts)]);
}

/** True when a node's time has come and neither was it sent nor the office told. */
export async function isOverdue(node: HolidayNode, world: World): Promise<boolean> {
  const { sendAt, beforeAt } = timesOf(node, world);
  if (world.now < sendAt || world.now >= beforeAt) return false;
  const { notices, open } = await recorded(node, world);
  return open !== undefined || notices.some(({ data }) => data.state === 'draft' && !isTold(data));
}
