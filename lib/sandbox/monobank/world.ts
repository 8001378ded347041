import { generateKeyPairSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { FaultBox } from '../faults';
import { StateFile } from '../state-file';

export type InvoiceStatus =
  | 'created'
  | 'processing'
  | 'success'
  | 'failure'
  | 'reversed'
  | 'expired';

export type StoredCancel = {
  status: 'processing' | 'success' | 'failure';
  amount: number;
  ccy: number;
  createdDate: string;
  modifiedDate: string;
  approvalCode: string;
  rrn: string;
  extRef?: string;
};

export type StoredInvoice = {
  invoiceId: string;
  status: InvoiceStatus;
  failureReason?: string;
  errCode?: string;
  amount: number;
  ccy: number;
  /** What the payer's card was charged with; 0 until then. */
  takenAmount: number;
  createdDate: string;
  modifiedDate: string;
  expiresAtMs: number;
  reference?: string;
  destination?: string;
  basket: { name: string; qty: number; sum: number }[];
  customerEmails: string[];
  /** Where the payer goes afterwards. */
  successUrl?: string;
  failUrl?: string;
  webHookUrl?: string;
  cancelList: StoredCancel[];
  paymentInfo?: { maskedPan: string; approvalCode: string; rrn: string; fee: number };
  paidDate?: string;
};

/** One sending of one status, until it is answered with exactly 200 or given up. */
export type Delivery = {
  url: string;
  body: string;
  atMs: number;
  attempt: number;
  isForged: boolean;
};

/** Something that ends by itself after a while. */
export type Later =
  | { kind: 'payment'; invoiceId: string; atMs: number; succeeds: boolean }
  | { kind: 'cancel'; invoiceId: string; rrn: string; atMs: number; succeeds: boolean };

type MonobankState = {
  version: 1;
  invoices: Record<string, StoredInvoice>;
  deliveries: Delivery[];
  laters: Later[];
  /** Signs the webhooks: PKCS #8 in PEM. */
  privateKey: string;
};

/** What every part of the Monobank stand-in works with. */
export type MonobankWorld = {
  file: StateFile<MonobankState>;
  faults: FaultBox;
  /** Where the stand-in is, once it listens: "http://127.0.0.1:3900/monobank". */
  baseUrl: string;
  /** Aborted when the sandbox stops: a webhook under way is sent again at the next start. */
  stopping: AbortSignal;
};

export async function openMonobank(options: {
  dataDir: string;
  faults: FaultBox;
  stopping: AbortSignal;
}): Promise<MonobankWorld> {
  const empty: MonobankState = {
    version: 1,
    invoices: {},
    deliveries: [],
    laters: [],
    privateKey: newPrivateKey(),
  };
  const file = await StateFile.open(path.join(options.dataDir, 'monobank.json'), empty);
  // The first start's key is the one of all later ones.
  await file.save();
  return { file, faults: options.faults, stopping: options.stopping, baseUrl: '' };
}

export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** "2205175v4MfatvmUL2oR": the day, then letters and digits, as the bank's are. */
export function newInvoiceId(): string {
  const day = new Date().toISOString().slice(2, 10).replaceAll('-', '');
  let id = day;
  for (const byte of randomBytes(14)) id += LETTERS[byte % LETTERS.length];
  return id;
}

export function newDigits(length: number): string {
  let digits = '';
  for (const byte of randomBytes(length)) digits += String(byte % 10);
  return digits;
}

/** Whole seconds, as the bank's times are. */
export function bankTime(atMs = Date.now()): string {
  return new Date(Math.floor(atMs / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** A refusal in the bank's words. */
export class MonobankNo extends Error {
  readonly status: number;
  readonly errCode: string;

  constructor(status: number, errCode: string, errText: string) {
    super(errText);
    this.status = status;
    this.errCode = errCode;
  }
}
