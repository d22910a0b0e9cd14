// npm start: from a fresh clone to a running book, and quickly there the second time.
import { addressesOf, chooseAddress } from './setup/address.mjs';
import { build } from './setup/build.mjs';
import { checkDatabase, migrate } from './setup/database.mjs';
import { install } from './setup/install.mjs';
import { serve } from './setup/serve.mjs';

// What can be refused is refused before the long work.
const address = await chooseAddress();
await checkDatabase();
await install();
await migrate();
await build();
serve('start', address, {
  env: { NODE_ENV: 'production' },
  onReady() {
    const [first, ...network] = addressesOf(address);
    console.log(`\n2MSL is open at ${first}  (English: ${first}/en, 中文：${first}/zh)`);
    for (const each of network) console.log(`  on the network: ${each}`);
    console.log('Ctrl+C ends it.');
  },
});
