import { requireEnv } from '@/lib/core/env';
import { linkKeyOf } from '../link-key';
import type { CommentRow, ShareRow } from './store';

/** A link as its owner sees it. */
export type ShareView = {
  id: string;
  url: string;
  mayComment: boolean;
  createdAt: string;
  expiresAt: string;
};

export function presentShare(row: ShareRow): ShareView {
  const url = new URL(`/shared/${linkKeyOf('share', row.id)}`, requireEnv('APP_URL'));
  return {
    id: row.id,
    url: url.href,
    mayComment: row.mayComment,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** What somebody said about a page. */
export type CommentView = {
  id: string;
  pageIndex: number;
  author: string;
  text: string;
  /** Said by the owner, not through a link. */
  isOwner: boolean;
  isResolved: boolean;
  createdAt: string;
};

export function presentComment(row: CommentRow): CommentView {
  return {
    id: row.id,
    pageIndex: row.pageIndex,
    author: row.author,
    text: row.text,
    isOwner: row.shareId === null,
    isResolved: row.resolvedAt !== null,
    createdAt: row.createdAt.toISOString(),
  };
}
