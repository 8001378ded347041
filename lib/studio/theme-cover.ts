import type { Readable } from 'node:stream';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { openRenditionOf } from '@/lib/pictures/open-rendition';

/** Address of a theme's cover: the picture that staff chose, else the one that the theme came with. */
export function coverUrlOf(theme: {
  id: string;
  coverPath: string | null;
  coverPictureId: string | null;
}): string | null {
  if (theme.coverPictureId === null) return theme.coverPath;
  return `/api/prompt-themes/${theme.id}/cover?picture=${theme.coverPictureId}`;
}

/**
 * The cover that staff chose for a theme, for everybody who may see the theme. Its owner may delete the picture like any
 * other: then the cover that the theme came with takes its place.
 * @param drafts true for staff, who see themes that are not offered too
 * @throws DomainError "prompt_theme.not_found" also where there is no cover at all
 */
export async function openThemeCover(
  ctx: Ctx,
  themeId: Id<'promptTheme'>,
  drafts: boolean,
): Promise<{ path: string } | { etag: string; open: () => Promise<Readable> }> {
  const theme = await ctx.db.promptTheme.findFirst({
    where: { id: themeId, ...(drafts ? {} : { status: 'PUBLISHED' }) },
    select: {
      coverPath: true,
      coverPicture: { select: { id: true, ownerId: true, deletedAt: true } },
    },
  });
  const picture = theme?.coverPicture;
  if (picture && picture.deletedAt === null)
    return openRenditionOf(ctx, {
      ownerId: picture.ownerId as Id<'user'>,
      pictureId: picture.id,
      rendition: 'screen',
    });
  if (!theme?.coverPath) throw new DomainError('prompt_theme.not_found');
  return { path: theme.coverPath };
}
