import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type {
  HouseOrder,
  PrintHouseGateway,
  PrintRequest,
} from '@/lib/providers/ports/print-house';
import { parseJson, readText } from '../read-answer';
import { ProdigiOrderSchema, toHouseOrder } from './prodigi-mapping';

const TIMEOUT_MS = 20_000;
/** An order with hundreds of items is a few hundred kilobytes. */
const ANSWER_MAX_BYTES = 4 * 1024 * 1024;

export type ProdigiSettings = {
  apiKey: string;
  /** With the version: "https://api.prodigi.com/v4.0". */
  baseUrl: string;
};

const AnswerSchema = z.object({ outcome: z.string(), order: ProdigiOrderSchema });
const RefusalSchema = z.object({
  outcome: z.string().optional(),
  failures: z.record(z.string(), z.array(z.object({ code: z.string() }))).nullish(),
});

/** Outcomes of POST /Orders under which Prodigi has the order. */
const TAKEN = ['Created', 'CreatedWithIssues', 'OnHold', 'AlreadyExists'];

/**
 * Prodigi's Print API, version 4.0. Creating is repeated only with the same idempotencyKey, to which it answers
 * "AlreadyExists" with the order that is there.
 */
export class ProdigiGateway implements PrintHouseGateway {
  private readonly settings: ProdigiSettings;

  constructor(settings: ProdigiSettings) {
    this.settings = settings;
  }

  async submit(request: PrintRequest): Promise<HouseOrder> {
    const { status, body } = await this.call('POST', '/Orders', orderBody(request));
    if (status >= 500 || status === 429 || status === 408 || status === 401 || status === 403) {
      throw unavailable(new Error(`Prodigi answered ${status}`));
    }
    const answer = AnswerSchema.safeParse(body);
    if (answer.success && TAKEN.includes(answer.data.outcome)) {
      return toHouseOrder(answer.data.order);
    }
    if (status < 400) throw unavailable(new Error(`Prodigi answered ${status} without an order`));
    throw new DomainError('print_job.refused', { reason: refusalOf(body, status) });
  }

  async read(externalId: string): Promise<HouseOrder> {
    return this.orderOf('GET', `/Orders/${encodeURIComponent(externalId)}`);
  }

  async cancel(externalId: string): Promise<HouseOrder> {
    const path = `/Orders/${encodeURIComponent(externalId)}`;
    const { status } = await this.call('POST', `${path}/actions/cancel`);
    if (status >= 500) throw unavailable(new Error(`Prodigi answered ${status}`));
    // Cancelling may be refused or still be decided on: only the order itself says what it is.
    return this.orderOf('GET', path);
  }

  private async orderOf(method: 'GET', path: string): Promise<HouseOrder> {
    const { status, body } = await this.call(method, path);
    if (status === 404) throw new DomainError('print_job.not_found');
    const answer = AnswerSchema.safeParse(body);
    if (status !== 200 || !answer.success) {
      throw unavailable(new Error(`Prodigi answered ${status} without an order`));
    }
    return toHouseOrder(answer.data.order);
  }

  private async call(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<{ status: number; body: unknown }> {
    try {
      const response = await fetch(`${this.settings.baseUrl}${path}`, {
        method,
        headers: {
          'x-api-key': this.settings.apiKey,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await readText(response.body, ANSWER_MAX_BYTES);
      return { status: response.status, body: parseJson(text) };
    } catch (error) {
      throw unavailable(error);
    }
  }
}

function orderBody(request: PrintRequest): object {
  const { recipient } = request;
  return {
    merchantReference: request.reference,
    shippingMethod: request.shippingMethod,
    idempotencyKey: request.idempotencyKey,
    ...(request.callbackUrl ? { callbackUrl: request.callbackUrl } : {}),
    recipient: {
      name: recipient.name,
      ...(recipient.email ? { email: recipient.email } : {}),
      phoneNumber: recipient.phone,
      address: {
        line1: recipient.line1,
        ...(recipient.line2 ? { line2: recipient.line2 } : {}),
        postalOrZipCode: recipient.postalCode,
        townOrCity: recipient.city,
        ...(recipient.region ? { stateOrCounty: recipient.region } : {}),
        countryCode: recipient.country,
      },
    },
    items: request.items.map((item) => ({
      merchantReference: item.reference,
      sku: item.sku,
      copies: item.copies,
      // The file has its bleed and exactly the size of the product.
      sizing: 'fillPrintArea',
      assets: [{ printArea: 'default', url: item.fileUrl, pageCount: item.pageCount }],
    })),
  };
}

/** "ValidationFailed: items[0].sku SkuNotFound". */
function refusalOf(body: unknown, status: number): string {
  const refusal = RefusalSchema.safeParse(body);
  if (!refusal.success) return `HTTP ${status}`;
  const { outcome, failures } = refusal.data;
  const parts = Object.entries(failures ?? {}).map(
    ([field, codes]) => `${field} ${codes.map(({ code }) => code).join(' ')}`,
  );
  return [outcome ?? `HTTP ${status}`, parts.join(', ')].filter(Boolean).join(': ').slice(0, 500);
}

function unavailable(cause: unknown): DomainError {
  return new DomainError('print_house.unavailable', {}, { cause });
}
