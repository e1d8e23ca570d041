import { expect, test } from 'vitest';
import { activities, activity, contact } from '../../../test/activity-files.ts';
import { stateOf } from '../../../test/state.ts';
import { world } from '../../../test/world.ts';

test('what was brought for a circle can be taken back, and comes back, after the organisation has left the circle', async () => {
  const w = await world();
  try {
    const bring = async (name: string, ...all: string[]) => {
      const { body } = await w.as('reporter').upload('/intake/batches', { fields: { audience: 'circle', circleId: String(w.circles.valley) }, files: [{ name, content: activities(...all) }] });
      return w.wait(body.id);
    };
    await bring('a.xml', activity('A-1', { more: contact('Anna Alpha', 'anna@alpha.example') }));
    const before = await stateOf(w.db.superuser);
    const update = await bring('a.xml', activity('A-1', { title: 'New' }));
    expect(update.counts).toMatchObject({ changed: 1 });
    await w.db.superuser.query('delete from access_circle_members where organisation_id = $1', [w.organisations.Alpha]);
    const undone = await w.as('reporter').post(`/intake/batches/${update.id}/undo`);
    expect([undone.status, undone.body.status], undone.text).toEqual([200, 'undone']);
    await w.db.superuser.query('insert into access_circle_members (circle_id, organisation_id) values ($1, $2)', [w.circles.valley, w.organisations.Alpha]);
    expect(await stateOf(w.db.superuser)).toBe(before);
  } finally {
    await w.close();
  }
});
