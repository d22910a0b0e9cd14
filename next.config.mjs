import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');
const development = process.env.NODE_ENV === 'development';

/**
 * Pages are static, so Next's inline scripts cannot carry a nonce: 'unsafe-inline' stays, 'unsafe-eval' does not
 * (`next dev` alone needs it). Nothing here upgrades to https: a classroom may serve the book over plain http.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self'${development ? ' ws:' : ''}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
];

function securityHeaders({ framedBy }) {
  return [
    { key: 'Content-Security-Policy', value: [...contentSecurityPolicy, `frame-ancestors ${framedBy}`].join('; ') },
    // The older word for the same, which can only forbid.
    ...(framedBy === "'none'" ? [{ key: 'X-Frame-Options', value: 'DENY' }] : []),
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  ];
}

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // Two builds that are to be compared byte for byte need the same id; else Next makes one up.
  generateBuildId: () => process.env.BUILD_ID || null,
  // `npm run check` compiles every type; a start or a build does not do it again.
  typescript: { ignoreBuildErrors: true },
  // Else a lock file in a folder above would be taken for the root.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages that find their own files or start native programs at run time are not bundled.
  serverExternalPackages: [
    'esbuild',
    'mdx-bundler',
    '@libsql/client',
    'libsql',
    '@prisma/adapter-libsql',
    '@prisma/adapter-pg',
    '@prisma/client',
    'pg',
    'nodemailer',
  ],
  experimental: { globalNotFound: true },
  async headers() {
    return [
      { source: '/((?!embed/).*)', headers: securityHeaders({ framedBy: "'none'" }) },
      // Made to be framed: no cookie, no learner, nothing that a click could be stolen for.
      { source: '/embed/:path+', headers: securityHeaders({ framedBy: '*' }) },
    ];
  },
};

export default withNextIntl(config);
