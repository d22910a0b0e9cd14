import type { IForbiddenRuleType, IRuleSetType } from 'dependency-cruiser';

/** One row of the import table in docs/ARCHITECTURE.md: who, and whom it may import. All else is an error. */
interface Row {
  readonly from: string;
  /** Files that this row is about; test files stand under a row of their own. */
  readonly path: string;
  /** Our own files, as regular expressions. */
  readonly may: readonly string[];
  readonly packages?: readonly string[];
  /** Node's own modules. */
  readonly node?: true;
}

const REACT = ['react', 'react-dom'];
const BROWSER = [...REACT, 'next', 'next-intl', 'use-intl', 'framer-motion', 'zod'];
const ENGINE = ['^engine/'];
const MODEL = ['^model/'];
const DIAGNOSIS = ['^diagnosis/'];
/** The schedule of reviews. */
const REVIEW = ['^review/'];
const LOCALE = ['^i18n/(locale|choose-locale)\\.ts$'];
/** Words are data that may stand in a bundle; questions, with their keys, may not. */
const WORDS = ['^content/(en|zh)/words/'];
/** What a view may see besides its own folder. */
const VIEW = ['^components/(ui|client)/', ...ENGINE, ...MODEL, ...LOCALE, ...WORDS];

export const TABLE: readonly Row[] = [
  { from: 'engine/tcp', path: '^engine/tcp/', may: ['^engine/tcp/'] },
  { from: 'engine/network', path: '^engine/network/', may: ['^engine/(tcp|network)/'] },
  { from: 'engine/simulation', path: '^engine/simulation/', may: ['^engine/(tcp|network|simulation|version)'] },
  { from: 'engine/explorer', path: '^engine/explorer/', may: ['^engine/(tcp|network|simulation|explorer)/'] },
  { from: 'engine/formats', path: '^engine/formats/', may: ENGINE },
  { from: 'engine', path: '^engine/[^/]+$', may: ENGINE },
  { from: 'diagnosis', path: '^diagnosis/', may: [...DIAGNOSIS, '^engine/tcp/state\\.ts$'] },
  { from: 'review', path: '^review/', may: ['^review/', ...MODEL], packages: ['ts-fsrs'] },
  { from: 'model', path: '^model/', may: [...ENGINE, ...MODEL], packages: ['zod'] },
  { from: 'i18n', path: '^i18n/', may: ['^i18n/', ...MODEL, '^server/content/'], packages: ['next', 'next-intl'] },
  { from: 'components/client', path: '^components/client/', may: ['^components/client/', ...MODEL], packages: BROWSER },
  {
    from: 'components/quiz',
    path: '^components/quiz/',
    may: ['^components/(quiz|simulator)/', ...VIEW],
    packages: BROWSER,
  },
  {
    from: 'components/classroom, components/interview, components/drill, components/explorer, components/imports, components/lab, components/predict',
    path: '^components/(classroom|interview|drill|explorer|imports|lab|predict)/',
    may: ['^components/$1/', '^components/(quiz|simulator)/', ...VIEW, ...REVIEW],
    packages: [...BROWSER, 'idb'],
  },
  {
    from: 'components/tools',
    path: '^components/tools/',
    may: ['^components/tools/', ...DIAGNOSIS, ...VIEW],
    packages: BROWSER,
  },
  {
    from: 'components',
    path: '^components/(?!client/|quiz/|classroom/|interview/|drill/|explorer/|imports/|lab/|predict/|tools/)([^/]+)/',
    may: ['^components/$1/', ...VIEW, ...REVIEW],
    packages: BROWSER,
  },
  {
    from: 'server/db',
    path: '^server/db/',
    may: ['^server/db/', ...MODEL, '^generated/'],
    packages: ['@prisma/[^/]+', 'pg', 'zod', 'server-only'],
    node: true,
  },
  {
    from: 'server/content',
    path: '^server/content/',
    may: ['^server/(content|grading)/', ...ENGINE, ...MODEL, ...LOCALE],
    packages: ['mdx-bundler', 'remark-[^/]+', 'rehype-[^/]+', 'esbuild', 'zod', 'server-only', ...REACT],
    node: true,
  },
  {
    from: 'server/grading',
    path: '^server/grading/',
    may: ['^server/grading/', ...ENGINE, ...MODEL],
    packages: ['zod', 'server-only'],
  },
  {
    from: 'server/mail',
    path: '^server/mail/',
    may: ['^server/mail/', ...MODEL, ...WORDS],
    packages: ['nodemailer', 'use-intl', 'server-only'],
    node: true,
  },
  {
    from: 'server/generating',
    path: '^server/generating/',
    may: ['^server/(generating|grading)/', ...ENGINE, ...MODEL, ...DIAGNOSIS],
    packages: ['server-only'],
  },
  {
    from: 'server/auth',
    path: '^server/auth/',
    may: ['^server/(auth|db|mail)/', ...MODEL],
    packages: ['better-auth', 'next', 'zod', 'server-only'],
    node: true,
  },
  {
    from: 'server/http',
    path: '^server/http/',
    may: ['^server/(http|auth)/', ...MODEL, ...LOCALE, ...WORDS],
    packages: ['next', 'use-intl', 'rate-limiter-flexible', 'zod', 'server-only'],
    node: true,
  },
  {
    from: 'server/learning',
    path: '^server/learning/',
    may: ['^server/(learning|db|grading|generating|content|auth)/', ...ENGINE, ...MODEL],
    packages: ['zod', 'server-only'],
    node: true,
  },
  {
    from: 'app',
    path: '^app/',
    may: [
      '^app/',
      '^components/',
      '^server/(learning|content|auth|http)/',
      '^i18n/',
      ...ENGINE,
      ...MODEL,
      ...DIAGNOSIS,
      ...WORDS,
    ],
    packages: [...BROWSER, '@fontsource-variable/[^/]+', 'server-only'],
    node: true,
  },
  { from: 'proxy.ts', path: '^proxy\\.ts$', may: ['^i18n/', ...MODEL], packages: ['next'] },
  {
    // It finds the answers of generated questions again, so it may share nothing with what found them first.
    from: 'scripts/second-path',
    path: '^scripts/second-path/',
    may: ['^scripts/second-path/'],
  },
  {
    from: 'scripts, prisma, e2e',
    path: '^(scripts/(?!second-path/)|prisma/|e2e/)',
    may: ['^(scripts|prisma|e2e)/', '^server/(?!db/)', ...ENGINE, ...MODEL, ...DIAGNOSIS, ...REVIEW, ...LOCALE],
    packages: ['.+'],
    node: true,
  },
];

/** Tests, and what only tests use. */
const TEST_FILE = ['\\.test\\.tsx?$', '/(testing|test-data)/'];

/** dependency-cruiser's words for the table, and for what holds everywhere. */
export const RULES: IRuleSetType = {
  forbidden: [
    ...TABLE.map(ruleOf),
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'No cycle of imports, not even of types.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-file',
      severity: 'error',
      comment: 'Only tests import test files and what stands in a folder called testing or test-data.',
      from: { pathNot: TEST_FILE },
      to: { path: TEST_FILE },
    },
    {
      name: 'only-server-db-imports-prisma',
      severity: 'error',
      comment: 'The database is reached through server/db alone.',
      from: { pathNot: ['^server/db/', '^prisma/', '^prisma\\.config\\.ts$'] },
      to: { path: ['^generated/', '^node_modules/(@prisma|prisma)/'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'What is imported must exist.',
      from: {},
      // Whether types exist is the compiler's affair.
      to: { couldNotResolve: true, dependencyTypesNot: ['type-only'] },
    },
  ],
};

function ruleOf({ from, path, may, packages = [], node }: Row): IForbiddenRuleType {
  const allowed = packages.map((name) => `^node_modules/(@types/)?${name}/`);
  return {
    name: `imports-of ${from}`,
    severity: 'error',
    comment: `${from} may import: ${[...may, ...packages, ...(node ? ['node:*'] : [])].join(', ') || 'itself only'}`,
    from: { path, pathNot: TEST_FILE },
    to: {
      pathNot: [...may, ...allowed],
      couldNotResolve: false,
      ...(node ? { dependencyTypesNot: ['core' as const] } : {}),
    },
  };
}
