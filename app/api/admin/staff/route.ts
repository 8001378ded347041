import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { inviteStaff } from '@/lib/admin/staff/invite-staff';
import { InviteStaffSchema } from '@/lib/admin/staff/schema';
import { defineRoute } from '@/lib/http/define-route';
import type { Locale } from '@/lib/i18n/locales';

export const POST = defineRoute({
  access: 'admin',
  body: InviteStaffSchema,
  output: z.null(),
  run: async (ctx, { body }) => {
    await inviteStaff(ctx, { ...body, locale: (await getLocale()) as Locale });
    return null;
  },
});
