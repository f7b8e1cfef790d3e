/** Which units are in memory: the live tables and the open days always, past days as long as there is room. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, isDay } from '../../core/time.ts';
import type { Disk } from './disk.ts';
import { dayFile, emptyUnit, LIVE, readUnit, sizeOf, type Unit } from './unit.ts';

export interface UnitsSettings {
  readonly folder: string;
  readonly disk: Disk;
  /** The first day that is open now. */
  readonly openFrom: () => Day;
  /** How many rows of past days may stay in memory. */
  readonly pastRows: number;
}

export class Units {
  readonly live: Unit;
  readonly #settings: UnitsSettings;
  readonly #days = new Map<string, Unit>();
  readonly #loading = new Map<string, Promise<Unit>>();
  readonly #pins = new Map<string, number>();
  #askings = 0;

  constructor(settings: UnitsSettings) {
    this.#settings = settings;
    this.live = emptyUnit(settings.folder, settings.disk, LIVE);
  }

  /** The unit of a day if it can be had at once: in memory, or new because it has no file. */
  atHand(table: string, day: Day): Unit | undefined {
    const file = dayFile(table, day);
    const there = this.#days.get(file);
    if (there !== undefined) {
      this.#askings += 1;
      there.used = this.#askings;
      return there;
    }
    if (!isDay(day)) throw new Error('a daily table has a row of no day');
    if (existsSync(join(this.#settings.folder, file))) return undefined;
    return this.#keep(emptyUnit(this.#settings.folder, this.#settings.disk, file));
  }

  /** The unit of a day, read from its file when need be. Throws `Damaged`. */
  async load(table: string, day: Day): Promise<Unit> {
    const atHand = this.atHand(table, day);
    if (atHand !== undefined) return atHand;
    const file = dayFile(table, day);
    const loading = this.#loading.get(file) ?? this.#read(file);
    this.#loading.set(file, loading);
    return loading;
  }

  /** Runs `task` with these days in memory, however little room there is. */
  async holding<T>(days: readonly { table: string; day: Day }[], task: () => T): Promise<T> {
    const files = days.map(({ table, day }) => dayFile(table, day));
    for (const file of files) this.#pins.set(file, (this.#pins.get(file) ?? 0) + 1);
    try {
      await Promise.all(days.map(({ table, day }) => this.load(table, day)));
      return task();
    } finally {
      for (const file of files) this.#unpin(file);
    }
  }

  /** Units whose memory is ahead of their file. */
  dirty(): readonly Unit[] {
    return this.all().filter((unit) => unit.dirty);
  }

  all(): readonly Unit[] {
    return [this.live, ...this.#days.values()];
  }

  /** Lets go of the days used longest ago until what is left of the past fits. */
  trim(): void {
    const past = [...this.#days.values()]
      .filter((unit) => this.#isPast(unit))
      .sort((a, b) => a.used - b.used);
    let held = past.reduce((sum, unit) => sum + sizeOf(unit), 0);
    for (const unit of past) {
      if (held <= this.#settings.pastRows) return;
      if (unit.dirty || unit.saving || this.#pins.has(unit.file)) continue;
      this.#days.delete(unit.file);
      held -= sizeOf(unit);
    }
  }

  /** Takes a day away, from memory and from the disk, unless it was touched after `base`; the folder is not synced. */
  async remove(file: string, base: number): Promise<boolean> {
    await this.#loading.get(file);
    if ((this.#days.get(file)?.changed ?? 0) > base) return false;
    this.#days.delete(file);
    rmSync(join(this.#settings.folder, file), { force: true });
    return true;
  }

  async #read(file: string): Promise<Unit> {
    try {
      const unit = await readUnit(emptyUnit(this.#settings.folder, this.#settings.disk, file));
      this.#keep(unit);
      this.trim();
      return unit;
    } finally {
      this.#loading.delete(file);
    }
  }

  #keep(unit: Unit): Unit {
    this.#askings += 1;
    unit.used = this.#askings;
    this.#days.set(unit.file, unit);
    return unit;
  }

  #isPast(unit: Unit): boolean {
    return unit.file.slice(-'YYYY-MM-DD.json'.length, -'.json'.length) < this.#settings.openFrom();
  }

  #unpin(file: string): void {
    const left = (this.#pins.get(file) ?? 1) - 1;
    if (left === 0) this.#pins.delete(file);
    else this.#pins.set(file, left);
  }
}
