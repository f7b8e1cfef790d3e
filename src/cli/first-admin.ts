/** The first admin: while nobody of the office is bound, each start prints a code that makes one. */
import type { Program } from '../app/program.ts';
import { put } from '../core/store.ts';
import { DAY } from '../core/time.ts';
import { BINDING_CODES, BINDINGS } from '../features/access/access.ts';

/** Whether somebody who may run the bot is bound already. */
async function hasAdmin({ house }: Program): Promise<boolean> {
  const bindings = await house.doors.store.find(BINDINGS, {});
  const admins = new Set(
    house
      .know()
      .org.everywhere('admin')
      .map(({ id }) => id),
  );
  return bindings.some(({ data }) => admins.has(data.person));
}

/** A fresh code for the first admin, good for a day; undefined when there is one. Earlier codes run out by themselves. */
export async function firstAdminCode(program: Program): Promise<string | undefined> {
  if (await hasAdmin(program)) return undefined;
  const { store, secrets, clock } = program.house.doors;
  const code = secrets.draw(6);
  const row = { person: null, until: clock.now() + DAY, tries: 0, issuedBy: 'system' };
  await store.commit([put(BINDING_CODES, secrets.hash(code), row)]);
  return code;
}
