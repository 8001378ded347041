import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { placeOf, pointName, pointOf } from './places';
import { statusOf } from './tracking';
import { type Document, type NovaPoshtaWorld, Refusal } from './world';

/** A locker takes nothing that is declared above this, in hryvnias. */
const LOCKER_VALUE_MAX = 10_000;

const required = (name: string) =>
  z.string({ error: `${name} is not specified` }).min(1, `${name} is not specified`);
const number = z.coerce.number();

const SaveSchema = z.object({
  PayerType: z.enum(['Sender', 'Recipient', 'ThirdPerson']),
  PaymentMethod: z.enum(['Cash', 'NonCash']),
  CargoType: z.enum(['Parcel', 'Cargo', 'Documents']),
  Weight: number.positive('Weight is not specified'),
  ServiceType: z.enum(['WarehouseWarehouse', 'WarehouseDoors', 'WarehousePostomat']),
  SeatsAmount: number.int().min(1),
  Description: required('Description'),
  Cost: number.min(1, 'Cost is not specified'),
  CitySender: required('CitySender'),
  Sender: required('Sender'),
  SenderAddress: required('SenderAddress'),
  ContactSender: required('ContactSender'),
  SendersPhone: z.string().regex(/^380\d{9}$/, 'SendersPhone invalid format'),
  RecipientsPhone: z.string().regex(/^380\d{9}$/, 'RecipientsPhone invalid format'),
  InfoRegClientBarcodes: z.string().max(50).default(''),
  OptionsSeat: z.array(z.record(z.string(), z.unknown())).default([]),
  NewAddress: z.string().default(''),
  CityRecipient: z.string().default(''),
  Recipient: z.string().default(''),
  RecipientAddress: z.string().default(''),
  ContactRecipient: z.string().default(''),
  RecipientCityName: z.string().default(''),
  RecipientAddressName: z.string().default(''),
  RecipientHouse: z.string().default(''),
  RecipientFlat: z.string().default(''),
  RecipientName: z.string().default(''),
});

type Wish = z.output<typeof SaveSchema>;

/** Makes a waybill each time it is asked: there is no key that makes it once, as with the real service. */
export function saveDocument(world: NovaPoshtaWorld, properties: Record<string, unknown>): object {
  const parsed = SaveSchema.safeParse(properties);
  if (!parsed.success) throw new Refusal(parsed.error.issues[0]?.message ?? 'invalid');
  const wish = parsed.data;
  if (wish.ServiceType === 'WarehousePostomat') {
    if (wish.OptionsSeat.length === 0) throw new Refusal('OptionsSeat is empty');
    if (wish.Cost > LOCKER_VALUE_MAX) {
      throw new Refusal('Cost is more than allowed for the postomat');
    }
  }
  if (!placeOf(wish.CitySender)) throw new Refusal('CitySender not found');
  if (!pointOf(wish.SenderAddress)) throw new Refusal('SenderAddress not found');
  const state = world.file.value;
  const document: Document = {
    ref: randomUUID(),
    number: `2045${String(state.nextNumber).padStart(10, '0')}`,
    createdAtMs: Date.now(),
    clientNumber: wish.InfoRegClientBarcodes,
    description: wish.Description,
    declared: wish.Cost,
    price: priceOf(properties),
    weightKg: wish.Weight,
    serviceType: wish.ServiceType,
    phone: wish.RecipientsPhone,
    course: null,
    ...recipientOf(world, wish),
  };
  state.nextNumber += 1;
  state.documents.push(document);
  return {
    Ref: document.ref,
    IntDocNumber: document.number,
    CostOnSite: String(document.price),
    EstimatedDeliveryDate: '',
    TypeDocument: 'InternetDocument',
  };
}

function recipientOf(
  world: NovaPoshtaWorld,
  wish: Wish,
): Pick<Document, 'recipient' | 'city' | 'address'> {
  if (wish.NewAddress === '1') {
    if (!wish.RecipientName) throw new Refusal('RecipientName is not specified');
    if (!wish.RecipientAddressName || !wish.RecipientHouse) {
      throw new Refusal('RecipientAddressName is not specified');
    }
    return {
      recipient: wish.RecipientName,
      city: wish.RecipientCityName,
      address: `${wish.RecipientAddressName}, ${wish.RecipientHouse}${wish.RecipientFlat ? `, кв. ${wish.RecipientFlat}` : ''}`,
    };
  }
  const known = Object.hasOwn(world.file.value.recipients, wish.ContactRecipient)
    ? world.file.value.recipients[wish.ContactRecipient]
    : undefined;
  if (!known) throw new Refusal('ContactRecipient not found');
  const point = pointOf(wish.RecipientAddress);
  if (!point || point.city.ref !== wish.CityRecipient) {
    throw new Refusal('RecipientAddress not found');
  }
  if (point.isLocker !== (wish.ServiceType === 'WarehousePostomat')) {
    throw new Refusal('ServiceType does not fit RecipientAddress');
  }
  return { recipient: known.name, city: point.city.name, address: pointName(point) };
}

/** In hryvnias: the size of the parcel, the way to the door, and half a percent of what it is worth above 500. */
export function priceOf(properties: Record<string, unknown>): number {
  const weight = Number(properties.Weight) || 0.1;
  const declared = Number(properties.Cost) || 0;
  const base = weight <= 2 ? 75 : weight <= 10 ? 105 : 155;
  const door = String(properties.ServiceType).endsWith('Doors') ? 40 : 0;
  const isLocal = properties.CitySender === properties.CityRecipient;
  return Math.round(base + door - (isLocal ? 15 : 0) + Math.max(0, declared - 500) * 0.005);
}

export function deleteDocuments(world: NovaPoshtaWorld, refs: unknown): object[] {
  const asked = (Array.isArray(refs) ? refs : [refs]).map(String);
  const found = asked.map((ref) => {
    const document = world.file.value.documents.find((candidate) => candidate.ref === ref);
    if (!document || statusOf(world, document).code === '2') {
      throw new Refusal('No document changed DeletionMark', '20000600055');
    }
    if (statusOf(world, document).code !== '1') {
      throw new Refusal('Document is already accepted and cannot be deleted');
    }
    return document;
  });
  for (const document of found) document.course = { code: '2', atMs: Date.now() };
  return found.map(({ ref }) => ({ Ref: ref }));
}
