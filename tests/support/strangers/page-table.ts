import type { Access } from '@/lib/core/actor';
import type { Things } from './belongings';

export type PageExpectation = {
  access: Access;
  path: (target: Things) => string;
  /** The page shows the owner's own words to them, and so would to a stranger if it were open. */
  showsSecret?: true;
  /** Where a visitor who may see it is sent on instead. */
  sendsOnTo?: RegExp;
  /** The address has a key that opens nothing, for whoever it is: the key alone decides, and its own tests give the right one. */
  hasWrongKey?: true;
};

/** Every page. One that is not here, or not on disk any more, fails the test. */
export const PAGES: Record<string, PageExpectation> = {
  '/': { access: 'public', path: () => '/' },
  // Whoever is signed in already has nothing to do there.
  '/sign-in': { access: 'public', path: () => '/sign-in', sendsOnTo: /^\/calendars$/ },
  '/sign-up': { access: 'public', path: () => '/sign-up', sendsOnTo: /^\/calendars$/ },
  '/verify': { access: 'public', path: () => '/verify', sendsOnTo: /^\/calendars$/ },
  '/forgot-password': { access: 'public', path: () => '/forgot-password' },
  '/reset-password': { access: 'public', path: () => '/reset-password?token=x' },
  '/account': { access: 'customer', path: () => '/account' },
  '/account/dates': { access: 'guest', path: () => '/account/dates', showsSecret: true },
  '/account/stars': { access: 'customer', path: () => '/account/stars' },
  '/pictures': { access: 'guest', path: () => '/pictures', showsSecret: true },
  '/studio': { access: 'customer', path: () => '/studio', showsSecret: true },
  '/studio/sets': { access: 'customer', path: () => '/studio/sets', showsSecret: true },
  '/studio/sets/new': { access: 'customer', path: () => '/studio/sets/new', showsSecret: true },
  '/studio/sets/[jobId]': {
    access: 'customer',
    path: ({ job }) => `/studio/sets/${job}`,
    showsSecret: true,
  },
  '/studio/generate': {
    access: 'customer',
    path: ({ generation }) => `/studio/generate?from=${generation}`,
    showsSecret: true,
  },
  '/studio/gallery': { access: 'customer', path: () => '/studio/gallery', showsSecret: true },
  '/calendars': { access: 'guest', path: () => '/calendars', showsSecret: true },
  '/calendars/new': { access: 'public', path: () => '/calendars/new' },
  '/calendars/[calendarId]': {
    access: 'guest',
    path: ({ calendar }) => `/calendars/${calendar}`,
    showsSecret: true,
  },
  '/calendars/[calendarId]/preview': {
    access: 'guest',
    path: ({ calendar }) => `/calendars/${calendar}/preview`,
    showsSecret: true,
  },
  '/calendars/[calendarId]/order': {
    access: 'guest',
    path: ({ calendar }) => `/calendars/${calendar}/order`,
    showsSecret: true,
  },
  '/calendars/[calendarId]/next-year': {
    access: 'guest',
    path: ({ calendar }) => `/calendars/${calendar}/next-year`,
  },
  '/shared/[key]': {
    access: 'public',
    path: () => `/shared/${'x'.repeat(43)}`,
    hasWrongKey: true,
  },
  '/your-dates/[key]': {
    access: 'public',
    path: () => `/your-dates/${'x'.repeat(43)}`,
    hasWrongKey: true,
  },
  '/studio/models': { access: 'customer', path: () => '/studio/models', showsSecret: true },
  '/studio/models/new': {
    access: 'customer',
    path: ({ loraModel }) => `/studio/models/new?model=${loraModel}&step=subject`,
    showsSecret: true,
  },
  '/studio/models/[loraModelId]': {
    access: 'customer',
    path: ({ loraModel }) => `/studio/models/${loraModel}`,
    showsSecret: true,
  },
  '/styles': { access: 'public', path: () => '/styles' },
  '/templates': { access: 'public', path: () => '/templates' },
  '/templates/[slug]': { access: 'public', path: () => '/templates/family-year' },
  '/cart': { access: 'public', path: () => '/cart', showsSecret: true },
  // The cart that was filled by hand cannot be ordered, so the owner is sent back to it.
  '/checkout': { access: 'customer', path: () => '/checkout', sendsOnTo: /^\/cart/ },
  '/orders': { access: 'customer', path: () => '/orders', showsSecret: true },
  '/orders/[orderId]': {
    access: 'customer',
    path: ({ order }) => `/orders/${order}`,
    showsSecret: true,
  },
  '/admin': { access: 'staff', path: () => '/admin' },
  '/admin/orders': { access: 'staff', path: () => '/admin/orders', showsSecret: true },
  '/admin/stars': { access: 'staff', path: () => '/admin/stars' },
  '/admin/studio': { access: 'staff', path: () => '/admin/studio' },
  '/admin/studio/[workId]': {
    access: 'staff',
    path: ({ upscale }) => `/admin/studio/${upscale}`,
  },
  '/admin/holidays': { access: 'staff', path: () => '/admin/holidays' },
  '/admin/themes': { access: 'staff', path: () => '/admin/themes' },
  '/admin/themes/[themeId]': { access: 'staff', path: () => '/admin/themes/atelier' },
  '/admin/templates': { access: 'staff', path: () => '/admin/templates' },
  '/admin/templates/[slug]': { access: 'staff', path: () => '/admin/templates/family-year' },
  '/admin/products': { access: 'staff', path: () => '/admin/products' },
  '/admin/prompts': { access: 'staff', path: () => '/admin/prompts' },
  '/admin/prompts/[promptThemeId]': {
    access: 'staff',
    path: ({ promptTheme }) => `/admin/prompts/${promptTheme}`,
    showsSecret: true,
  },
  '/admin/prompts/[promptThemeId]/test': {
    access: 'staff',
    path: ({ promptTheme }) => `/admin/prompts/${promptTheme}/test`,
    showsSecret: true,
  },
  '/admin/models': { access: 'staff', path: () => '/admin/models' },
  '/admin/orders/[orderId]': {
    access: 'staff',
    path: ({ order }) => `/admin/orders/${order}`,
    showsSecret: true,
  },
};
