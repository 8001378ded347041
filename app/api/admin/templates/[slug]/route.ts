import { z } from 'zod';
import { SaveTemplateSchema, TemplateParamsSchema } from '@/lib/admin/schema';
import { removeTemplate, saveTemplate } from '@/lib/admin/templates';
import { defineRoute } from '@/lib/http/define-route';

export const PUT = defineRoute({
  access: 'content',
  params: TemplateParamsSchema,
  body: SaveTemplateSchema,
  output: z.object({ version: z.number() }),
  run: (ctx, { params, body }) => saveTemplate(ctx, { slug: params.slug, ...body }),
});

export const DELETE = defineRoute({
  access: 'content',
  params: TemplateParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await removeTemplate(ctx, params.slug);
    return null;
  },
});
