import { z } from 'zod';
import { SaveThemeSchema, ThemeParamsSchema } from '@/lib/admin/schema';
import { removeTheme, saveTheme } from '@/lib/admin/themes';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'content',
  params: ThemeParamsSchema,
  body: SaveThemeSchema,
  output: z.object({ version: z.number() }),
  run: (ctx, { params, body }) => saveTheme(ctx, { id: params.themeId, ...body }),
});

export const DELETE = defineRoute({
  access: 'content',
  params: ThemeParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await removeTheme(ctx, params.themeId);
    return null;
  },
});
