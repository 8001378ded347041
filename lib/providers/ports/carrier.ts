/** A place where a carrier delivers. */
export type CarrierCity = { ref: string; name: string; area: string };

/** Where a customer fetches a parcel. */
export type CarrierPoint = {
  ref: string;
  number: string;
  name: string;
  cityRef: string;
  cityName: string;
};

/** How a parcel goes from the sender's branch. */
type CarrierService = 'branch' | 'locker' | 'courier';

/** Who sends: the carrier's own names of the company, its contact and the branch where parcels are handed in. */
export type CarrierSender = {
  counterpartyRef: string;
  counterpartyName: string;
  contactRef: string;
  contactName: string;
  /** "+380671234567". */
  phone: string;
  cityRef: string;
  cityName: string;
  pointRef: string;
  pointName: string;
};

export type CarrierParcel = {
  weightG: number;
  lengthMm: number;
  widthMm: number;
  heightMm: number;
  /** Declared value in kopiykas; paid back when the parcel is lost. */
  valueMinor: number;
};

export type CarrierQuote = { costMinor: number; currency: 'UAH' };

export type WaybillRequest = {
  /** Ours, for this waybill alone: the carrier keeps it, and finds the waybill by it when the answer was lost. */
  reference: string;
  sender: CarrierSender;
  recipient: { name: string; phone: string };
  destination:
    | { service: 'branch' | 'locker'; cityRef: string; pointRef: string }
    | { service: 'courier'; city: string; street: string; note: string };
  parcel: CarrierParcel;
  description: string;
};

export type Waybill = {
  /** The carrier's own id. */
  externalRef: string;
  number: string;
  costMinor: number;
  currency: 'UAH';
};

/**
 * How a hand-over went. `unknown`: the answer was lost and the waybill may exist; it must be looked for before it is
 * asked for again. `refused`: certain not to exist, with the carrier's words. `busy`: certain not to have been taken.
 */
export type WaybillSubmission =
  | { outcome: 'made'; waybill: Waybill }
  | { outcome: 'unknown'; detail: string }
  | { outcome: 'refused'; detail: string }
  | { outcome: 'busy'; detail: string };

/** Where a parcel is, in our words; the names of ShipmentStatus. Null: the carrier says nothing that moves it. */
export type TrackedStatus =
  | 'LABELLED'
  | 'IN_TRANSIT'
  | 'READY_FOR_PICKUP'
  | 'DELIVERED'
  | 'PROBLEM'
  | 'RETURNED'
  | 'CANCELLED';

export type TrackedParcel = {
  number: string;
  status: TrackedStatus | null;
  /** True for a code that we have no meaning for. */
  isUnknown: boolean;
  /** The carrier's own code and words. */
  code: string;
  words: string;
  /** When it happened, where the carrier tells. */
  at: Date | null;
};

/** Who the account may send as; for the settings page. */
export type SenderChoice = {
  counterpartyRef: string;
  name: string;
  contacts: { ref: string; name: string; phone: string }[];
};

/** A carrier with an interface of its own: Nova Poshta, or the sandbox's twin of it. */
export interface Carrier {
  /** Who sends until staff say so; only the sandbox knows somebody. */
  readonly defaultSender: CarrierSender | null;
  /** At most 20, best first. @throws DomainError "carrier.unavailable" */
  searchCities(query: string): Promise<CarrierCity[]>;
  /** At most 50 that match. @throws DomainError "carrier.unavailable" */
  listPoints(query: {
    cityRef: string;
    service: 'branch' | 'locker';
    query: string;
  }): Promise<CarrierPoint[]>;
  /** One branch or locker as the carrier knows it now; null when it is closed or of another place. @throws DomainError "carrier.unavailable" */
  findPoint(query: { cityRef: string; pointRef: string }): Promise<CarrierPoint | null>;
  /** What the carrier would take from us. @throws DomainError "carrier.unavailable" */
  quote(query: {
    fromCityRef: string;
    toCityRef: string;
    service: CarrierService;
    parcel: CarrierParcel;
  }): Promise<CarrierQuote>;
  /** Asks for one waybill, once; never repeated by the adapter. */
  createShipment(request: WaybillRequest): Promise<WaybillSubmission>;
  /** The waybill that carries our reference, asked for on `since` or later; null when there is none. @throws DomainError "carrier.unavailable" */
  findShipment(query: { reference: string; since: Date }): Promise<Waybill | null>;
  /** One PDF with a page of 100 x 100 mm for each number, in this order. @throws DomainError "carrier.unavailable" */
  labels(numbers: readonly string[]): Promise<Buffer>;
  /** What is gone is success. @throws DomainError "carrier.unavailable", or "shipment.refused" when the parcel is on its way */
  cancelShipment(externalRef: string): Promise<void>;
  /** At most 100 numbers. @throws DomainError "carrier.unavailable" */
  track(numbers: readonly string[]): Promise<TrackedParcel[]>;
  /** @throws DomainError "carrier.unavailable" */
  listSenders(): Promise<SenderChoice[]>;
}

/** Carriers that this installation can talk to, by their id of lib/orders/carriers.ts. */
export type Carriers = { readonly 'nova-poshta'?: Carrier };
