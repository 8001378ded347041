import path from 'node:path';
import type { FaultBox } from '../faults';
import { StateFile } from '../state-file';

/** One waybill with what the real service shows of it. */
export type Document = {
  ref: string;
  number: string;
  createdAtMs: number;
  /** The client's own number: InfoRegClientBarcodes. */
  clientNumber: string;
  description: string;
  declared: number;
  price: number;
  weightKg: number;
  serviceType: string;
  recipient: string;
  phone: string;
  city: string;
  address: string;
  /** Set by hand on the page; from then on time moves it no more. */
  course: { code: string; atMs: number } | null;
};

type NovaPoshtaState = {
  version: 1;
  nextNumber: number;
  documents: Document[];
  recipients: Record<string, { name: string; phone: string }>;
};

export type NovaPoshtaWorld = { file: StateFile<NovaPoshtaState>; faults: FaultBox };

export async function openNovaPoshta(options: {
  dataDir: string;
  faults: FaultBox;
}): Promise<NovaPoshtaWorld> {
  const empty: NovaPoshtaState = { version: 1, nextNumber: 1, documents: [], recipients: {} };
  const file = await StateFile.open(path.join(options.dataDir, 'nova-poshta.json'), empty);
  return { file, faults: options.faults };
}

/** A refusal in the service's own way: 200 with success false. */
export class Refusal extends Error {
  readonly code: string;

  constructor(message: string, code = '20000200000') {
    super(message);
    this.code = code;
  }
}
