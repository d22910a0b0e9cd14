import { existsSync } from 'node:fs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** PW_CHROMIUM, else the system's own, else Playwright's; null where there is none. */
export async function findChromium() {
  const given = process.env.PW_CHROMIUM;
  if (given) return given;
  const system = SYSTEM.find((file) => existsSync(file));
  if (system) return system;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}
