/**
 * A program of its own, run without any loader: what the pictures alone cost. Decodes, crops, scales and encodes each
 * placement as the print file needs it, two at a time, and writes no PDF.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { BenchJob } from '../bench-job';
import { reportUsage } from './report-usage.mjs';

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as BenchJob;
sharp.cache(false);
sharp.concurrency(1);

const waiting = [...job.placements.entries()];
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [index, { file, crop, size }] = next;
    const picture = sharp(file, { sequentialRead: true })
      .extract(crop)
      .resize(size.width, size.height, { fit: 'fill' });
    if (job.profilePath) picture.withIccProfile(job.profilePath, { attach: false });
    await picture
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: false })
      .toFile(path.join(job.folder, `bound-${index}.jpg`));
  }
};
await Promise.all([work(), work()]);
reportUsage();
