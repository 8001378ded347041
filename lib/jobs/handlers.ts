import type { Ctx } from '@/lib/db/context';
import { handleHousekeepingSweep } from './handlers/housekeeping-sweep';
import { handleOutboxSend } from './handlers/outbox-send';
import { handlePaymentSettle } from './handlers/payment-settle';
import { handlePaymentsReconcile } from './handlers/payments-reconcile';
import { handlePictureErase } from './handlers/picture-erase';
import { handlePictureIngest } from './handlers/picture-ingest';
import { handleProofRender } from './handlers/proof-render';
import { handleRefundSubmit } from './handlers/refund-submit';
import { handleWebhookProcess } from './handlers/webhook-process';
import { JOBS, type JobName, type JobPayload } from './jobs';

type Handler<N extends JobName> = (ctx: Ctx, payload: JobPayload<N>) => Promise<void>;

/** Parses what came out of the queue before the handler sees it: a payload of an older version fails by name. */
function parsed<N extends JobName>(name: N, handler: Handler<N>) {
  return (ctx: Ctx, data: unknown) => handler(ctx, JOBS[name].payload.parse(data) as JobPayload<N>);
}

/** One handler for every job; the type demands that none is missing. */
export const HANDLERS: Record<JobName, (ctx: Ctx, data: unknown) => Promise<void>> = {
  'picture.ingest': parsed('picture.ingest', handlePictureIngest),
  'picture.erase': parsed('picture.erase', handlePictureErase),
  'proof.render': parsed('proof.render', handleProofRender),
  'webhook.process': parsed('webhook.process', handleWebhookProcess),
  'payment.settle': parsed('payment.settle', handlePaymentSettle),
  'refund.submit': parsed('refund.submit', handleRefundSubmit),
  'outbox.send': parsed('outbox.send', handleOutboxSend),
  'payments.reconcile': parsed('payments.reconcile', handlePaymentsReconcile),
  'housekeeping.sweep': parsed('housekeeping.sweep', handleHousekeepingSweep),
};
