// Loaded before a build that is to be compared (node --require). React numbers the parts of a page in the order in which
// they are ready, and that order hangs on which file the disk brings first. Read at once, files are ready in the order
// in which they were asked for.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

for (const name of ['readFile', 'readdir', 'stat', 'access']) {
  const original = fs.promises[name];
  fs.promises[name] = async (target, ...rest) =>
    typeof target === 'string' ? fs[`${name}Sync`](target, ...rest) : original(target, ...rest);
}
syncBuiltinESMExports();
