import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'prisma/config';
import { parseDatabaseUrl } from './model/database-url';

// Prisma's command line wants to download a native schema engine; schema-engine.mjs speaks its protocol over the
// WebAssembly one that npm has already brought. Windows cannot spawn a script, so Prisma's own engine is used there.
const engine = path.join(import.meta.dirname, 'prisma/schema-engine.mjs');
if (process.platform !== 'win32' && !process.env.PRISMA_NATIVE_ENGINE && existsSync(engine)) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= engine;
}

const database = parseDatabaseUrl(process.env.DATABASE_URL);
// `prisma generate` is run once for each provider, whatever the address says.
const provider = process.env.DB_PROVIDER ?? database.provider;

export default defineConfig({
  schema: `prisma/${provider}`,
  migrations: { path: `prisma/${provider}/migrations` },
  datasource: { url: database.url },
});
