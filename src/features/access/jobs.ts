/** At 17:00 the office gets the day's registered heads and other roles as one list to approve. */
import type { Job } from '../../core/job.ts';
import { acceptedClaims, approvalAsk } from './claims.ts';

export const approvalJob: Job = {
  id: 'access.approvals',
  title: '待批人员清单',
  on: 'workday',
  slots: () => [{ at: '17:00' }],
  grace: 3 * 60,
  catchUp: 'latest',
  run: async (_, world) => {
    const claims = await acceptedClaims(world);
    return claims.length === 0
      ? {}
      : { ask: [await approvalAsk(claims, world, { to: 'office', who: '*' }, { priority: 'notice' })] };
  },
};
