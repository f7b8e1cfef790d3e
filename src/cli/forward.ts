/** Moves a manual clock forward through everything that falls due on the way. */
import type { ManualClock } from '../adapters/sandbox/manual-clock.ts';
import type { Program } from '../app/program.ts';

const step = async (program: Program): Promise<void> => {
  await program.tick();
  await program.drain();
};

/** Plays every slot, timer and message due until `target`; `after` runs after each stop on the way. */
export async function forward(
  program: Program,
  clock: ManualClock,
  target: number,
  after = async (): Promise<void> => {},
): Promise<void> {
  await step(program);
  for (
    let next = await program.nextAt();
    next !== undefined && next <= target;
    next = await program.nextAt()
  ) {
    // What is due and cannot be done yet (the line is down) must not hold the clock.
    clock.moveTo(Math.max(next, clock.now() + 1));
    if (clock.now() > target) break;
    await step(program);
    await after();
  }
  clock.moveTo(target);
  await step(program);
  await after();
}
