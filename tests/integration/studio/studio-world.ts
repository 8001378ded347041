import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { type Id, newId } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { inTransaction } from '@/lib/db/context';
import type { ModelFailure, ModelQueue } from '@/lib/providers/ports/model-queue';
import { creditStars } from '@/lib/stars/ledger';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { checkModelRequest } from '@/lib/studio/requests/check-request';
import { submitModelRequest } from '@/lib/studio/requests/submit-request';
import { seedStudio } from '@/lib/studio/seed-studio';
import type { TestDatabase } from '@/tests/support/database';

type Input = Readonly<Record<string, unknown>> & { prompt: string; seed: number };

/** What a painter does with one wish; by default it paints. */
export type Fault = 'black' | 'nsfw' | 'refuses' | 'breaks' | 'unreachable' | null;

const FAILURES: Record<'refuses' | 'breaks', ModelFailure> = {
  refuses: { kind: 'blocked', type: 'content_policy_violation', detail: 'No.' },
  breaks: { kind: 'temporary', type: 'internal_server_error', detail: 'Ouch.' },
};

/** A provider that paints at once: the same words, seed, size and models give the same bytes. */
export class Painter implements ModelQueue {
  readonly inputs: Input[] = [];
  readonly cancelled: string[] = [];
  fault: (input: Input) => Fault = () => null;
  /** Called when a picture is about to be fetched. */
  beforeDownload: () => Promise<unknown> = async () => undefined;
  private readonly byId = new Map<string, Input>();

  async submit({ input }: { endpoint: string; input: Readonly<Record<string, unknown>> }) {
    const requestId = crypto.randomUUID();
    this.inputs.push(input as Input);
    this.byId.set(requestId, input as Input);
    return { outcome: 'taken', requestId } as const;
  }

  async state() {
    return { state: 'ended' } as const;
  }

  async result(_endpoint: string, requestId: string) {
    const input = this.byId.get(requestId);
    if (!input) throw new Error('no such request');
    const fault = this.fault(input);
    if (fault === 'refuses' || fault === 'breaks') {
      return { ok: false, failure: FAILURES[fault] } as const;
    }
    const output = {
      images: [{ url: `https://painter.test/${requestId}`, width: 1, height: 1 }],
      seed: input.seed,
      has_nsfw_concepts: [fault === 'nsfw'],
      prompt: input.prompt,
    };
    return { ok: true, output } as const;
  }

  async download(url: string) {
    await this.beforeDownload();
    const input = this.byId.get(url.split('/').at(-1) ?? '');
    if (!input) throw new Error('no such file');
    return Readable.from([await paint(input, this.fault(input) === 'black')]);
  }

  async cancel(_endpoint: string, requestId: string) {
    this.cancelled.push(requestId);
    return 'asked' as const;
  }

  async upload({ body }: { body: Buffer }) {
    return `https://painter.test/upload/${createHash('sha256').update(body).digest('hex')}`;
  }

  canReach() {
    return false;
  }

  async erase() {}

  verifyEvent(): never {
    throw new Error('unused');
  }
}

async function paint(input: Input, isBlack: boolean): Promise<Buffer> {
  const [r = 0, g = 0, b = 0] = createHash('sha256').update(JSON.stringify(input)).digest();
  const background = isBlack ? '#000' : { r: 60 + r / 2, g: 60 + g / 2, b: 60 + b / 2 };
  return sharp({ create: { width: 640, height: 448, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

export type Studio = {
  painter: Painter;
  ctx: PersonCtx;
  userId: Id<'user'>;
  loraModelId: Id<'loraModel'>;
  themeId: Id<'promptTheme'>;
  baseModelId: Id<'baseModel'>;
};

/** A customer with stars and a learned face, in a seeded studio. */
export async function openStudio(database: TestDatabase, stars = 1000): Promise<Studio> {
  await seedStudio(database.db);
  const painter = new Painter();
  const person = await database.person();
  const { userId } = person;
  const ctx = database.ctx(person.actor, { providers: { models: painter } }) as PersonCtx;
  if (stars > 0) {
    await inTransaction(ctx, (tx) =>
      creditStars(tx, { userId, type: 'ADMIN_GRANT', stars, key: `test:${userId}` }),
    );
  }
  const [theme, model] = await Promise.all([
    database.db.promptTheme.findFirstOrThrow({ orderBy: { sortOrder: 'asc' } }),
    database.db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } }),
  ]);
  return {
    painter,
    ctx,
    userId,
    loraModelId: await aLora(ctx, userId),
    themeId: theme.id as Id<'promptTheme'>,
    baseModelId: model.id as Id<'baseModel'>,
  };
}

/** A model that is ready; of a woman unless it is a look. */
export async function aLora(
  ctx: Ctx,
  ownerId: Id<'user'>,
  more: { type?: 'STYLE'; isPublic?: boolean; starsRequired?: number } = {},
): Promise<Id<'loraModel'>> {
  const id = newId('loraModel');
  const weightsKey = `lora-weights/${id}.safetensors`;
  await ctx.providers.files.put(weightsKey, Buffer.from(id), 'application/octet-stream');
  const style = await ctx.db.category.findFirstOrThrow({
    where: { type: more.type ?? 'PORTRAIT' },
  });
  await ctx.db.loraModel.create({
    data: {
      id,
      ownerId,
      type: 'PORTRAIT',
      categoryId: style.id,
      name: 'Olena',
      triggerWord: `tok${id.slice(-8)}`,
      status: 'READY',
      weightsKey,
      weightsBytes: 34,
      ...more,
    },
  });
  return id;
}

/** Does what the worker does until nothing is open, or `rounds` times. */
export async function work(ctx: Ctx, rounds = 100): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const open = await ctx.db.modelRequest.findMany({
      where: { status: { in: ['QUEUED', 'SUBMITTED'] } },
      orderBy: { id: 'asc' },
    });
    if (open.length === 0) return;
    // Two at once, as a worker has them.
    for (let at = 0; at < open.length; at += 2) {
      await Promise.all(
        open.slice(at, at + 2).map(async ({ id, status }) => {
          const requestId = id as Id<'modelRequest'>;
          if (status === 'QUEUED') await submitModelRequest(ctx, requestId, MODEL_WORKS);
          else await checkModelRequest(ctx, requestId, MODEL_WORKS);
        }),
      );
    }
  }
}

/** Looks after one picture that was handed over. */
export async function finish(ctx: Ctx, generationId: string): Promise<void> {
  const request = await ctx.db.modelRequest.findFirstOrThrow({
    where: { subjectId: generationId, status: 'SUBMITTED' },
  });
  await checkModelRequest(ctx, request.id as Id<'modelRequest'>, MODEL_WORKS);
}

export async function starsOf(ctx: Ctx, userId: string) {
  const account = await ctx.db.starAccount.findUnique({ where: { userId } });
  return { balance: account?.balance ?? 0, held: account?.held ?? 0 };
}
