import { z } from 'zod';
import { PromptThemeParamsSchema, TestPromptsSchema } from '@/lib/admin/prompt-schema';
import { testPrompts } from '@/lib/admin/test-prompts';
import { defineRoute } from '@/lib/http/define-route';

export const POST = defineRoute({
  access: 'content',
  params: PromptThemeParamsSchema,
  body: TestPromptsSchema,
  output: z.object({ started: z.number() }),
  run: (ctx, { params, body }) => testPrompts(ctx, params.promptThemeId, body),
});
