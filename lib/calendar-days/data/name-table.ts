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
 * - the short Polish weekdays are the two letters that printed Polish calendars use ("Pn"), not "pon.";
 * - the short Hebrew weekdays are the letters alone, as printed Hebrew calendars have them, without the word for day.
 */
export const NAME_TABLE: Record<PrintLanguage, LanguageNames> = {
  en: names(
    'January|February|March|April|May|June|July|August|September|October|November|December',
    'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
    'Mon|Tue|Wed|Thu|Fri|Sat|Sun',
    'M|T|W|T|F|S|S',
  ),
  uk: names(
    'Січень|Лютий|Березень|Квітень|Травень|Червень|Липень|Серпень|Вересень|Жовтень|Листопад|Грудень',
    'Понеділок|Вівторок|Середа|Четвер|П’ятниця|Субота|Неділя',
    'Пн|Вт|Ср|Чт|Пт|Сб|Нд',
    'П|В|С|Ч|П|С|Н',
  ),
  de: names(
    'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
    'Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag',
    'Mo|Di|Mi|Do|Fr|Sa|So',
    'M|D|M|D|F|S|S',
  ),
  pl: names(
    'Styczeń|Luty|Marzec|Kwiecień|Maj|Czerwiec|Lipiec|Sierpień|Wrzesień|Październik|Listopad|Grudzień',
    'Poniedziałek|Wtorek|Środa|Czwartek|Piątek|Sobota|Niedziela',
    'Pn|Wt|Śr|Cz|Pt|So|Nd',
    'P|W|Ś|C|P|S|N',
  ),
  fr: names(
    'Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre',
    'Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche',
    'Lun|Mar|Mer|Jeu|Ven|Sam|Dim',
    'L|M|M|J|V|S|D',
  ),
  es: names(
    'Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre',
    'Lunes|Martes|Miércoles|Jueves|Viernes|Sábado|Domingo',
    'Lun|Mar|Mié|Jue|Vie|Sáb|Dom',
    'L|M|X|J|V|S|D',
  ),
  it: names(
    'Gennaio|Febbraio|Marzo|Aprile|Maggio|Giugno|Luglio|Agosto|Settembre|Ottobre|Novembre|Dicembre',
    'Lunedì|Martedì|Mercoledì|Giovedì|Venerdì|Sabato|Domenica',
    'Lun|Mar|Mer|Gio|Ven|Sab|Dom',
    'L|M|M|G|V|S|D',
  ),
  ja: names(
    '1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月',
    '月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日',
    '月|火|水|木|金|土|日',
    '月|火|水|木|金|土|日',
  ),
  pt: names(
    'Janeiro|Fevereiro|Março|Abril|Maio|Junho|Julho|Agosto|Setembro|Outubro|Novembro|Dezembro',
    'Segunda-feira|Terça-feira|Quarta-feira|Quinta-feira|Sexta-feira|Sábado|Domingo',
    'Seg|Ter|Qua|Qui|Sex|Sáb|Dom',
    'S|T|Q|Q|S|S|D',
  ),
  nl: names(
    'Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December',
    'Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Zaterdag|Zondag',
    'Ma|Di|Wo|Do|Vr|Za|Zo',
    'M|D|W|D|V|Z|Z',
  ),
  cs: names(
    'Leden|Únor|Březen|Duben|Květen|Červen|Červenec|Srpen|Září|Říjen|Listopad|Prosinec',
    'Pondělí|Úterý|Středa|Čtvrtek|Pátek|Sobota|Neděle',
    'Po|Út|St|Čt|Pá|So|Ne',
    'P|Ú|S|Č|P|S|N',
  ),
  sk: names(
    'Január|Február|Marec|Apríl|Máj|Jún|Júl|August|September|Október|November|December',
    'Pondelok|Utorok|Streda|Štvrtok|Piatok|Sobota|Nedeľa',
    'Po|Ut|St|Št|Pi|So|Ne',
    'P|U|S|Š|P|S|N',
  ),
  hu: names(
    'Január|Február|Március|Április|Május|Június|Július|Augusztus|Szeptember|Október|November|December',
    'Hétfő|Kedd|Szerda|Csütörtök|Péntek|Szombat|Vasárnap',
    'H|K|Sze|Cs|P|Szo|V',
    'H|K|Sz|Cs|P|Sz|V',
  ),
  ro: names(
    'Ianuarie|Februarie|Martie|Aprilie|Mai|Iunie|Iulie|August|Septembrie|Octombrie|Noiembrie|Decembrie',
    'Luni|Marți|Miercuri|Joi|Vineri|Sâmbătă|Duminică',
    'Lun|Mar|Mie|Joi|Vin|Sâm|Dum',
    'L|M|M|J|V|S|D',
  ),
  bg: names(
    'Януари|Февруари|Март|Април|Май|Юни|Юли|Август|Септември|Октомври|Ноември|Декември',
    'Понеделник|Вторник|Сряда|Четвъртък|Петък|Събота|Неделя',
    'Пн|Вт|Ср|Чт|Пт|Сб|Нд',
    'П|В|С|Ч|П|С|Н',
  ),
  hr: names(
    'Siječanj|Veljača|Ožujak|Travanj|Svibanj|Lipanj|Srpanj|Kolovoz|Rujan|Listopad|Studeni|Prosinac',
    'Ponedjeljak|Utorak|Srijeda|Četvrtak|Petak|Subota|Nedjelja',
    'Pon|Uto|Sri|Čet|Pet|Sub|Ned',
    'P|U|S|Č|P|S|N',
  ),
  sl: names(
    'Januar|Februar|Marec|April|Maj|Junij|Julij|Avgust|September|Oktober|November|December',
    'Ponedeljek|Torek|Sreda|Četrtek|Petek|Sobota|Nedelja',
    'Pon|Tor|Sre|Čet|Pet|Sob|Ned',
    'P|T|S|Č|P|S|N',
  ),
  lt: names(
    'Sausis|Vasaris|Kovas|Balandis|Gegužė|Birželis|Liepa|Rugpjūtis|Rugsėjis|Spalis|Lapkritis|Gruodis',
    'Pirmadienis|Antradienis|Trečiadienis|Ketvirtadienis|Penktadienis|Šeštadienis|Sekmadienis',
    'Pr|An|Tr|Kt|Pn|Št|Sk',
    'P|A|T|K|P|Š|S',
  ),
  lv: names(
    'Janvāris|Februāris|Marts|Aprīlis|Maijs|Jūnijs|Jūlijs|Augusts|Septembris|Oktobris|Novembris|Decembris',
    'Pirmdiena|Otrdiena|Trešdiena|Ceturtdiena|Piektdiena|Sestdiena|Svētdiena',
    'Pirmd|Otrd|Trešd|Ceturtd|Piektd|Sestd|Svētd',
    'P|O|T|C|P|S|S',
  ),
  et: names(
    'Jaanuar|Veebruar|Märts|Aprill|Mai|Juuni|Juuli|August|September|Oktoober|November|Detsember',
    'Esmaspäev|Teisipäev|Kolmapäev|Neljapäev|Reede|Laupäev|Pühapäev',
    'E|T|K|N|R|L|P',
    'E|T|K|N|R|L|P',
  ),
  fi: names(
    'Tammikuu|Helmikuu|Maaliskuu|Huhtikuu|Toukokuu|Kesäkuu|Heinäkuu|Elokuu|Syyskuu|Lokakuu|Marraskuu|Joulukuu',
    'Maanantai|Tiistai|Keskiviikko|Torstai|Perjantai|Lauantai|Sunnuntai',
    'Ma|Ti|Ke|To|Pe|La|Su',
    'M|T|K|T|P|L|S',
  ),
  sv: names(
    'Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December',
    'Måndag|Tisdag|Onsdag|Torsdag|Fredag|Lördag|Söndag',
    'Mån|Tis|Ons|Tors|Fre|Lör|Sön',
    'M|T|O|T|F|L|S',
  ),
  da: names(
    'Januar|Februar|Marts|April|Maj|Juni|Juli|August|September|Oktober|November|December',
    'Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag|Søndag',
    'Man|Tirs|Ons|Tors|Fre|Lør|Søn',
    'M|T|O|T|F|L|S',
  ),
  nb: names(
    'Januar|Februar|Mars|April|Mai|Juni|Juli|August|September|Oktober|November|Desember',
    'Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag|Søndag',
    'Man|Tir|Ons|Tor|Fre|Lør|Søn',
    'M|T|O|T|F|L|S',
  ),
  el: names(
    'Ιανουάριος|Φεβρουάριος|Μάρτιος|Απρίλιος|Μάιος|Ιούνιος|Ιούλιος|Αύγουστος|Σεπτέμβριος|Οκτώβριος|Νοέμβριος|Δεκέμβριος',
    'Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή',
    'Δευ|Τρί|Τετ|Πέμ|Παρ|Σάβ|Κυρ',
    'Δ|Τ|Τ|Π|Π|Σ|Κ',
  ),
  tr: names(
    'Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık',
    'Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar',
    'Pzt|Sal|Çar|Per|Cum|Cmt|Paz',
    'P|S|Ç|P|C|C|P',
  ),
  he: names(
    'ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר',
    'יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת|יום ראשון',
    'ב׳|ג׳|ד׳|ה׳|ו׳|שבת|א׳',
    'ב׳|ג׳|ד׳|ה׳|ו׳|ש׳|א׳',
  ),
  ar: names(
    'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
    'الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد',
    'الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد',
    'ن|ث|ر|خ|ج|س|ح',
  ),
  fa: names(
    'ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر',
    'دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|یکشنبه',
    'دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|یکشنبه',
    'د|س|چ|پ|ج|ش|ی',
  ),
  hi: names(
    'जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर',
    'सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार',
    'सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि',
    'सो|मं|बु|गु|शु|श|र',
  ),
  zh: names(
    '一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月',
    '星期一|星期二|星期三|星期四|星期五|星期六|星期日',
    '周一|周二|周三|周四|周五|周六|周日',
    '一|二|三|四|五|六|日',
  ),
  ko: names(
    '1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월',
    '월요일|화요일|수요일|목요일|금요일|토요일|일요일',
    '월|화|수|목|금|토|일',
    '월|화|수|목|금|토|일',
  ),
};

function names(months: string, long: string, short: string, narrow: string): LanguageNames {
  return {
    months: months.split('|'),
    long: long.split('|'),
    short: short.split('|'),
    narrow: narrow.split('|'),
  };
}
