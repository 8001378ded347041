import { z } from 'zod';
import { type Exchange, jsonReply, type Reply } from '../exchange';
import { SANDBOX_NOVA_POSHTA_KEY, SANDBOX_NOVA_POSHTA_SENDER } from '../keys';
import { drawLabels } from './label';
import {
  BRANCH_TYPE,
  LOCKER_TYPE,
  type Place,
  pointName,
  pointOf,
  pointsOf,
  refOf,
  searchPlaces,
} from './places';
import { kyivTime, statusOf, trackingRow } from './tracking';
import { deleteDocuments, priceOf, saveDocument } from './waybills';
import { type NovaPoshtaWorld, Refusal } from './world';

const CallSchema = z.object({
  apiKey: z.string().default(''),
  modelName: z.string(),
  calledMethod: z.string(),
  methodProperties: z.record(z.string(), z.unknown()).default({}),
});

type Properties = Record<string, unknown>;
const text = (properties: Properties, name: string): string => {
  const value = properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Answers one call: always 200, with success true or false, as the real service does. */
export async function novaPoshtaReply(
  world: NovaPoshtaWorld,
  exchange: Exchange,
): Promise<Reply | null> {
  const { pathname } = exchange.url;
  if (exchange.method === 'GET' && pathname.startsWith('/nova-poshta/orders/')) {
    return labelsReply(world, pathname);
  }
  if (exchange.method !== 'POST' || pathname !== '/nova-poshta/v2.0/json/') return null;
  const { faults } = world;
  if (faults.spend('carrierErrorCount')) return { status: 500, body: 'Internal Server Error' };
  const call = CallSchema.safeParse(parse(exchange.body));
  if (!call.success) return refused(new Refusal('Request is empty', '20000100007'));
  const { modelName, calledMethod, methodProperties, apiKey } = call.data;
  try {
    if (apiKey !== SANDBOX_NOVA_POSHTA_KEY) {
      throw new Refusal('API key expired', '20000200068');
    }
    // The names with and without "General" are the same models.
    const method = `${modelName.replace(/General$/, '')}.${calledMethod}`;
    const data = answer(world, method, methodProperties);
    await world.file.save();
    const reply = jsonReply(200, envelope({ success: true, data }));
    if (method !== 'InternetDocument.save') return reply;
    if (faults.spend('carrierDropCount')) return { ...reply, fate: 'cut' };
    if (faults.spend('carrierHangCount')) return { ...reply, fate: 'silence' };
    return reply;
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function envelope(parts: { success: boolean; data: unknown[]; refusal?: Refusal }): object {
  return {
    success: parts.success,
    data: parts.data,
    errors: parts.refusal ? [parts.refusal.message] : [],
    warnings: [],
    info: [],
    messageCodes: [],
    errorCodes: parts.refusal ? [parts.refusal.code] : [],
    warningCodes: [],
    infoCodes: [],
  };
}

function refused(refusal: Refusal): Reply {
  return jsonReply(200, envelope({ success: false, data: [], refusal }));
}

function answer(world: NovaPoshtaWorld, method: string, properties: Properties): unknown[] {
  const get = (name: string) => text(properties, name);
  const sender = SANDBOX_NOVA_POSHTA_SENDER;
  switch (method) {
    case 'Address.searchSettlements': {
      const found = searchPlaces(get('CityName')).slice(0, Number(get('Limit')) || 20);
      return [{ TotalCount: found.length, Addresses: found.map(settlement) }];
    }
    case 'Address.getCities':
      return searchPlaces(get('FindByString')).map((place) => ({
        Ref: place.ref,
        Description: place.name,
        AreaDescription: place.area,
      }));
    case 'Address.getWarehouses': {
      const limit = Math.min(500, Number(get('Limit')) || 500);
      const page = Math.max(1, Number(get('Page')) || 1);
      return pointsOf({
        cityRef: get('CityRef'),
        ref: get('Ref'),
        type: get('TypeOfWarehouseRef'),
        text: get('FindByString'),
      })
        .slice((page - 1) * limit, page * limit)
        .map(({ ref }) => warehouse(ref));
    }
    case 'Counterparty.getCounterparties':
      return [{ Ref: sender.counterpartyRef, Description: sender.counterpartyName }];
    case 'Counterparty.getCounterpartyContactPersons':
      if (get('Ref') !== sender.counterpartyRef) throw new Refusal('Counterparty not found');
      return [
        {
          Ref: sender.contactRef,
          Description: sender.contactName,
          Phones: sender.phone.replace('+', ''),
        },
      ];
    case 'Counterparty.save':
      return [saveRecipient(world, properties)];
    case 'InternetDocument.getDocumentPrice':
      return [{ Cost: priceOf(properties), AssessedCost: Number(get('Cost')) || 0 }];
    case 'InternetDocument.save':
      if (world.faults.spend('carrierRefuseCount')) {
        throw new Refusal('RecipientsPhone invalid format');
      }
      return [saveDocument(world, properties)];
    case 'InternetDocument.delete':
      return deleteDocuments(world, properties.DocumentRefs);
    case 'InternetDocument.getDocumentList':
      return listDocuments(world, properties);
    case 'TrackingDocument.getStatusDocuments':
      return track(world, properties.Documents);
  }
  throw new Refusal(`Method not found: ${method}`, '20000100012');
}

function settlement(place: Place): object {
  return {
    Ref: place.settlementRef,
    DeliveryCity: place.ref,
    MainDescription: place.name,
    Area: place.area,
    Region: '',
    SettlementTypeCode: 'м.',
    Present: `м. ${place.name}, ${place.area} обл.`,
    Warehouses: 1,
  };
}

function warehouse(ref: string): object {
  const point = pointOf(ref);
  if (!point) throw new Refusal('Warehouse not found');
  return {
    Ref: point.ref,
    Number: point.number,
    Description: pointName(point),
    ShortAddress: `${point.city.name}, ${point.street}`,
    CityRef: point.city.ref,
    CityDescription: point.city.name,
    SettlementRef: point.city.settlementRef,
    TypeOfWarehouse: point.isLocker ? LOCKER_TYPE : BRANCH_TYPE,
    CategoryOfWarehouse: point.isLocker ? 'Postomat' : 'Branch',
    PlaceMaxWeightAllowed: point.isLocker ? '20' : '30',
  };
}

function saveRecipient(world: NovaPoshtaWorld, properties: Properties): object {
  const phone = text(properties, 'Phone').replace(/\D/g, '');
  const name = [text(properties, 'LastName'), text(properties, 'FirstName')].join(' ').trim();
  if (!/^380\d{9}$/.test(phone)) throw new Refusal('Phone invalid format');
  if (!/^[\p{Script=Cyrillic}'’ʼ .-]+$/u.test(name)) {
    throw new Refusal('FirstName has invalid characters');
  }
  const ref = refOf('recipient', name);
  const contact = refOf('contact', name, phone);
  world.file.value.recipients[contact] = { name, phone };
  return {
    Ref: ref,
    Description: name,
    ContactPerson: { success: true, data: [{ Ref: contact, Description: name }] },
  };
}

/** "01.12.2026" to a UTC day number, so that days compare. */
function dayOf(date: string): number {
  const [day = '', month = '', year = ''] = date.slice(0, 10).split('.');
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

function listDocuments(world: NovaPoshtaWorld, properties: Properties): object[] {
  const from = dayOf(text(properties, 'DateTimeFrom'));
  const to = dayOf(text(properties, 'DateTimeTo'));
  const page = Math.max(1, Number(text(properties, 'Page')) || 1);
  const found = world.file.value.documents.filter((document) => {
    if (statusOf(world, document).code === '2') return false;
    const day = Date.parse(`${kyivTime(document.createdAtMs).slice(0, 10)}T00:00:00Z`);
    return day >= from && day <= to;
  });
  const limit = Number(text(properties, 'Limit')) || 100;
  const shown =
    text(properties, 'GetFullList') === '1' ? found : found.slice((page - 1) * limit, page * limit);
  return shown.map((document) => ({
    Ref: document.ref,
    IntDocNumber: document.number,
    DateTime: kyivTime(document.createdAtMs),
    InfoRegClientBarcodes: document.clientNumber,
    Description: document.description,
    Cost: String(document.declared),
    CostOnSite: String(document.price),
  }));
}

function track(world: NovaPoshtaWorld, documents: unknown): object[] {
  const asked = z
    .array(z.object({ DocumentNumber: z.string() }))
    .max(100)
    .safeParse(documents);
  if (!asked.success) throw new Refusal('Documents is incorrect');
  return asked.data.map(({ DocumentNumber }) => trackingRow(world, DocumentNumber));
}

/** /orders/printMarking100x100/orders[]/<number>/orders[]/<number>/type/pdf/apiKey/<key>/zebra */
function labelsReply(world: NovaPoshtaWorld, pathname: string): Reply {
  const path = decodeURIComponent(pathname);
  const key = /\/apiKey\/([^/]+)/.exec(path)?.[1];
  if (key !== SANDBOX_NOVA_POSHTA_KEY) return { status: 401, body: 'Unauthorized' };
  const numbers = [...path.matchAll(/\/orders(?:\[\])?\/(\d{14})(?=\/)/g)].map(
    ([, number]) => number,
  );
  const documents = numbers.flatMap((number) =>
    world.file.value.documents.filter((document) => document.number === number),
  );
  if (documents.length === 0 || documents.length < numbers.length) {
    return { status: 404, body: 'Not found' };
  }
  return {
    status: 200,
    headers: { 'content-type': 'application/pdf' },
    body: drawLabels(documents),
  };
}
