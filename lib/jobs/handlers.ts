import type { Ctx } from '@/lib/db/context';
import { handleAccountErase } from './handlers/account-erase';
import { handleAccountExport } from './handlers/account-export';
import { handleBotAnnounce } from './handlers/bot-announce';
import { handleHousekeepingSweep } from './handlers/housekeeping-sweep';
import { handleLoraErase } from './handlers/lora-erase';
import { handleMessagesRemind } from './handlers/messages-remind';
import { handleModelCancel } from './handlers/model-cancel';
import { handleModelCheck } from './handlers/model-check';
import { handleModelSubmit } from './handlers/model-submit';
import { handleModelsWatch } from './handlers/models-watch';
import { handleOutboxSend } from './handlers/outbox-send';
import { handlePaymentSettle } from './handlers/payment-settle';
import { handlePaymentsReconcile } from './handlers/payments-reconcile';
import { handlePictureDrop } from './handlers/picture-drop';
import { handlePictureErase } from './handlers/picture-erase';
import { handlePictureIngest } from './handlers/picture-ingest';
import { handlePrintJobSubmit } from './handlers/print-job-submit';
import { handlePrintJobsWatch } from './handlers/print-jobs-watch';
import { handleProofRender } from './handlers/proof-render';
import { handleRefundSubmit } from './handlers/refund-submit';
import { handleShipmentsTrack } from './handlers/shipments-track';
import { handleStarsCheck } from './handlers/stars-check';
import { handleTillsCompare } from './handlers/tills-compare';
import { handleWaybillCancel } from './handlers/waybill-cancel';
import { handleWaybillMake } from './handlers/waybill-make';
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
  'picture.drop': parsed('picture.drop', handlePictureDrop),
  'picture.erase': parsed('picture.erase', handlePictureErase),
  'proof.render': parsed('proof.render', handleProofRender),
  'webhook.process': parsed('webhook.process', handleWebhookProcess),
  'payment.settle': parsed('payment.settle', handlePaymentSettle),
  'refund.submit': parsed('refund.submit', handleRefundSubmit),
  'outbox.send': parsed('outbox.send', handleOutboxSend),
  'payments.reconcile': parsed('payments.reconcile', handlePaymentsReconcile),
  'lora.erase': parsed('lora.erase', handleLoraErase),
  'tills.compare': parsed('tills.compare', handleTillsCompare),
  'model.cancel': parsed('model.cancel', handleModelCancel),
  'model.check': parsed('model.check', handleModelCheck),
  'model.submit': parsed('model.submit', handleModelSubmit),
  'models.watch': parsed('models.watch', handleModelsWatch),
  'print_job.submit': parsed('print_job.submit', handlePrintJobSubmit),
  'print_jobs.watch': parsed('print_jobs.watch', handlePrintJobsWatch),
  'stars.check': parsed('stars.check', handleStarsCheck),
  'bot.announce': parsed('bot.announce', handleBotAnnounce),
  'account.export': parsed('account.export', handleAccountExport),
  'account.erase': parsed('account.erase', handleAccountErase),
  'messages.remind': parsed('messages.remind', handleMessagesRemind),
  'waybill.cancel': parsed('waybill.cancel', handleWaybillCancel),
  'waybill.make': parsed('waybill.make', handleWaybillMake),
  'shipments.track': parsed('shipments.track', handleShipmentsTrack),
  'housekeeping.sweep': parsed('housekeeping.sweep', handleHousekeepingSweep),
};
