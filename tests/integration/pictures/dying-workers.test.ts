import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDecoder } from '@/lib/pictures/decoder/run-decoder';
import { deletePicture } from '@/lib/pictures/delete-picture';
import { getPicture } from '@/lib/pictures/get-pictures';
import { ingestPicture } from '@/lib/pictures/ingest-picture';
import { useDatabase } from '@/tests/support/database';
import { aJpeg, aPhoto } from './made-pictures';
import { filesOf, upload } from './upload-helpers';

const database = useDatabase();

describe('the decoder process', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-decoder-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function slowFile(): Promise<string> {
    const file = path.join(folder, 'slow.png');
    await writeFile(file, await (await aPhoto({ widthPx: 9000, heightPx: 9000 })).png().toBuffer());
    return file;
  }
  const output = () => mkdtemp(path.join(folder, 'out-'));

  it('is killed when it takes too long, and the file is refused as too complex', async () => {
    const file = await slowFile();
    const result = await runDecoder(file, await output(), 'PNG', { wallLimitMs: 150 });
    expect(result).toMatchObject({ refused: 'too_complex', detail: 'time' });
  });

  it('refuses a file that crashes it, and does not blame the file for a kill from outside', async () => {
    const file = await slowFile();
    const end = async (signal: NodeJS.Signals) =>
      runDecoder(file, await output(), 'PNG', {
        onStart: (pid) => setTimeout(() => process.kill(pid, signal), 150),
      });
    expect(await end('SIGSEGV')).toMatchObject({ refused: 'too_complex' });
    await expect(end('SIGTERM')).rejects.toThrow('ended by SIGTERM');
    await expect(end('SIGKILL')).rejects.toThrow('ended by SIGKILL');
  });

  it.runIf(process.platform === 'linux')(
    'knows no secret of ours and is limited in memory and processor time',
    async () => {
      const file = await slowFile();
      let look: Promise<string> | undefined;
      await runDecoder(file, await output(), 'PNG', {
        onStart: (pid) => {
          look = lookAt(pid);
        },
      });
      const seen = await look;
      expect(process.env.DATABASE_URL).toBeTruthy();
      expect(seen).toContain('MALLOC_ARENA_MAX=1');
      expect(seen).not.toContain('DATABASE_URL');
      expect(seen).not.toContain('AUTH_SECRET');
      expect(seen).toMatch(/Max data size\s+\d+/);
      expect(seen).toMatch(/Max cpu time\s+30/);
    },
  );

  /** Environment and limits, once the shell has set them and has become the decoder. */
  async function lookAt(pid: number): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (!(await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('ulimit')) break;
    }
    const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8');
    return `${await read('environ')}\n${await read('limits')}`;
  }
});

describe('a worker that dies', () => {
  it('is followed by one that starts over and leaves one set of files', async () => {
    const { ctx } = await database.person();
    const bytes = await (await aPhoto({ widthPx: 6000, heightPx: 5000, seed: 41 }))
      .jpeg()
      .toBuffer();
    const { picture } = await upload(ctx, bytes);
    const folders = async () =>
      (await readdir(path.join(tmpdir(), 'twelvefold-ingest')).catch(() => [])).length;
    const before = await folders();
    const worker = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/integration/pictures/ingest-program.ts', picture.id],
      { env: { ...process.env, NODE_ENV: 'test' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise((resolve) => worker.on('exit', (_code, signal) => resolve(signal)));
    // Killed for good while the decoder is at work.
    for (let tries = 0; (await folders()) === before; tries += 1) {
      if (tries > 400) throw new Error('the worker did not begin');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 120));
    worker.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    // Its decoder goes with it, or a worker that dies again and again would fill the machine.
    await expect.poll(() => decodersOf(picture.id), { timeout: 5_000 }).toEqual([]);
    const after = await getPicture(ctx, picture.id);
    expect(after).toMatchObject({ status: 'RECEIVED', thumbUrl: null });

    await ingestPicture(database.ctx(), picture.id);
    expect(await getPicture(ctx, picture.id)).toMatchObject({ status: 'READY', widthPx: 6000 });
    expect(await filesOf(ctx, picture)).toHaveLength(3);
  });

  it('between storing and showing leaves nothing once the next has run', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 42 }));
    const { files } = ctx.providers;
    const half = `pictures/${picture.id.slice(-2)}/${picture.id}/half/master.jpg`;
    await files.put(half, Buffer.from('half written'), 'image/jpeg');
    await ingestPicture(database.ctx(), picture.id);
    expect(await files.stat(half)).toBeNull();
    expect(await filesOf(ctx, picture)).toHaveLength(3);
  });

  it('each time it meets a file leads to the file being refused', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 43 }));
    await database.db.picture.update({ where: { id: picture.id }, data: { ingestAttempts: 4 } });
    await ingestPicture(database.ctx(), picture.id);
    expect(await getPicture(ctx, picture.id)).toMatchObject({
      status: 'REFUSED',
      refusalCode: 'picture.too_complex',
    });
  });

  it('and its double on the same picture make one picture', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 44 }));
    await Promise.all([1, 2, 3].map(() => ingestPicture(database.ctx(), picture.id)));
    expect((await getPicture(ctx, picture.id)).status).toBe('READY');
    expect(await filesOf(ctx, picture)).toHaveLength(3);
    await ingestPicture(database.ctx(), picture.id);
    expect(await filesOf(ctx, picture)).toHaveLength(3);
  });

  it('or a picture that is deleted meanwhile leave no file', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 45 }));
    const running = ingestPicture(database.ctx(), picture.id);
    await deletePicture(ctx, picture.id, { removeFromCalendars: false });
    await running;
    await ingestPicture(database.ctx(), picture.id);
    expect(await filesOf(ctx, picture)).toEqual([]);
  });
});

/** Decoder processes at work on a picture; on systems without /proc none are found. */
async function decodersOf(pictureId: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir('/proc').catch(() => [])) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('decode-child') && command.includes(pictureId)) found.push(pid);
  }
  return found;
}
