/** When a finding is due, how it is coloured and when its rungs ring: reckoned in China's work time. Pure. */
import type { Know } from '../../core/context.ts';
import { addWorkTime, type UnitKind, workMinutesBetween, workSpan } from '../../core/hours.ts';
import { dayOf, instant } from '../../core/time.ts';
import { dueOf, type Finding, isOverdue, isPaused, type Policy } from './finding.ts';

export type Clock = Pick<Know, 'hours' | 'calendar'>;

/** The end of work on the nth workday after an instant's day. */
export function endOfWorkday(at: number, days: number, kind: UnitKind, { hours, calendar }: Clock): number {
  const day = calendar.shiftWorkdays(dayOf(at), days);
  return instant(day, workSpan(hours, day, kind)?.[1] ?? '18:00');
}

export const ackDue = (from: number, { ackMinutes }: Policy, kind: UnitKind, clock: Clock): number =>
  addWorkTime(from, ackMinutes, clock.hours, kind, clock.calendar);
export const fixDue = (from: number, { fixDays }: Policy, kind: UnitKind, clock: Clock): number =>
  endOfWorkday(from, fixDays, kind, clock);

/** A due time after the clock stood still from `from` to `to`: as much work time is left as was left then. */
export function resumed(due: number, from: number, to: number, kind: UnitKind, clock: Clock): number {
  if (due <= from) return due;
  const left = workMinutesBetween(from, due, clock.hours, kind, clock.calendar);
  return addWorkTime(to, left, clock.hours, kind, clock.calendar);
}

/** 蓝: two workdays or less are left. 黄: behind, unsigned in time or on its last day. 红: its time has passed. */
export type Colour = 'blue' | 'yellow' | 'red';
export function colourOf(
  finding: Finding,
  now: number,
  { calendar }: Pick<Know, 'calendar'>,
): Colour | undefined {
  if (dueOf(finding) === undefined) return undefined;
  if (finding.fixDueAt < now) return 'red';
  const [today, last] = [dayOf(now), dayOf(finding.fixDueAt)];
  if (isOverdue(finding, now) || today >= last) return 'yellow';
  return today >= calendar.shiftWorkdays(last, -2) ? 'blue' : undefined;
}

/** `people`: liaison and discipline lead; `office`: a to-do where somebody telephones; `ask`: what has come of it. */
export type Rung = 'ack.people' | 'ack.office' | 'fix.ask' | 'fix.people' | 'fix.office';
export const RUNGS: readonly Rung[] = ['ack.people', 'ack.office', 'fix.ask', 'fix.people', 'fix.office'];

/** When each rung of the present state rings. Rungs climb in work time only, and not while reminders rest. */
export function rungTimes(
  finding: Finding,
  kind: UnitKind,
  { hours, calendar }: Clock,
): readonly { readonly rung: Rung; readonly at: number }[] {
  const due = dueOf(finding);
  if (due === undefined) return [];
  const awake = (at: number): number =>
    addWorkTime(Math.max(at, finding.restUntil), 0, hours, kind, calendar);
  // Behind the first rung by its full length, also when that one has been put off: never both at once.
  const office = addWorkTime(awake(due.at), finding.policy.officeMinutes, hours, kind, calendar);
  if (due.what === 'ack')
    return [
      { rung: 'ack.people', at: awake(due.at) },
      { rung: 'ack.office', at: office },
    ];
  const dayBefore = calendar.shiftWorkdays(dayOf(due.at), -1);
  const asks = instant(dayBefore, workSpan(hours, dayBefore, kind)?.[0] ?? '08:30');
  const { ack, extension } = finding;
  const settled = Math.max(ack?.at ?? 0, extension?.state === 'granted' ? (extension.decided?.at ?? 0) : 0);
  return [
    // Signed, or given more time, on the very day before: being asked again at once would be nagging.
    ...(asks > settled ? [{ rung: 'fix.ask' as const, at: awake(asks) }] : []),
    { rung: 'fix.people', at: awake(due.at) },
    { rung: 'fix.office', at: office },
  ];
}

/** Whether a rung that rings now still has something to say: the record decides, not the timer. */
export const isRung = (finding: Finding, rung: Rung, turn: number): boolean =>
  turn === finding.turn &&
  !isPaused(finding) &&
  dueOf(finding)?.what === (rung.startsWith('ack') ? 'ack' : 'fix');
