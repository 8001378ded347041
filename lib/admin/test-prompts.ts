import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { addGeneration } from '@/lib/studio/add-generations';
import { PictureModelSettingsSchema } from '@/lib/studio/base-model-settings';
import { chooseLoras } from '@/lib/studio/choose-loras';
import { OPEN_PICTURES_MAX } from '@/lib/studio/job-settings';
import { sizeForAspect } from '@/lib/studio/picture-size';
import {
  CategoryWordsSchema,
  renderPrompt,
  SubjectFactsSchema,
  ThemeDefaultsSchema,
} from '@/lib/studio/prompt-template';
import { OPEN_WORK } from '@/lib/studio/work-states';
import { TEST_SHAPES, type TestPrompts } from './prompt-schema';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/**
 * Paints months of a theme with every seed, for staff and free of stars. Texts are those that are saved.
 * @throws DomainError "account.not_allowed", "prompt_theme.not_found", "base_model.not_found", "category.not_found",
 *   "lora.not_found", "lora.not_ready", "job.too_many"; nothing is written then
 */
export async function testPrompts(
  ctx: Ctx,
  themeId: Id<'promptTheme'>,
  input: TestPrompts,
): Promise<{ started: number }> {
  const staff = requireStaff(ctx, 'content');
  return inTransaction(ctx, async (tx) => {
    // Presses of one person wait for each other, so that the second one sees the first.
    await tx.db.$queryRaw`select 1 from "User" where "id" = ${staff.userId} for no key update`;
    const theme = await tx.db.promptTheme.findUnique({
      where: { id: themeId },
      include: {
        prompts: { where: { month: { in: input.months } }, orderBy: { month: 'asc' } },
      },
    });
    if (!theme) throw new DomainError('prompt_theme.not_found');
    const action = 'prompt_theme.tested';
    const earlier = await tx.db.auditEvent.count({
      where: {
        actorId: staff.userId,
        action,
        subject: themeId,
        data: { path: ['requestKey'], equals: input.requestKey },
      },
    });
    if (earlier > 0) return { started: 0 };

    const baseModel = await tx.db.baseModel.findFirst({
      where: { id: input.baseModelId, type: 'FLUX', isActive: true },
    });
    if (!baseModel) throw new DomainError('base_model.not_found');
    const settings = PictureModelSettingsSchema.parse(baseModel.settings);
    const defaults = ThemeDefaultsSchema.parse(theme.defaults);
    const { models, loras } = await chooseLoras(
      tx,
      staff.userId,
      baseModel.family,
      input.loraModelId ? [{ loraModelId: input.loraModelId, scale: defaults.loraScale }] : [],
    );
    const [subject] = models;
    if (subject && (subject.type !== 'PORTRAIT' || subject.ownerId !== staff.userId))
      throw new DomainError('lora.not_found');
    const category =
      subject?.category ??
      (await tx.db.category.findFirst({ where: { id: input.categoryId, type: 'PORTRAIT' } }));
    if (!category) throw new DomainError('category.not_found');

    const count = theme.prompts.length * input.seeds.length;
    const open = await tx.db.generation.count({
      where: { ownerId: staff.userId, purpose: 'PROMPT_TEST', status: { in: OPEN_WORK } },
    });
    if (open + count > OPEN_PICTURES_MAX) throw new DomainError('job.too_many');

    const limited = (value: number, { min, max }: { min: number; max: number }) =>
      Math.min(max, Math.max(min, value));
    for (const prompt of theme.prompts) {
      const text = renderPrompt({
        template: prompt.template,
        styleText: theme.styleText,
        month: prompt.month,
        hemisphere: input.hemisphere,
        words: CategoryWordsSchema.parse(category.words),
        triggerWord: subject?.triggerWord ?? null,
        facts: SubjectFactsSchema.parse(subject?.facts ?? {}),
        place: defaults.place,
        outfit: defaults.outfit,
      });
      for (const seed of input.seeds)
        await addGeneration(tx, {
          ownerId: staff.userId,
          purpose: 'PROMPT_TEST',
          promptId: prompt.id,
          promptVersion: prompt.version,
          prompt: text,
          negativePrompt: prompt.negativePrompt || theme.negativePrompt || null,
          baseModel,
          loraModelId: subject?.id ?? null,
          loras,
          ...sizeForAspect(TEST_SHAPES[input.shape], settings),
          steps: limited(defaults.steps ?? settings.steps.default, settings.steps),
          guidance: limited(defaults.guidance ?? settings.guidance.default, settings.guidance),
          seed,
          stars: 0,
        });
    }
    const { months, seeds, requestKey } = input;
    await recordAudit(tx, {
      action,
      subject: themeId,
      data: { requestKey, months, seeds, baseModelId: baseModel.id, pictures: count },
    });
    return { started: count };
  });
}
