import path from 'node:path';
import type { FaultBox } from '../faults';
import { StateFile } from '../state-file';

export type StepState = 'NotStarted' | 'InProgress' | 'Complete' | 'Error';

/** An order as Prodigi shows it. */
export type ProdigiOrder = {
  id: string;
  created: string;
  lastUpdated: string;
  callbackUrl: string | null;
  merchantReference: string | null;
  shippingMethod: string;
  idempotencyKey: string | null;
  status: {
    stage: 'InProgress' | 'Complete' | 'Cancelled';
    issues: { objectId: string; errorCode: string; description: string }[];
    details: {
      downloadAssets: StepState;
      printReadyAssetsPrepared: StepState;
      allocateProductionLocation: StepState;
      inProduction: StepState;
      shipping: StepState;
    };
  };
  charges: { id: string; totalCost: { amount: string; currency: string } }[];
  shipments: {
    id: string;
    dispatchDate: string;
    status: string;
    carrier: { name: string; service: string };
    fulfillmentLocation: { countryCode: string; labCode: string };
    tracking: { number: string; url: string };
    items: { itemId: string }[];
  }[];
  recipient: unknown;
  items: {
    id: string;
    merchantReference: string | null;
    sku: string;
    copies: number;
    sizing: string;
    assets: { id: string; printArea: string; url: string; pageCount: number | null }[];
  }[];
};

type ProdigiState = {
  version: 1;
  running: number;
  orders: Record<string, { order: ProdigiOrder; stepAtMs: number }>;
  /** Order ids by the idempotency key they were made with. */
  keys: Record<string, string>;
};

export type ProdigiWorld = {
  file: StateFile<ProdigiState>;
  faults: FaultBox;
  stopping: AbortSignal;
  /** Calls of POST /Orders that arrived, refused ones too. */
  submits: number;
};

export async function openProdigi(options: {
  dataDir: string;
  faults: FaultBox;
  stopping: AbortSignal;
}): Promise<ProdigiWorld> {
  const empty: ProdigiState = { version: 1, running: 840_000, orders: {}, keys: {} };
  const file = await StateFile.open(path.join(options.dataDir, 'prodigi.json'), empty);
  return { file, faults: options.faults, stopping: options.stopping, submits: 0 };
}

/** "ord_840001", "shp_840002": one count for all, as readable as theirs. */
export function prodigiId(world: ProdigiWorld, prefix: string): string {
  world.file.value.running += 1;
  return `${prefix}_${world.file.value.running}`;
}
