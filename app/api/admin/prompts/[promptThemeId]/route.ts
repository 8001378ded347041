import { z } from 'zod';
import { changePromptTheme } from '@/lib/admin/change-prompt-theme';
import {
  ChangePromptThemeSchema,
  PromptThemeParamsSchema,
  SavePromptThemeSchema,
} from '@/lib/admin/prompt-schema';
import { savePromptTheme } from '@/lib/admin/save-prompt-theme';
import { defineRoute } from '@/lib/http/define-route';

/** Its texts. */
export const PUT = defineRoute({
  access: 'content',
  params: PromptThemeParamsSchema,
  body: SavePromptThemeSchema,
  output: z.object({ version: z.number(), changedMonths: z.array(z.number()) }),
  run: (ctx, { params, body }) => savePromptTheme(ctx, { themeId: params.promptThemeId, ...body }),
});

/** Its place, state and cover. */
export const PATCH = defineRoute({
  access: 'content',
  params: PromptThemeParamsSchema,
  body: ChangePromptThemeSchema,
  output: z.null(),
  run: async (ctx, { params, body }) => {
    await changePromptTheme(ctx, params.promptThemeId, body);
    return null;
  },
});
