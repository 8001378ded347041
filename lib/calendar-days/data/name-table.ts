import type { PrintLanguage } from '@/lib/calendars/document';

export type LanguageNames = {
  /** January first. */
  months: readonly string[];
  /** Monday first. */
  long: readonly string[];
  short: readonly string[];
  narrow: readonly string[];
};

/**
 * Month and weekday names in the stand-alone form, capitalised as the first word of a title.
 * Source: Unicode CLDR 48 (Gregorian calendar, stand-alone wide, abbreviated and narrow forms), except:
 * - abbreviations stand without their full stop, as headings do;
 * - the Ukrainian apostrophe is U+2019, which text fonts have, and not U+02BC;
 * - the short Polish weekdays are the two letters that printed Polish calendars use ("Pn"), not "pon.".
 */
export const NAME_TABLE: Record<PrintLanguage, LanguageNames> = {
  en: {
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    long: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    short: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    narrow: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  },
  uk: {
    months: [
      'Січень',
      'Лютий',
      'Березень',
      'Квітень',
      'Травень',
      'Червень',
      'Липень',
      'Серпень',
      'Вересень',
      'Жовтень',
      'Листопад',
      'Грудень',
    ],
    long: ['Понеділок', 'Вівторок', 'Середа', 'Четвер', 'П’ятниця', 'Субота', 'Неділя'],
    short: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Нд'],
    narrow: ['П', 'В', 'С', 'Ч', 'П', 'С', 'Н'],
  },
  de: {
    months: [
      'Januar',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
    long: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    short: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
    narrow: ['M', 'D', 'M', 'D', 'F', 'S', 'S'],
  },
  pl: {
    months: [
      'Styczeń',
      'Luty',
      'Marzec',
      'Kwiecień',
      'Maj',
      'Czerwiec',
      'Lipiec',
      'Sierpień',
      'Wrzesień',
      'Październik',
      'Listopad',
      'Grudzień',
    ],
    long: ['Poniedziałek', 'Wtorek', 'Środa', 'Czwartek', 'Piątek', 'Sobota', 'Niedziela'],
    short: ['Pn', 'Wt', 'Śr', 'Cz', 'Pt', 'So', 'Nd'],
    narrow: ['P', 'W', 'Ś', 'C', 'P', 'S', 'N'],
  },
  fr: {
    months: [
      'Janvier',
      'Février',
      'Mars',
      'Avril',
      'Mai',
      'Juin',
      'Juillet',
      'Août',
      'Septembre',
      'Octobre',
      'Novembre',
      'Décembre',
    ],
    long: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'],
    short: ['Lun', 'Mar', 'Mer', 'Jeu', 'Ven', 'Sam', 'Dim'],
    narrow: ['L', 'M', 'M', 'J', 'V', 'S', 'D'],
  },
  es: {
    months: [
      'Enero',
      'Febrero',
      'Marzo',
      'Abril',
      'Mayo',
      'Junio',
      'Julio',
      'Agosto',
      'Septiembre',
      'Octubre',
      'Noviembre',
      'Diciembre',
    ],
    long: ['Lunes', 'Martes', 'Miércoles', 'Jueves', 'Viernes', 'Sábado', 'Domingo'],
    short: ['Lun', 'Mar', 'Mié', 'Jue', 'Vie', 'Sáb', 'Dom'],
    narrow: ['L', 'M', 'X', 'J', 'V', 'S', 'D'],
  },
  it: {
    months: [
      'Gennaio',
      'Febbraio',
      'Marzo',
      'Aprile',
      'Maggio',
      'Giugno',
      'Luglio',
      'Agosto',
      'Settembre',
      'Ottobre',
      'Novembre',
      'Dicembre',
    ],
    long: ['Lunedì', 'Martedì', 'Mercoledì', 'Giovedì', 'Venerdì', 'Sabato', 'Domenica'],
    short: ['Lun', 'Mar', 'Mer', 'Gio', 'Ven', 'Sab', 'Dom'],
    narrow: ['L', 'M', 'M', 'G', 'V', 'S', 'D'],
  },
  ja: {
    months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    long: ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日', '日曜日'],
    short: ['月', '火', '水', '木', '金', '土', '日'],
    narrow: ['月', '火', '水', '木', '金', '土', '日'],
  },
};
