import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { deleteLoraModel } from '@/lib/studio/delete-lora-model';
import { getLoraModel } from '@/lib/studio/get-lora-model';
import { LoraParamsSchema } from '@/lib/studio/lora-schema';
import { LoraViewSchema } from '@/lib/studio/lora-view';

export const dynamic = 'force-dynamic';

export const GET = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  output: LoraViewSchema,
  run: async (ctx, { params }) => getLoraModel(ctx, params.loraModelId, await getLocale()),
});

export const DELETE = defineRoute({
  access: 'customer',
  params: LoraParamsSchema,
  output: z.null(),
  run: async (ctx, { params }) => {
    await deleteLoraModel(ctx, params.loraModelId);
    return null;
  },
});
