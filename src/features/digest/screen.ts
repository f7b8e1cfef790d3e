/** One phone screen: what every room has to say, cut to so many lines that the most important ones stay. Pure. */
import type { Org } from '../../core/org.ts';
import type { Said } from './digest.ts';
import { TEXTS } from './texts.ts';

/** A leader reads one screen. */
export const MOST_LINES = 15;
export const MOST_UNITS = 8;
/** So many lines of attention are kept free before sections may spread. */
const ATTENTION_KEPT = 4;

/** A unit that needs attention, with everything there is to say about it. */
interface Wanted {
  readonly unit: string;
  readonly text: string;
}

/** One entry a unit, in the order the rooms named them. */
export function wantedUnits(said: readonly Said[]): readonly Wanted[] {
  const texts = new Map<string, string[]>();
  for (const { unit, text } of said.flatMap(({ section }) => section.attention))
    texts.set(unit, [...(texts.get(unit) ?? []), text]);
  return [...texts].map(([unit, all]) => ({ unit, text: all.join('；') }));
}

/** Lines of every room within a budget: the first of each, then the second of each, and so on. */
export function fitted(said: readonly Said[], budget: number): readonly string[] {
  const all = said.map(({ title, section }) =>
    section.lines.length === 0 ? [TEXTS.none({ title })] : section.lines,
  );
  const taken = all.map(() => 0);
  let left = budget;
  const longest = Math.max(0, ...all.map((lines) => lines.length));
  for (let depth = 0; depth < longest; depth += 1)
    for (const [n, lines] of all.entries())
      if (depth < lines.length && left > 0) {
        taken[n] = depth + 1;
        left -= 1;
      }
  return all.flatMap((lines, n) => lines.slice(0, taken[n]));
}

/** 需关注, at most so many units; the last line says how many there are besides. */
function attentionLines(wanted: readonly Wanted[], room: number, org: Org): readonly string[] {
  if (wanted.length === 0 || room < 2) return [];
  const most = Math.min(MOST_UNITS, room - 1);
  const shown = wanted.length <= most ? wanted : wanted.slice(0, Math.min(MOST_UNITS, room - 2));
  const more = wanted.length - shown.length;
  return [
    TEXTS.attention(),
    ...shown.map(({ unit, text }, n) =>
      TEXTS.numbered({ n: n + 1, unit: org.unit(unit)?.name ?? TEXTS.county(), text }),
    ),
    ...(more > 0 ? [TEXTS.more({ count: more })] : []),
  ];
}

/** The leaders' screen under its title: at most `MOST_LINES` lines in all. */
export function screen(title: string, said: readonly Said[], org: Org): readonly string[] {
  const wanted = wantedUnits(said);
  const kept = wanted.length === 0 ? 0 : Math.min(wanted.length + 1, ATTENTION_KEPT);
  const lines = fitted(said, MOST_LINES - 2 - kept);
  const room = MOST_LINES - 2 - lines.length;
  return [title, ...lines, ...attentionLines(wanted, room, org), TEXTS.detail()];
}
