import 'server-only';

export interface ReadCards {
  readonly headers: Readonly<Record<string, string>>;
  /** Fields of each note, their quotes undone. */
  readonly notes: readonly (readonly string[])[];
}

/**
 * Reads a file as Anki's import does (docs.ankiweb.net/importing/text-files.html), but forgives nothing: headers first, then
 * a line a note, every field in quotes, as many fields as #columns names. Throws an Error with the line that is not so.
 */
export function readCards(file: string): ReadCards {
  if (!file.endsWith('\n') || file.includes('\r')) throw new Error('lines do not end as they should');
  const lines = file.slice(0, -1).split('\n');
  const first = lines.findIndex((line) => !line.startsWith('#'));
  const head = first < 0 ? lines : lines.slice(0, first);
  const headers = Object.fromEntries(
    head.map((line) => {
      const [, name, value] = /^#([a-z ]+):(.+)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`no header: ${line}`);
      return [name, value];
    }),
  );
  if (headers.separator !== 'Tab') throw new Error(`separator: ${headers.separator}`);
  const width = headers.columns?.split('\t').length;
  const notes = (first < 0 ? [] : lines.slice(first)).map((line) => {
    const fields = line.split('\t').map((field) => {
      if (!/^"([^"]|"")*"$/.test(field)) throw new Error(`a field that its quotes do not hold: ${line}`);
      return field.slice(1, -1).replaceAll('""', '"');
    });
    if (fields.length !== width) throw new Error(`${fields.length} fields: ${line}`);
    return fields;
  });
  return { headers, notes };
}
