import type { PrintLanguage } from '@/lib/calendars/document';

/** Titles that a calendar prints of its own: of the page with the whole year, of a page to write on, of everybody's column. */
export type PageTitleWords = { overview: string; notes: string; everybody: string };

export const PAGE_TITLE_WORDS: Record<PrintLanguage, PageTitleWords> = {
  en: { overview: 'Year at a Glance', notes: 'Notes', everybody: 'Everyone' },
  uk: { overview: 'Рік на одній сторінці', notes: 'Нотатки', everybody: 'Усі разом' },
  de: { overview: 'Jahresübersicht', notes: 'Notizen', everybody: 'Alle' },
  pl: { overview: 'Przegląd roku', notes: 'Notatki', everybody: 'Wszyscy' },
  fr: { overview: 'L’année en un coup d’œil', notes: 'Notes', everybody: 'Tous' },
  es: { overview: 'El año de un vistazo', notes: 'Notas', everybody: 'Todos' },
  it: { overview: 'L’anno in una pagina', notes: 'Note', everybody: 'Tutti' },
  ja: { overview: '年間カレンダー', notes: 'メモ', everybody: 'みんな' },
  pt: { overview: 'O ano num relance', notes: 'Notas', everybody: 'Todos' },
  nl: { overview: 'Jaaroverzicht', notes: 'Notities', everybody: 'Iedereen' },
  cs: { overview: 'Přehled roku', notes: 'Poznámky', everybody: 'Všichni' },
  sk: { overview: 'Prehľad roka', notes: 'Poznámky', everybody: 'Všetci' },
  hu: { overview: 'Éves áttekintés', notes: 'Jegyzetek', everybody: 'Mindenki' },
  ro: { overview: 'Anul dintr-o privire', notes: 'Notițe', everybody: 'Toți' },
  bg: { overview: 'Годината накратко', notes: 'Бележки', everybody: 'Всички' },
  hr: { overview: 'Pregled godine', notes: 'Bilješke', everybody: 'Svi' },
  sl: { overview: 'Pregled leta', notes: 'Zapiski', everybody: 'Vsi' },
  lt: { overview: 'Metų apžvalga', notes: 'Užrašai', everybody: 'Visi' },
  lv: { overview: 'Gada pārskats', notes: 'Piezīmes', everybody: 'Visi' },
  et: { overview: 'Aasta ülevaade', notes: 'Märkmed', everybody: 'Kõik' },
  fi: { overview: 'Vuosi yhdellä silmäyksellä', notes: 'Muistiinpanot', everybody: 'Kaikki' },
  sv: { overview: 'Årsöversikt', notes: 'Anteckningar', everybody: 'Alla' },
  da: { overview: 'Årsoversigt', notes: 'Noter', everybody: 'Alle' },
  nb: { overview: 'Årsoversikt', notes: 'Notater', everybody: 'Alle' },
  el: { overview: 'Το έτος με μια ματιά', notes: 'Σημειώσεις', everybody: 'Όλοι' },
  tr: { overview: 'Bir Bakışta Yıl', notes: 'Notlar', everybody: 'Herkes' },
  he: { overview: 'השנה במבט אחד', notes: 'הערות', everybody: 'כולם' },
  ar: { overview: 'العام في لمحة', notes: 'ملاحظات', everybody: 'الجميع' },
  fa: { overview: 'سال در یک نگاه', notes: 'یادداشت‌ها', everybody: 'همه' },
  hi: { overview: 'वर्ष एक नज़र में', notes: 'टिप्पणियाँ', everybody: 'सभी' },
  zh: { overview: '年度总览', notes: '备忘', everybody: '全家' },
  ko: { overview: '한눈에 보는 한 해', notes: '메모', everybody: '모두' },
};
