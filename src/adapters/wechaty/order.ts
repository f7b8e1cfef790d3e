/** Keeps what arrives in its order while the details of several are fetched at the same time. */

/** Starts up to `limit` loads at once and hands their results out in the order they were put in. */
export class InOrder<T> {
  readonly #limit: number;
  readonly #deliver: (value: T) => void;
  readonly #waiting: (() => Promise<T>)[] = [];
  readonly #begun: { result?: { readonly value: T } }[] = [];

  /** `deliver` must not throw. */
  constructor(limit: number, deliver: (value: T) => void) {
    this.#limit = limit;
    this.#deliver = deliver;
  }

  /** `load` must not reject. */
  put(load: () => Promise<T>): void {
    this.#waiting.push(load);
    this.#begin();
  }

  #begin(): void {
    while (this.#begun.length < this.#limit) {
      const load = this.#waiting.shift();
      if (load === undefined) return;
      const slot: { result?: { readonly value: T } } = {};
      this.#begun.push(slot);
      void load().then((value) => {
        slot.result = { value };
        this.#drain();
      });
    }
  }

  #drain(): void {
    for (let first = this.#begun[0]?.result; first !== undefined; first = this.#begun[0]?.result) {
      this.#begun.shift();
      this.#deliver(first.value);
    }
    this.#begin();
  }
}

/** One queue a conversation: a slow answer about one room holds up no other. */
export class Lanes<T> {
  readonly #deliver: (value: T) => void;
  readonly #tails = new Map<string, Promise<void>>();

  /** `deliver` must not throw. */
  constructor(deliver: (value: T) => void) {
    this.#deliver = deliver;
  }

  /** Delivers at once when nothing is ahead in this lane and `job` answers at once. A job must not reject. */
  run(lane: string, job: () => T | Promise<T>): void {
    const ahead = this.#tails.get(lane);
    const now = ahead === undefined ? job() : ahead.then(job);
    if (!(now instanceof Promise)) {
      this.#deliver(now);
      return;
    }
    const tail = now.then(this.#deliver).then(() => {
      if (this.#tails.get(lane) === tail) this.#tails.delete(lane);
    });
    this.#tails.set(lane, tail);
  }
}
