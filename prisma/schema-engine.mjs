#!/usr/bin/env node
// Stands in for Prisma's native schema engine: the same command line and the same JSON-RPC over stdio, done by
// @prisma/schema-engine-wasm through a driver adapter. So `generate` and `migrate` need nothing but what npm installed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const require = createRequire(import.meta.url);
const argv = process.argv.slice(2);
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const { url } = JSON.parse(option('--datasource') ?? '{}');

if (argv.includes('cli')) await tryConnection();
else await serve();
process.exit(0);

async function makeFactory() {
  if (!url) throw Object.assign(new Error('datasource.url is not set in prisma.config.ts'), { code: 'P1012' });
  return url.startsWith('postgres') ? makePostgresFactory() : makeSqliteFactory();
}

async function makePostgresFactory() {
  const { default: pg } = await import('pg');
  // pg_catalog columns of type "char" (oid 18) are unknown to the adapter: report them as text (oid 25).
  const addFields = pg.Result.prototype.addFields;
  pg.Result.prototype.addFields = function (fields) {
    for (const field of fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
    return addFields.call(this, fields);
  };
  const { PrismaPg } = await import('@prisma/adapter-pg');
  return new PrismaPg({ connectionString: url }, { schema: new URL(url).searchParams.get('schema') ?? undefined });
}

async function makeSqliteFactory() {
  mkdirSync(path.dirname(sqliteFile()), { recursive: true, mode: 0o700 });
  const { PrismaLibSql } = await import('@prisma/adapter-libsql');
  const factory = new PrismaLibSql({ url, timeout: 5000 });
  for (const name of ['connect', 'connectToShadowDb']) {
    const connect = factory[name]?.bind(factory);
    if (connect) factory[name] = async () => mendConnection(await connect());
  }
  return factory;
}

function sqliteFile() {
  return url.replace(/^file:/, '').replace(/\?.*$/, '');
}

function mendConnection(connection) {
  // The engine sends whole migration scripts through executeRaw, where SQLite drivers run only the first statement.
  const executeRaw = connection.executeRaw.bind(connection);
  connection.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await connection.executeScript(query.sql);
    return 0;
  };
  // libSQL prefixes its messages with "SQLITE_ERROR: ", so the adapter does not see that a table is missing,
  // which the engine needs to know on a fresh database.
  for (const method of ['queryRaw', 'executeRaw', 'executeScript']) {
    const run = connection[method].bind(connection);
    connection[method] = (query) => run(query).catch(rethrowMissingTable);
  }
  return connection;
}

function rethrowMissingTable(error) {
  const said = error?.cause?.originalMessage ?? error?.cause?.message ?? error?.message ?? '';
  const table = /no such table: (\S+)/.exec(said)?.[1];
  if (table === undefined) throw error;
  throw new DriverAdapterError({
    kind: 'TableDoesNotExist',
    table,
    originalCode: '1',
    originalMessage: said,
  });
}

async function loadWasm() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    set_message(message) {
      this.message = message;
      process.stderr.write(`${message}\n`);
    },
  };
  const script = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(script.replace(/schema_engine_bg\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

async function makeEngine(datamodels, inShadowDatabase) {
  await loadWasm();
  const factory = bindMigrationAwareSqlAdapterFactory(await makeFactory());
  if (inShadowDatabase) factory.connect = factory.connectToShadowDb;
  const log = (line) => process.env.DEBUG && console.error(line);
  return { engine: await bindings.SchemaEngine.new({ datamodels }, log, factory), factory };
}

/** `schema-engine cli can-connect-to-database` and its like. */
async function tryConnection() {
  try {
    const connection = await (await makeFactory()).connect();
    await connection.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] });
    await connection.dispose();
  } catch (error) {
    const cause = error?.cause ?? {};
    const said = cause.originalMessage || error?.message || error?.code || String(error);
    const where = cause.host ? ` at ${cause.host}:${cause.port ?? 5432}` : '';
    const message = `Can't reach or open the database${where}: ${said}`;
    const fields = { message, is_panic: false, error_code: error?.code ?? 'P1001' };
    const timestamp = new Date().toISOString();
    // Prisma reads from the second line on; the native engine's first line is of no use to it.
    console.error(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', timestamp, fields })}`);
    process.exit(1);
  }
}

async function serve() {
  const state = { ready: undefined };
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const request = JSON.parse(line);
    if (!request.method) continue; // The answer to a `print` of ours.
    try {
      send({ id: request.id, result: await answer(state, request) });
    } catch (error) {
      const message = error?.message || error?.code || String(error);
      const data = { is_panic: false, message, meta: null, error_code: error?.code ?? null };
      send({
        id: request.id,
        error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
      });
    }
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

async function answer(state, { id, method, params }) {
  const files = params?.schema?.files ?? params?.to?.files ?? params?.from?.files;
  // A diff from a folder of migrations replays them in a shadow database, never in the real one.
  const replays = method === 'diff' && [params.from?.tag, params.to?.tag].includes('migrations');
  if (replays && url.startsWith('postgres')) {
    throw new Error(
      'migrate diff --from-migrations is not offered on PostgreSQL; use --from-config-datasource after deploy.',
    );
  }
  state.ready ??= makeEngine(
    files?.map((file) => [file.path, file.content]),
    replays,
  );
  const { engine, factory } = await state.ready;
  if (method === 'reset' && factory.provider === 'sqlite') {
    // The WebAssembly engine's reset does nothing on SQLite: remove the file, as the native engine does.
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(sqliteFile() + suffix, { force: true });
    state.ready = undefined;
    return null;
  }
  const result = await call(engine, method === 'getDatabaseVersion' ? 'version' : method, params);
  if (method === 'diff' && result?.stdout) send({ id: `p${id}`, method: 'print', params: { content: result.stdout } });
  return result ?? null;
}

async function call(engine, method, params) {
  try {
    return await engine[method](params);
  } catch (error) {
    // On a fresh database the engine does not take a missing history table for an empty history: make the table first.
    if (!/_prisma_migrations/.test(error?.message ?? '') || !params?.migrationsList) throw error;
    await engine.applyMigrations({
      ...params,
      migrationsList: { ...params.migrationsList, migrationDirectories: [] },
    });
    return engine[method](params);
  }
}
