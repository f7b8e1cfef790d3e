/** A table of states as a Mermaid diagram: every move the program knows, with its Chinese names. */
import type { Lifecycle } from '../../src/core/lifecycle.ts';

/** Moves between the same two states are one arrow with all their verbs. */
export function lifeDiagram<S extends string, V extends string>(life: Lifecycle<S, V>): string {
  const states = Object.keys(life.states) as S[];
  const arrows = new Map<string, string[]>();
  for (const { verb, from, to } of life.moves)
    for (const state of from) {
      const arrow = `${state} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), life.verbs[verb]]);
    }
  const last = states.filter((state) => !life.moves.some(({ from }) => from.includes(state)));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map((state) => `  state "${life.states[state]}" as ${state}`),
    `  [*] --> ${life.initial}`,
    ...[...arrows].map(([arrow, verbs]) => `  ${arrow}: ${verbs.join('、')}`),
    ...last.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
}
