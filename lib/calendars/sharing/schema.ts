import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { MONTHS_MAX } from '../document';

/** Days for which a link stays open. */
export const SHARE_DAYS = [7, 30, 90] as const;

/** As made by linkKeyOf; anything else is not looked up. */
export const LinkKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const CreateShareSchema = z.strictObject({
  days: z.union([z.literal(7), z.literal(30), z.literal(90)]),
  mayComment: z.boolean(),
});

export const ShareParamsSchema = z.strictObject({
  calendarId: idSchema('calendar'),
  shareId: idSchema('calendarShare'),
});

export const COMMENT_MAX = 2000;
export const AUTHOR_MAX = 60;

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'empty')
    .max(max, 'too_long')
    .regex(/^[^\p{Cc}\ud800-\udfff]*$/u, 'bad_text');

export const AddCommentSchema = z.strictObject({
  /** As in the document: -1 is the cover, 0 and up the months. */
  pageIndex: z
    .number()
    .int()
    .min(-1)
    .max(MONTHS_MAX - 1),
  author: line(AUTHOR_MAX),
  // A comment may have lines; other control characters have no business in it.
  text: z
    .string()
    .trim()
    .min(1, 'empty')
    .max(COMMENT_MAX, 'too_long')
    .regex(/^(?:[^\p{Cc}\ud800-\udfff]|[\n\t])*$/u, 'bad_text'),
});

export const SettleCommentSchema = z.strictObject({ isResolved: z.boolean() });

export const CommentParamsSchema = z.strictObject({
  calendarId: idSchema('calendar'),
  commentId: idSchema('calendarComment'),
});

/** Any text: a malformed key is as wrong as one that opens nothing. */
export const SharedParamsSchema = z.strictObject({ key: z.string().max(200) });
export const SharedPageParamsSchema = z.strictObject({
  key: z.string().max(200),
  index: z.coerce.number().int().min(0).max(63),
});
export const SharedPageQuerySchema = z.object({
  size: z.enum(['page', 'thumb']).optional(),
  /** Only makes the address of another version another address. */
  v: z.string().max(12).optional(),
});

export const ShareViewSchema = z.object({
  id: z.string(),
  url: z.string(),
  mayComment: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export const CommentViewSchema = z.object({
  id: z.string(),
  pageIndex: z.number(),
  author: z.string(),
  text: z.string(),
  isOwner: z.boolean(),
  isResolved: z.boolean(),
  createdAt: z.string(),
});
