import { z } from 'zod';
import { createPromptTheme } from '@/lib/admin/create-prompt-theme';
import { CreatePromptThemeSchema } from '@/lib/admin/prompt-schema';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'content',
  body: CreatePromptThemeSchema,
  output: z.object({ id: idSchema('promptTheme') }),
  run: (ctx, { body }) => createPromptTheme(ctx, body),
});
