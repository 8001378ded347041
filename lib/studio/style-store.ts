import type { ReadCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '@/lib/db/like-literal';
import type { StyleQuery } from './lora-schema';

export type PublicStyle = {
  id: string;
  ownerId: string;
  ownerName: string | null;
  name: string;
  description: string;
  starsRequired: number;
  uses: number;
  hasPreview: boolean;
};

/** Shared looks with how many finished pictures they are in. */
export function findPublicStyles(
  ctx: ReadCtx,
  query: StyleQuery & { skip: number; take: number },
): Promise<PublicStyle[]> {
  const pattern = `%${likeLiteral(query.search)}%`;
  const newest = Prisma.sql`l."publishedAt" desc, l."id" desc`;
  const order = query.order === 'newest' ? newest : Prisma.sql`"uses" desc, ${newest}`;
  return ctx.db.$queryRaw<PublicStyle[]>`
    select l."id", l."ownerId", u."name" as "ownerName", l."name", l."description",
      l."starsRequired", (p."id" is not null) as "hasPreview",
      (select count(*)::int from "Generation" g
        where g."status" = 'COMPLETED' and g."purpose" = 'CUSTOMER'
          and g."loras" @> jsonb_build_array(jsonb_build_object('loraModelId', l."id"))) as "uses"
    from "LoraModel" l
    join "User" u on u."id" = l."ownerId" and u."blockedAt" is null
    left join "Picture" p on p."id" = l."previewPictureId" and p."deletedAt" is null
    where l."isPublic" and l."type" = 'STYLE' and l."status" = 'READY' and l."deletedAt" is null
      and (l."name" ilike ${pattern} or l."description" ilike ${pattern})
    order by ${order} limit ${query.take} offset ${query.skip}`;
}

export async function findPublicPreview(ctx: ReadCtx, id: string) {
  const row = await ctx.db.loraModel.findFirst({
    where: {
      id,
      isPublic: true,
      type: 'STYLE',
      status: 'READY',
      deletedAt: null,
      owner: { blockedAt: null },
    },
    select: { previewPicture: { select: { id: true, renditions: true, deletedAt: true } } },
  });
  const picture = row?.previewPicture;
  return picture && picture.deletedAt === null ? picture : null;
}
