import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll } from 'vitest';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction, type PersonCtx } from '@/lib/db/context';
import { FalQueue } from '@/lib/providers/fal/fal-queue';
import { SANDBOX_FAL_KEY, SANDBOX_FAL_USER_ID } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { creditStars } from '@/lib/stars/ledger';
import { choosePhotos } from '@/lib/studio/choose-photos';
import { LORA_CONSENT_VERSION } from '@/lib/studio/consent-text';
import { createLoraModel } from '@/lib/studio/create-lora-model';
import { giveConsent } from '@/lib/studio/give-consent';
import { openFileForModel } from '@/lib/studio/model-files';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { checkModelRequest } from '@/lib/studio/requests/check-request';
import { submitModelRequest } from '@/lib/studio/requests/submit-request';
import { seedStudio } from '@/lib/studio/seed-studio';
import { startTraining } from '@/lib/studio/start-training';
import type { TestDatabase } from '@/tests/support/database';
import { aJpeg } from '../pictures/made-pictures';

export type LoraWorld = {
  sandbox: Sandbox;
  ctx: Ctx;
  /** Somebody with stars. */
  customer(stars?: number): Promise<{ userId: Id<'user'>; ctx: PersonCtx }>;
  /** Works off every open training, as the worker does, until none is left; and the pictures of that model, if given. */
  work(paints?: Id<'loraModel'>): Promise<void>;
  /** One step of that: hands over what waits, without looking at what became of it. */
  handOver(paints?: Id<'loraModel'>): Promise<void>;
};

/** The studio on the sandbox's fal, over HTTP and through the production adapter; links of ours are served. */
export function useLoraWorld(database: TestDatabase): LoraWorld {
  const world = {} as LoraWorld;
  let server: Server;
  let folder: string;

  beforeAll(async () => {
    await seedStudio(database.db);
    folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-lora-'));
    server = createServer((request, response) => {
      const token = /^\/api\/model-files\/([^/?]+)$/.exec(request.url ?? '')?.[1];
      // Webhooks are taken and dropped here: the looks of the engine find out by themselves.
      if (!token) return void response.writeHead(200).end();
      openFileForModel(world.ctx, token)
        .then(async ({ body }) => response.writeHead(200).end(await buffer(body)))
        .catch(() => response.writeHead(404).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env.APP_URL = appUrl;
    world.sandbox = await startSandbox({
      port: 0,
      smtpPort: 0,
      appUrl,
      dataDir: folder,
      faults: { falSpeed: 0, falPictures: 'plain' },
    });
    const models = new FalQueue({
      key: SANDBOX_FAL_KEY,
      userId: SANDBOX_FAL_USER_ID,
      queueUrl: `${world.sandbox.url}/fal/queue`,
      restUrl: `${world.sandbox.url}/fal/rest`,
      apiUrl: `${world.sandbox.url}/fal/api/v1`,
      isLocal: true,
    });
    world.ctx = database.ctx(undefined, { providers: { models } });
    world.customer = async (stars = 500) => {
      const { userId, actor } = await database.person();
      const ctx = database.ctx(actor, { providers: { models } }) as PersonCtx;
      if (stars > 0) {
        await inTransaction(ctx, (tx) =>
          creditStars(tx, { userId, type: 'ADMIN_GRANT', stars, key: `test:${userId}` }),
        );
      }
      return { userId, ctx };
    };
    const open = async (status: ('QUEUED' | 'SUBMITTED')[], paints?: Id<'loraModel'>) => {
      const pictures = paints
        ? await database.db.generation.findMany({ where: { loraModelId: paints } })
        : [];
      return database.db.modelRequest.findMany({
        where: {
          status: { in: status },
          OR: [{ kind: 'TRAINING' }, { subjectId: { in: pictures.map(({ id }) => id) } }],
        },
      });
    };
    world.handOver = async (paints) => {
      for (const { id } of await open(['QUEUED'], paints)) {
        await submitModelRequest(world.ctx, id as Id<'modelRequest'>, MODEL_WORKS);
      }
    };
    world.work = async (paints) => {
      for (let round = 0; (await open(['QUEUED', 'SUBMITTED'], paints)).length > 0; round += 1) {
        if (round > 40) throw new Error('the work does not end');
        await world.handOver(paints);
        await world.sandbox.settled();
        for (const { id } of await open(['SUBMITTED'], paints)) {
          await checkModelRequest(world.ctx, id as Id<'modelRequest'>, MODEL_WORKS);
        }
      }
    };
  });

  afterAll(async () => {
    await world.sandbox?.close();
    server?.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  return world;
}

const scenes = new Map<number, Promise<Buffer>>();

function scene(seed: number): Promise<Buffer> {
  const known = scenes.get(seed) ?? aJpeg({ seed, widthPx: 1100, heightPx: 1100 });
  scenes.set(seed, known);
  return known;
}

/** Photos as ingest leaves them, each another scene. */
export async function photosOf(
  ctx: Ctx,
  ownerId: Id<'user'>,
  count: number,
): Promise<Id<'picture'>[]> {
  const ids: Id<'picture'>[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = newId('picture');
    const bytes = await scene(index + 1);
    const masterKey = `pictures/${id.slice(-2)}/${id}/1/master.jpg`;
    await ctx.providers.files.put(masterKey, bytes, 'image/jpeg');
    await ctx.db.picture.create({
      data: {
        id,
        ownerId,
        origin: 'UPLOAD',
        status: 'READY',
        fileName: `${index}.jpg`,
        contentHash: createHash('sha256').update(id).digest('hex'),
        receivedBytes: bytes.length,
        widthPx: 1100,
        heightPx: 1100,
        sharpness: 60,
        perceptualHash: createHash('sha256').update(`${index}`).digest('hex').slice(0, 16),
        masterKey,
        masterBytes: bytes.length,
        renditions: { screen: masterKey, thumb: masterKey },
      },
    });
    ids.push(id);
  }
  return ids;
}

/** A draft with photos and agreement: everything but the start. */
export async function aDraft(
  ctx: PersonCtx,
  more: { categoryId?: string; photos?: number; name?: string } = {},
): Promise<{ loraModelId: Id<'loraModel'>; pictureIds: Id<'picture'>[] }> {
  const { categoryId = 'woman', photos = 10, name = 'Olena' } = more;
  const facts = { ageYears: null, kindOf: '' };
  const { loraModelId } = await createLoraModel(ctx, { categoryId, name, facts });
  await giveConsent(ctx, { loraModelId, isGuardian: true, textVersion: LORA_CONSENT_VERSION });
  const pictureIds = await photosOf(ctx, ctx.actor.userId, photos);
  const chosen = pictureIds.map((pictureId) => ({ pictureId, isKept: false }));
  await choosePhotos(ctx, { loraModelId, photos: chosen });
  return { loraModelId, pictureIds };
}

/** Starts the training of a draft with the trainer of that name. */
export async function start(
  ctx: PersonCtx,
  loraModelId: Id<'loraModel'>,
  more: { slug?: string; requestKey?: string; priceStars?: number; isAgain?: boolean } = {},
): Promise<Id<'training'>> {
  const trainer = await ctx.db.baseModel.findUniqueOrThrow({
    where: { slug: more.slug ?? 'flux-fast-trainer' },
  });
  const { trainingId } = await startTraining(ctx, {
    loraModelId,
    baseModelId: trainer.id as Id<'baseModel'>,
    priceStars: more.priceStars ?? trainer.priceStars,
    requestKey: more.requestKey ?? randomUUID(),
    isAgain: more.isAgain ?? false,
  });
  return trainingId;
}
