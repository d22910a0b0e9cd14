import { defineConfig } from '@playwright/test';
import type { BookOptions } from './e2e/fixtures/book-test';
import { CHROMIUM } from './e2e/fixtures/chromium';

export default defineConfig<BookOptions>({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/fixtures/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // For a busy machine with two slow cores: a journey that is right takes a few seconds.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: CHROMIUM,
  },
  projects: [
    { name: 'en', testDir: 'e2e/journeys', use: { language: 'en', locale: 'en-GB' } },
    { name: 'zh', testDir: 'e2e/journeys', use: { language: 'zh', locale: 'zh-CN' } },
    { name: 'site', testDir: 'e2e/site', use: { language: 'en', locale: 'en-GB' } },
  ],
});
