import 'server-only';
import { readdirSync } from 'node:fs';
import path from 'node:path';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number] | 'OPTIONS';
type Handler = (request: Request) => Promise<Response>;
type RouteFile = Readonly<Partial<Record<Method, Handler>>>;

/** Every file below a folder that answers requests, as Next finds them in the tree. */
export function routeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^route\.tsx?$/.test(path.basename(file)))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')));
}

/** Every address below /api and the file that answers it. */
export const ROUTES: ReadonlyMap<string, RouteFile> = new Map(
  await Promise.all(
    routeFiles('app/api').map(async (file): Promise<[string, RouteFile]> => {
      return [path.posix.dirname(file).slice('app'.length), await import(/* @vite-ignore */ path.resolve(file))];
    }),
  ),
);
