/** One clear sentence on stderr, and the end. */
export function refuse(sentence) {
  process.stderr.write(`2MSL: ${sentence}\n`);
  process.exit(1);
}
