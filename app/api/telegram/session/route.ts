import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { enterByLaunch } from '@/lib/accounts/links/enter-by-launch';
import { keepSession } from '@/lib/accounts/links/link-cookie';
import { LaunchSchema } from '@/lib/accounts/links/schema';
import { addressOf } from '@/lib/http/client-address';
import { defineRoute } from '@/lib/http/define-route';
import type { Locale } from '@/lib/i18n/locales';

export const POST = defineRoute({
  access: 'public',
  body: LaunchSchema,
  output: z.object({ isKnown: z.boolean() }),
  run: async (ctx, { body, request }) => {
    const entered = await enterByLaunch(ctx, {
      ...body,
      address: addressOf(request.headers),
      userAgent: request.headers.get('user-agent'),
      locale: (await getLocale()) as Locale,
    });
    if (entered?.kind === 'signed_in') await keepSession(entered.session);
    return { isKnown: entered !== null };
  },
});
