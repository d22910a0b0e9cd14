/** What was chosen: a script, and the files that it runs, by their names. */
export type ScriptFiles =
  | { readonly script: string | null; readonly files: Readonly<Record<string, string>> }
  | { readonly refused: 'empty' | 'tooLong' | 'notText' };

/** The script is the file that is no shell script; of several the first. `most`: octets of all together. */
export async function readScriptFiles(list: readonly File[], most: number): Promise<ScriptFiles> {
  if (list.reduce((sum, { size }) => sum + size, 0) > most) return { refused: 'tooLong' };
  const texts = await Promise.all(list.map(async (file) => [file.name, await file.text()] as const));
  // A zero octet, and what stands for octets that are no text, is in no script.
  if (texts.some(([, text]) => /[\0\uFFFD]/.test(text))) return { refused: 'notText' };
  const isShell = (name: string) => /\.(?:sh|py)$/.test(name);
  const script = texts.find(([name]) => !isShell(name))?.[1] ?? null;
  if (script?.trim() === '') return { refused: 'empty' };
  return { script, files: Object.fromEntries(texts.filter(([name]) => isShell(name))) };
}
