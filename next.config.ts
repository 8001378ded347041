import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'geolocation=(), microphone=(), camera=(self)' },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // `npm run check` has its own step for types; `npm run up` need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Pictures of customers never pass through a public optimiser: we serve our own renditions.
  images: { unoptimized: true },
  // Native or large libraries that gain nothing from bundling; also halves the cold build.
  serverExternalPackages: [
    'fontkit',
    'sharp',
    'date-holidays',
    'pg-boss',
    'stripe',
    'nodemailer',
    '@node-rs/argon2',
    '@aws-sdk/client-s3',
  ],
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default withNextIntl(config);
