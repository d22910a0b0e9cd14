import { generateClients } from './setup/install.mjs';

await generateClients();
