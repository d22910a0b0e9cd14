import { handle, route } from '@/server/http/endpoint';
import * as operations from '@/server/http/operations';
import { json } from '@/server/http/reply';
import { exportLearner } from '@/server/learning/export-learner';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: handle(operations.exportLearner, async ({ learner, receivedAt }) => {
    const name = `2msl-${receivedAt.toISOString().slice(0, 10)}.json`;
    const headers = { 'Content-Disposition': `attachment; filename="${name}"` };
    return json(200, await exportLearner(learner, receivedAt), headers);
  }),
});
