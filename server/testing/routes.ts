import 'server-only';
import { readdirSync } from 'node:fs';
import path from 'node:path';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
export type Handler = (request: Request) => Promise<Response>;
export type RouteFile = Readonly<Partial<Record<Method, Handler>>>;

const API = path.resolve('app/api');

/** Every address below /api and the file that answers it, as Next finds them in the tree. */
export const ROUTES: ReadonlyMap<string, RouteFile> = new Map(
  await Promise.all(
    readdirSync(API, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'route.ts')
      .map(async (file): Promise<[string, RouteFile]> => {
        const address = path.dirname(file).split(path.sep).join('/');
        return [`/api/${address}`, await import(/* @vite-ignore */ path.join(API, file))];
      }),
  ),
);
