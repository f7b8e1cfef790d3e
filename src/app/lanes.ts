/** Lanes: work of one lane runs in order, different lanes do not wait for each other. */

export type InLane = <T>(lane: string, work: () => Promise<T>) => Promise<T>;

export function lanes(): InLane {
  const tails = new Map<string, Promise<unknown>>();
  return (lane, work) => {
    const before = tails.get(lane);
    // A failure before does not concern the next one in line.
    const done = before === undefined ? work() : before.then(work, work);
    tails.set(lane, done);
    const forget = (): void => {
      if (tails.get(lane) === done) tails.delete(lane);
    };
    done.then(forget, forget);
    return done;
  };
}
