/** In the room of a unit the roster has dropped, only the office is still somebody. */
import { expect, it } from 'vitest';
import { demoFacts, stage } from '../support/stage.ts';

it('makes a guest of everybody when the unit of the room is gone', async () => {
  const on = await stage();
  const { roster } = demoFacts();
  const gone = (id: string): boolean =>
    roster.people.some(({ id: one, posts }) => one === id && posts.every(({ unit }) => unit === 'jyj'));
  const units = roster.units.filter(({ id }) => id !== 'jyj');
  const people = roster.people.flatMap((person) => {
    const posts = person.posts.filter(({ unit }) => unit !== 'jyj');
    return posts.length === 0 ? [] : [{ ...person, posts }];
  });
  const dropped = roster.people.map(({ id }) => id).filter(gone);
  const liaison = people.find(({ posts }) =>
    posts.some(({ unit, role }) => unit === 'czj' && role === 'liaison'),
  );
  await on.reload({ ...demoFacts(), roster: { units, people } }, [], dropped);
  const room = on.cast.roomOf('教育局');
  const understood = await on.hear(
    on.street.message(`wxid_${liaison?.id}`, liaison?.name ?? '', room ?? '', '我今天下乡'),
  );
  expect(understood?.kind).toBe('silence');
  await on.hear(on.street.message(`wxid_${liaison?.id}`, liaison?.name ?? '', room ?? '', '核对 财政局'));
  expect(on.fresh()).toEqual([]);
  await on.say('钱进', '督查群', '名册');
  await on.hear(on.street.message('wxid_zfb02', '钱进', room ?? '', '解绑'));
  expect(on.fresh()[0]?.text).toContain('确认');
});
