import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { replay } from './replay/compare';
import { predictFile } from './replay/predict-file';

const USAGE = `npm run --silent replay -- FILE…         compare the Linux profile with what a kernel did
npm run --silent replay -- --json FILE   print what the profile predicts, in the trace's own words`;

function main(args: readonly string[]): number {
  const files = args.filter((arg) => arg !== '--json');
  if (files.length === 0 || args.includes('--help')) {
    console.log(USAGE);
    return args.includes('--help') ? 0 : 2;
  }
  if (args.includes('--json')) return printPrediction(files);
  let failed = 0;
  for (const file of files) {
    const [name, difference] = compare(file);
    if (difference !== null) failed += 1;
    console.log(difference === null ? `ok ${name}` : `differs ${name}: ${difference}`);
  }
  console.log(`${files.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function printPrediction(files: readonly string[]): number {
  for (const file of files) {
    try {
      console.log(JSON.stringify(predictFile(read(file)), null, 1));
    } catch (error) {
      console.error(`${file}: ${said(error)}`);
      return 1;
    }
  }
  return 0;
}

function compare(file: string): [name: string, difference: string | null] {
  const fallback = (file.split('/').at(-1) ?? file).replace(/\.json$/, '');
  try {
    const json = read(file);
    const { name } = z.looseObject({ name: z.string().default(fallback) }).parse(json);
    return [name, replay(json)];
  } catch (error) {
    return [fallback, said(error)];
  }
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function said(error: unknown): string {
  if (error instanceof z.ZodError) return `not a trace: ${z.prettifyError(error).replaceAll('\n', ' ')}`;
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = main(process.argv.slice(2));
