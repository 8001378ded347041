import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { defineRoute } from '@/lib/http/define-route';
import { createLoraModel } from '@/lib/studio/create-lora-model';
import { listLoraModels } from '@/lib/studio/get-lora-model';
import { SubjectInputSchema } from '@/lib/studio/lora-schema';
import { LoraViewSchema } from '@/lib/studio/lora-view';

export const dynamic = 'force-dynamic';

export const GET = defineRoute({
  access: 'customer',
  output: z.strictObject({ models: z.array(LoraViewSchema) }),
  run: async (ctx) => ({ models: await listLoraModels(ctx, await getLocale()) }),
});

/** Begins a model as a draft. */
export const POST = defineRoute({
  access: 'customer',
  body: SubjectInputSchema,
  rate: { name: 'lora-create', points: 60, seconds: 3600 },
  output: z.strictObject({ loraModelId: idSchema('loraModel') }),
  run: (ctx, { body }) => createLoraModel(ctx, body),
});
