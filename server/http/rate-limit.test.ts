import { expect, it } from 'vitest';
import { Refusal } from '@/model/problem';
import { countRequest } from './rate-limit';

it('lets six hundred requests a minute through, then says how long to wait; others do not notice', async () => {
  for (let sent = 0; sent < 600; sent += 1) await countRequest('write', 'a script that runs wild');
  const refusal = await countRequest('write', 'a script that runs wild').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ slug: 'too-many-requests' });
  expect(Number((refusal as Refusal).details.headers?.['Retry-After'])).toBeGreaterThan(0);
  await expect(countRequest('write', 'a learner')).resolves.toBeUndefined();
  await expect(countRequest('session', 'a script that runs wild')).resolves.toBeUndefined();
});
