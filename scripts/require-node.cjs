// Loaded before anything else (node -r), and written so that the oldest Node can still parse it.
var NEEDED = [20, 19];
var parts = process.versions.node.split('.');
var major = Number(parts[0]);
var minor = Number(parts[1]);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    '2MSL needs Node.js ' +
      NEEDED.join('.') +
      ' or newer, and this is ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org and try again.\n',
  );
  process.exit(1);
}
