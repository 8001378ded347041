import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { previewTemplate, previewTheme } from '@/lib/admin/preview-look';
import { PreviewLookSchema } from '@/lib/admin/schema';
import { defineRoute } from '@/lib/http/define-route';
import type { Locale } from '@/lib/i18n/locales';

/** Sample pages of a theme or a template that is being edited; nothing is stored. */
export const POST = defineRoute({
  access: 'content',
  body: PreviewLookSchema,
  output: z.object({ pages: z.array(z.string()) }),
  run: async (ctx, { body }) => {
    const locale = (await getLocale()) as Locale;
    return 'theme' in body
      ? previewTheme(ctx, { ...body, locale })
      : previewTemplate(ctx, { ...body, locale });
  },
});
