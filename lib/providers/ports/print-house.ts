/** A print house that is spoken to by its own interface. Houses of people need none. */

export type PrintRequest = {
  /** Ours, readable: "P-26-001001". */
  reference: string;
  /** The same with every try: the house has the order once. */
  idempotencyKey: string;
  recipient: {
    name: string;
    email: string | null;
    phone: string;
    line1: string;
    line2: string;
    city: string;
    region: string;
    postalCode: string;
    /** ISO 3166-1, two letters. */
    country: string;
  };
  shippingMethod: string;
  items: {
    reference: string;
    sku: string;
    copies: number;
    /** Where the house fetches the print file: a link that works for days and then no more. */
    fileUrl: string;
    pageCount: number;
  }[];
  /** Where the house tells us that something changed; null for nowhere. */
  callbackUrl: string | null;
};

export type HouseShipment = {
  /** The house's own id of the parcel. */
  externalId: string;
  carrier: string;
  trackingNumber: string | null;
  trackingUrl: string | null;
};

/** How the house says an order stands, in our words. */
export type HouseOrder = {
  externalId: string;
  /** `refused` needs a person: the house cannot go on by itself. */
  state: 'accepted' | 'printing' | 'done' | 'cancelled' | 'refused';
  /** In the house's words, for staff. */
  houseStatus: string;
  reason: string | null;
  /** What the house charges, once it says so. */
  cost: { amountMinor: number; currency: string } | null;
  shipments: HouseShipment[];
};

export interface PrintHouseGateway {
  /**
   * Hands an order over. The same key again gives the order that is there already.
   * @throws DomainError "print_job.refused" with the house's reason when it will never take this order,
   *   "print_house.unavailable" when it cannot be known whether it has it: ask again with the same key
   */
  submit(request: PrintRequest): Promise<HouseOrder>;
  /** @throws DomainError "print_house.unavailable", "print_job.not_found" */
  read(externalId: string): Promise<HouseOrder>;
  /** @returns the order afterwards; it is `cancelled` only where the house agreed. @throws like read */
  cancel(externalId: string): Promise<HouseOrder>;
}

/** Houses with an interface, by their kind. */
export type PrintHouses = Partial<Record<'PRODIGI', PrintHouseGateway>>;
