import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { enterByLaunch } from '@/lib/accounts/links/enter-by-launch';
import { keepSession } from '@/lib/accounts/links/link-cookie';
import { LaunchSchema } from '@/lib/accounts/links/schema';
import { addressOf } from '@/lib/http/client-address';
import { defineRoute } from '@/lib/http/define-route';
import type { Locale } from '@/lib/i18n/locales';

const AnswerSchema = z.object({
  outcome: z.enum(['entered', 'known', 'unknown']),
  /** Their name at Telegram, as long as they have not entered. */
  label: z.string().nullable(),
});

export const POST = defineRoute({
  access: 'public',
  body: LaunchSchema,
  output: AnswerSchema,
  run: async (ctx, { body, request }): Promise<z.input<typeof AnswerSchema>> => {
    const entered = await enterByLaunch(ctx, {
      ...body,
      address: addressOf(request.headers),
      userAgent: request.headers.get('user-agent'),
      locale: (await getLocale()) as Locale,
    });
    if (entered.kind === 'known' || entered.kind === 'unknown') {
      return { outcome: entered.kind, label: entered.label };
    }
    if (entered.kind === 'signed_in') await keepSession(entered.session);
    return { outcome: 'entered', label: null };
  },
});
