import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

/** The document of the project, in the root of the archive. */
export const PROJECT_JSON = 'calendar.json';
export const PROJECT_PDF = 'calendar.pdf';
export const PROJECT_FORMAT = 1;

/** A calendar with 500 dates and every holiday chosen one by one stays under it. */
export const PROJECT_JSON_BYTES_MAX = 2 * 1024 * 1024;
/** Of a whole archive: 18 pages of six photos at their usual size. */
export const PROJECT_BYTES_MAX = 1024 * 1024 * 1024;
export const PROJECT_PICTURES_MAX = 200;

/** What calendar.json says. Strict about what we need, deaf to what later versions may add. */
export const ProjectSchema = z.looseObject({
  product: z.literal('twelvefold'),
  format: z.literal(PROJECT_FORMAT),
  title: z.string().max(60),
  document: z.looseObject({ schemaVersion: z.number().int() }),
  pictures: z
    .array(
      z.looseObject({
        id: idSchema('picture'),
        /** Path in the archive. */
        file: z.string().max(300),
        fileName: z.string().max(200),
      }),
    )
    .max(PROJECT_PICTURES_MAX),
});
export type Project = z.output<typeof ProjectSchema>;
