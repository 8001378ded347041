import { notFound, redirect } from 'next/navigation';
import { noteLook } from '@/lib/accounts/note-look';
import type { Access } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import { requestCtx } from './request-context';

/**
 * The context for a page, asked for in the page itself and never in a layout: a layout is not run again on navigation.
 * Sends a visitor without a session to the sign-in page and back; staff pages do not exist for others.
 * @param returnTo path to come back to after signing in
 */
export async function pageCtx(access: Access, returnTo: string): Promise<Ctx> {
  try {
    const ctx = await requestCtx(access);
    if (ctx.actor.lookedAtBy !== null) await noteLook(ctx, returnTo);
    return ctx;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'account.not_allowed') notFound();
    if (error.code === 'account.second_factor_required') {
      redirect(`/second-factor?returnTo=${encodeURIComponent(returnTo)}`);
    }
    redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  }
}

/** Turns a use case's "not found" into the not-found page. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError && /[._]not_found$/.test(error.code)) notFound();
    throw error;
  }
}
