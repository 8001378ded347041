import type { Document, NovaPoshtaWorld } from './world';

/** Codes of the real service with its words. */
export const STATUS_WORDS: Record<string, string> = {
  '1': 'Відправник самостійно створив цю накладну, але ще не надав до відправки',
  '2': 'Видалено',
  '3': 'Номер не знайдено',
  '4': 'Відправлення у місті відправника',
  '5': 'Відправлення прямує до міста одержувача',
  '6': 'Відправлення у місті одержувача, орієнтовна доставка до відділення',
  '7': 'Прибув на відділення',
  '8': 'Прибув у поштомат',
  '9': 'Відправлення отримано',
  '101': 'На шляху до одержувача',
  '102': 'Відмова від отримання (відправником створено замовлення на повернення)',
  '103': 'Відмова одержувача від отримання',
  '104': 'Змінено адресу',
  '105': 'Припинено зберігання',
  '111': 'Невдала спроба доставки через відсутність одержувача',
  '112': 'Дата доставки перенесена одержувачем',
};

const HAND_IN_STEPS = ['1', '4', '5', '6'];

/** Where a parcel is now: as the page says, else one step further each `carrierStepMs`. */
export function statusOf(
  world: NovaPoshtaWorld,
  document: Document,
): { code: string; atMs: number } {
  if (document.course) return document.course;
  const stepMs = world.faults.current.carrierStepMs;
  const start = { code: '1', atMs: document.createdAtMs };
  if (stepMs === 0) return start;
  const arrived = document.serviceType.endsWith('Postomat')
    ? ['8', '9']
    : document.serviceType.endsWith('Doors')
      ? ['101', '9']
      : ['7', '9'];
  const steps = [...HAND_IN_STEPS, ...arrived];
  const age = Date.now() - document.createdAtMs;
  const step = Math.min(steps.length - 1, Math.floor(age / stepMs));
  return { code: steps[step] ?? '1', atMs: document.createdAtMs + step * stepMs };
}

/** "2026-12-01 14:05:09" in Kyiv, as the service writes times. */
export function kyivTime(ms: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Kyiv',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(ms);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

export function trackingRow(world: NovaPoshtaWorld, number: string): Record<string, unknown> {
  const document = world.file.value.documents.find((candidate) => candidate.number === number);
  if (!document) return { Number: number, StatusCode: '3', Status: STATUS_WORDS['3'] };
  const { code, atMs } = statusOf(world, document);
  return {
    Number: number,
    StatusCode: code,
    Status: STATUS_WORDS[code] ?? code,
    DateCreated: kyivTime(document.createdAtMs),
    TrackingUpdateDate: kyivTime(atMs),
    RecipientDateTime: code === '9' ? kyivTime(atMs) : '',
    ActualDeliveryDate: ['7', '8', '9'].includes(code) ? kyivTime(atMs) : '',
    CityRecipient: document.city,
    WarehouseRecipient: document.address,
    DocumentWeight: document.weightKg,
    DocumentCost: String(document.price),
  };
}
