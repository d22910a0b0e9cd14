import { z } from 'zod';

// Where it may, zod compiles its schemas with `new Function`, and it finds out by trying: on our pages, whose policy forbids
// eval, each try would be a violation. So it is told not to, before there is any schema.
z.config({ jitless: true });

export { z };
