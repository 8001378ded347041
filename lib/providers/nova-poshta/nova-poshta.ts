import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import type {
  Carrier,
  CarrierCity,
  CarrierPoint,
  CarrierQuote,
  CarrierSender,
  SenderChoice,
  TrackedParcel,
  Waybill,
  WaybillRequest,
  WaybillSubmission,
} from '../ports/carrier';
import { postOnce } from '../post-once';
import {
  ask,
  fetchBytes,
  type NovaPoshtaConfig,
  readEnvelope,
  requestBody,
  unavailable,
} from './nova-poshta-http';
import {
  instantOf,
  kyivDay,
  minorOf,
  nameParts,
  parcelFields,
  phoneOf,
  statusOf,
  streetParts,
} from './nova-poshta-mapping';

const CITIES_MAX = 20;
const POINTS_MAX = 50;
const TRACKED_MAX = 100;
const DOCUMENTS_PER_PAGE = 100;
const PAGES_MAX = 50;
const SAVE_TIMEOUT_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** "Поштове відділення" and "Поштомат" of Address.getWarehouseTypes. */
const POINT_TYPES = {
  branch: '841339c7-591a-42e2-8233-7a0a00f0ed6f',
  locker: 'f9316480-5f2d-425d-bc2c-ac7cd29decf0',
} as const;

const text = z.coerce.string().catch('');
const CitiesSchema = z.object({
  Addresses: z.array(
    z.object({ DeliveryCity: z.string(), MainDescription: z.string(), Area: text, Region: text }),
  ),
});
const PointSchema = z.object({
  Ref: z.string(),
  Number: z.coerce.string(),
  Description: z.string(),
  CityRef: z.string(),
  CityDescription: text,
});
const ContactSchema = z.object({ Ref: z.string(), Description: text, Phones: text });
const RecipientSchema = z.object({
  Ref: z.string(),
  ContactPerson: z.object({ data: z.array(z.object({ Ref: z.string() })).min(1) }),
});
const SavedSchema = z.object({
  Ref: z.string(),
  IntDocNumber: z.string().regex(/^\d{14}$/),
  CostOnSite: z.unknown(),
});
const ListedSchema = z.object({
  Ref: z.string(),
  IntDocNumber: z.string(),
  CostOnSite: z.unknown(),
  InfoRegClientBarcodes: text,
});
const TrackedSchema = z.object({
  Number: z.string(),
  StatusCode: z.coerce.string(),
  Status: text,
  TrackingUpdateDate: text,
  RecipientDateTime: text,
});

/** Nova Poshta's API 2.0: one address, a model and a method in the body, 200 whatever happens. */
export class NovaPoshta implements Carrier {
  readonly defaultSender: CarrierSender | null;
  private readonly config: NovaPoshtaConfig;

  constructor(config: NovaPoshtaConfig & { defaultSender: CarrierSender | null }) {
    this.config = config;
    this.defaultSender = config.defaultSender;
  }

  async searchCities(query: string): Promise<CarrierCity[]> {
    const data = await this.read('Address', 'searchSettlements', {
      CityName: query,
      Limit: String(CITIES_MAX),
      Page: '1',
    });
    return readAll(CitiesSchema, data)
      .flatMap(({ Addresses }) => Addresses)
      .slice(0, CITIES_MAX)
      .map(({ DeliveryCity, MainDescription, Area, Region }) => ({
        ref: DeliveryCity,
        name: MainDescription,
        area: Region ? `${Area}, ${Region}` : Area,
      }));
  }

  async listPoints(query: {
    cityRef: string;
    service: 'branch' | 'locker';
    query: string;
  }): Promise<CarrierPoint[]> {
    const data = await this.read('Address', 'getWarehouses', {
      CityRef: query.cityRef,
      FindByString: query.query,
      TypeOfWarehouseRef: POINT_TYPES[query.service],
      Limit: String(POINTS_MAX),
      Page: '1',
      Language: 'UA',
    });
    return readAll(PointSchema, data).map(presentPoint);
  }

  async findPoint(query: { cityRef: string; pointRef: string }): Promise<CarrierPoint | null> {
    const data = await this.read('Address', 'getWarehouses', {
      Ref: query.pointRef,
      CityRef: query.cityRef,
      Limit: '1',
      Page: '1',
      Language: 'UA',
    });
    const found = readAll(PointSchema, data).find(({ Ref }) => Ref === query.pointRef);
    return found && found.CityRef === query.cityRef ? presentPoint(found) : null;
  }

  async quote(query: Parameters<Carrier['quote']>[0]): Promise<CarrierQuote> {
    const { OptionsSeat: _, ...parcel } = parcelFields(query.parcel, query.service);
    const data = await this.read('InternetDocument', 'getDocumentPrice', {
      ...parcel,
      CitySender: query.fromCityRef,
      CityRecipient: query.toCityRef,
    });
    const [price] = readAll(z.object({ Cost: z.unknown() }), data);
    return { costMinor: minorOf(price?.Cost), currency: 'UAH' };
  }

  async createShipment(request: WaybillRequest): Promise<WaybillSubmission> {
    let destination: Record<string, unknown>;
    try {
      const found = await this.destinationOf(request);
      if ('refusal' in found) return { outcome: 'refused', detail: found.refusal };
      destination = found.fields;
    } catch (error) {
      if (error instanceof DomainError) return { outcome: 'busy', detail: wordsOf(error) };
      throw error;
    }
    const { sender, parcel } = request;
    const properties = {
      ...parcelFields(parcel, request.destination.service),
      ...destination,
      PayerType: 'Sender',
      PaymentMethod: 'Cash',
      Description: request.description,
      InfoRegClientBarcodes: request.reference,
      CitySender: sender.cityRef,
      Sender: sender.counterpartyRef,
      SenderAddress: sender.pointRef,
      ContactSender: sender.contactRef,
      SendersPhone: phoneOf(sender.phone),
      RecipientsPhone: phoneOf(request.recipient.phone),
    };
    const body = requestBody(this.config, {
      model: 'InternetDocument',
      method: 'save',
      properties,
    });
    const sent = await postOnce(this.config.apiUrl, {
      headers: { 'content-type': 'application/json' },
      body,
      timeoutMs: SAVE_TIMEOUT_MS,
    });
    if (sent.outcome === 'not_sent') return { outcome: 'busy', detail: sent.detail };
    if (sent.outcome === 'lost') return { outcome: 'unknown', detail: sent.detail };
    if (sent.status === 429) return { outcome: 'busy', detail: 'too many requests' };
    const answer = sent.status === 200 ? readEnvelope(sent.body) : null;
    if (!answer) return { outcome: 'unknown', detail: `answered with ${sent.status}` };
    if (!answer.ok) {
      return /too? many requests/i.test(answer.words)
        ? { outcome: 'busy', detail: answer.words }
        : { outcome: 'refused', detail: answer.words };
    }
    const saved = SavedSchema.safeParse(answer.data[0]);
    if (!saved.success) return { outcome: 'unknown', detail: 'the answer has no number' };
    const { Ref, IntDocNumber, CostOnSite } = saved.data;
    return { outcome: 'made', waybill: waybill(Ref, IntDocNumber, CostOnSite) };
  }

  /** The carrier's fields of where it goes; branches need the recipient as a counterparty, doors take free words. */
  private async destinationOf(
    request: WaybillRequest,
  ): Promise<{ fields: Record<string, unknown> } | { refusal: string }> {
    const { destination, recipient } = request;
    const name = nameParts(recipient.name);
    if (destination.service === 'courier') {
      const street = streetParts(`${destination.street}, ${destination.note}`.replace(/, $/, ''));
      if (!street) return { refusal: `no house number in "${destination.street}"` };
      return {
        fields: {
          NewAddress: '1',
          RecipientCityName: destination.city,
          RecipientArea: '',
          RecipientAreaRegions: '',
          RecipientAddressName: street.street,
          RecipientHouse: street.house,
          RecipientFlat: street.flat,
          RecipientName: recipient.name,
          RecipientType: 'PrivatePerson',
        },
      };
    }
    // Asked twice it answers with the same person, so this call may be repeated.
    const answer = await ask(this.config, {
      model: 'Counterparty',
      method: 'save',
      properties: {
        CounterpartyType: 'PrivatePerson',
        CounterpartyProperty: 'Recipient',
        FirstName: name.first,
        MiddleName: name.middle,
        LastName: name.last,
        Phone: phoneOf(recipient.phone),
      },
    });
    if (!answer.ok) return { refusal: answer.words };
    const person = RecipientSchema.safeParse(answer.data[0]);
    const contact = person.data?.ContactPerson.data[0];
    if (!person.success || !contact) throw unavailable(new Error('a recipient without a contact'));
    return {
      fields: {
        CityRecipient: destination.cityRef,
        Recipient: person.data.Ref,
        RecipientAddress: destination.pointRef,
        ContactRecipient: contact.Ref,
      },
    };
  }

  async findShipment(query: { reference: string; since: Date }): Promise<Waybill | null> {
    // A day more on both sides: the day is the one in Kyiv, and clocks differ.
    const from = kyivDay(new Date(query.since.getTime() - DAY_MS));
    const to = kyivDay(new Date(Date.now() + DAY_MS));
    for (let page = 1; page <= PAGES_MAX; page += 1) {
      const data = await this.read('InternetDocument', 'getDocumentList', {
        DateTimeFrom: from,
        DateTimeTo: to,
        GetFullList: '0',
        Page: String(page),
        Limit: String(DOCUMENTS_PER_PAGE),
      });
      const found = readAll(ListedSchema, data).find(
        ({ InfoRegClientBarcodes }) => InfoRegClientBarcodes === query.reference,
      );
      if (found) return waybill(found.Ref, found.IntDocNumber, found.CostOnSite);
      if (data.length < DOCUMENTS_PER_PAGE) return null;
    }
    // Not having seen the whole list is not the same as knowing that it is not there.
    throw unavailable(new Error('the list of waybills does not end'));
  }

  async labels(numbers: readonly string[]): Promise<Buffer> {
    const orders = numbers.map((number) => `/orders[]/${encodeURIComponent(number)}`).join('');
    const url = `${this.config.printUrl}/orders/printMarking100x100${orders}/type/pdf/apiKey/${this.config.apiKey}/zebra`;
    const { status, bytes } = await fetchBytes(url, { method: 'GET' });
    // A wrong number is answered with a page that says so.
    if (status !== 200 || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
      throw unavailable(new Error(`no label: answered with ${status}`));
    }
    return bytes;
  }

  async cancelShipment(externalRef: string): Promise<void> {
    const answer = await ask(this.config, {
      model: 'InternetDocument',
      method: 'delete',
      properties: { DocumentRefs: [externalRef] },
    });
    // "No document changed DeletionMark": it is deleted already.
    if (!answer.ok && !/DeletionMark/.test(answer.words)) {
      throw new DomainError('shipment.refused', { words: answer.words });
    }
  }

  async track(numbers: readonly string[]): Promise<TrackedParcel[]> {
    if (numbers.length === 0) return [];
    const data = await this.read('TrackingDocument', 'getStatusDocuments', {
      Documents: numbers
        .slice(0, TRACKED_MAX)
        .map((number) => ({ DocumentNumber: number, Phone: '' })),
    });
    return readAll(TrackedSchema, data).map((row) => ({
      number: row.Number,
      ...statusOf(row.StatusCode),
      code: row.StatusCode,
      words: row.Status,
      at: instantOf(row.RecipientDateTime) ?? instantOf(row.TrackingUpdateDate),
    }));
  }

  async listSenders(): Promise<SenderChoice[]> {
    const data = await this.read('Counterparty', 'getCounterparties', {
      CounterpartyProperty: 'Sender',
      Page: '1',
    });
    const senders = readAll(z.object({ Ref: z.string(), Description: text }), data);
    return Promise.all(
      senders.map(async ({ Ref, Description }) => {
        const contacts = await this.read('Counterparty', 'getCounterpartyContactPersons', {
          Ref,
          Page: '1',
        });
        return {
          counterpartyRef: Ref,
          name: Description,
          contacts: readAll(ContactSchema, contacts).map((contact) => ({
            ref: contact.Ref,
            name: contact.Description,
            phone: `+${phoneOf(contact.Phones)}`,
          })),
        };
      }),
    );
  }

  /** A question; a refusal of it means that something is wrong with us or with them. */
  private async read(
    model: string,
    method: string,
    properties: Record<string, unknown>,
  ): Promise<unknown[]> {
    const answer = await ask(this.config, { model, method, properties });
    if (!answer.ok) throw unavailable(new Error(`${model}.${method}: ${answer.words}`));
    return answer.data;
  }
}

/** Rows that do not have the agreed form are left out: one strange branch must not hide the others. */
function readAll<S extends z.ZodType>(schema: S, data: unknown[]): z.output<S>[] {
  return data.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

function presentPoint(row: z.output<typeof PointSchema>): CarrierPoint {
  return {
    ref: row.Ref,
    number: row.Number,
    name: row.Description,
    cityRef: row.CityRef,
    cityName: row.CityDescription,
  };
}

function waybill(externalRef: string, number: string, cost: unknown): Waybill {
  return { externalRef, number, costMinor: minorOf(cost), currency: 'UAH' };
}

function wordsOf(error: DomainError): string {
  return error.cause instanceof Error ? error.cause.message : error.code;
}
