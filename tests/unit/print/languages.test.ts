import { describe, expect, test, vi } from 'vitest';
import { HOLIDAY_NAMES } from '@/lib/calendar-days/data/holiday-names';
import { monthName, weekdayName } from '@/lib/calendar-days/names';
import { PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import { type YearMonth, yearMonth } from '@/lib/core/plain-date';
import { FONT_FAMILIES } from '@/lib/print/font-families';
import { capitals, digits, monthAndYear, rangeWords, yearWord } from '@/lib/print/page-words';
import { BUILT_IN_THEME_IDS, themeOf } from '@/lib/print/theme';
import { typesetterOf } from '@/lib/print/typesetter';
import { loadFontBook } from '@/lib/providers/fonts';

vi.setConfig({ testTimeout: 30_000 });

const FONTS = loadFontBook();
const SEPTEMBER = '2027-09' as YearMonth;

/** What each language prints: its months, its short weekdays from Monday on, a cover's range in its own digits. */
const GOLDEN: Record<PrintLanguage, readonly [months: string, weekdays: string, range: string]> = {
  en: [
    'January February March April May June July August September October November December',
    'Mon Tue Wed Thu Fri Sat Sun',
    'September 2027 – August 2028',
  ],
  uk: [
    'Січень Лютий Березень Квітень Травень Червень Липень Серпень Вересень Жовтень Листопад Грудень',
    'Пн Вт Ср Чт Пт Сб Нд',
    'Вересень 2027 – Серпень 2028',
  ],
  de: [
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'Mo Di Mi Do Fr Sa So',
    'September 2027 – August 2028',
  ],
  pl: [
    'Styczeń Luty Marzec Kwiecień Maj Czerwiec Lipiec Sierpień Wrzesień Październik Listopad Grudzień',
    'Pn Wt Śr Cz Pt So Nd',
    'Wrzesień 2027 – Sierpień 2028',
  ],
  fr: [
    'Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre',
    'Lun Mar Mer Jeu Ven Sam Dim',
    'Septembre 2027 – Août 2028',
  ],
  es: [
    'Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre',
    'Lun Mar Mié Jue Vie Sáb Dom',
    'Septiembre 2027 – Agosto 2028',
  ],
  it: [
    'Gennaio Febbraio Marzo Aprile Maggio Giugno Luglio Agosto Settembre Ottobre Novembre Dicembre',
    'Lun Mar Mer Gio Ven Sab Dom',
    'Settembre 2027 – Agosto 2028',
  ],
  ja: [
    '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
    '月 火 水 木 金 土 日',
    '2027年9月〜2028年8月',
  ],
  pt: [
    'Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro',
    'Seg Ter Qua Qui Sex Sáb Dom',
    'Setembro 2027 – Agosto 2028',
  ],
  nl: [
    'Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December',
    'Ma Di Wo Do Vr Za Zo',
    'September 2027 – Augustus 2028',
  ],
  cs: [
    'Leden Únor Březen Duben Květen Červen Červenec Srpen Září Říjen Listopad Prosinec',
    'Po Út St Čt Pá So Ne',
    'Září 2027 – Srpen 2028',
  ],
  sk: [
    'Január Február Marec Apríl Máj Jún Júl August September Október November December',
    'Po Ut St Št Pi So Ne',
    'September 2027 – August 2028',
  ],
  hu: [
    'Január Február Március Április Május Június Július Augusztus Szeptember Október November December',
    'H K Sze Cs P Szo V',
    '2027. szeptember – 2028. augusztus',
  ],
  ro: [
    'Ianuarie Februarie Martie Aprilie Mai Iunie Iulie August Septembrie Octombrie Noiembrie Decembrie',
    'Lun Mar Mie Joi Vin Sâm Dum',
    'Septembrie 2027 – August 2028',
  ],
  bg: [
    'Януари Февруари Март Април Май Юни Юли Август Септември Октомври Ноември Декември',
    'Пн Вт Ср Чт Пт Сб Нд',
    'Септември 2027 – Август 2028',
  ],
  hr: [
    'Siječanj Veljača Ožujak Travanj Svibanj Lipanj Srpanj Kolovoz Rujan Listopad Studeni Prosinac',
    'Pon Uto Sri Čet Pet Sub Ned',
    'Rujan 2027 – Kolovoz 2028',
  ],
  sl: [
    'Januar Februar Marec April Maj Junij Julij Avgust September Oktober November December',
    'Pon Tor Sre Čet Pet Sob Ned',
    'September 2027 – Avgust 2028',
  ],
  lt: [
    'Sausis Vasaris Kovas Balandis Gegužė Birželis Liepa Rugpjūtis Rugsėjis Spalis Lapkritis Gruodis',
    'Pr An Tr Kt Pn Št Sk',
    '2027 m. rugsėjis – 2028 m. rugpjūtis',
  ],
  lv: [
    'Janvāris Februāris Marts Aprīlis Maijs Jūnijs Jūlijs Augusts Septembris Oktobris Novembris Decembris',
    'Pirmd Otrd Trešd Ceturtd Piektd Sestd Svētd',
    'Septembris 2027 – Augusts 2028',
  ],
  et: [
    'Jaanuar Veebruar Märts Aprill Mai Juuni Juuli August September Oktoober November Detsember',
    'E T K N R L P',
    'September 2027 – August 2028',
  ],
  fi: [
    'Tammikuu Helmikuu Maaliskuu Huhtikuu Toukokuu Kesäkuu Heinäkuu Elokuu Syyskuu Lokakuu Marraskuu Joulukuu',
    'Ma Ti Ke To Pe La Su',
    'Syyskuu 2027 – Elokuu 2028',
  ],
  sv: [
    'Januari Februari Mars April Maj Juni Juli Augusti September Oktober November December',
    'Mån Tis Ons Tors Fre Lör Sön',
    'September 2027 – Augusti 2028',
  ],
  da: [
    'Januar Februar Marts April Maj Juni Juli August September Oktober November December',
    'Man Tirs Ons Tors Fre Lør Søn',
    'September 2027 – August 2028',
  ],
  nb: [
    'Januar Februar Mars April Mai Juni Juli August September Oktober November Desember',
    'Man Tir Ons Tor Fre Lør Søn',
    'September 2027 – August 2028',
  ],
  el: [
    'Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος',
    'Δευ Τρί Τετ Πέμ Παρ Σάβ Κυρ',
    'Σεπτέμβριος 2027 – Αύγουστος 2028',
  ],
  tr: [
    'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    'Pzt Sal Çar Per Cum Cmt Paz',
    'Eylül 2027 – Ağustos 2028',
  ],
  he: [
    'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
    'ב׳ ג׳ ד׳ ה׳ ו׳ שבת א׳',
    'ספטמבר 2027 – אוגוסט 2028',
  ],
  ar: [
    'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
    'سبتمبر ٢٠٢٧ – أغسطس ٢٠٢٨',
  ],
  fa: [
    'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
    'دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه',
    'سپتامبر ۲۰۲۷ – اوت ۲۰۲۸',
  ],
  hi: [
    'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
    'सोम मंगल बुध गुरु शुक्र शनि रवि',
    'सितंबर २०२७ – अगस्त २०२८',
  ],
  zh: [
    '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月',
    '周一 周二 周三 周四 周五 周六 周日',
    '2027年9月至2028年8月',
  ],
  ko: [
    '1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월',
    '월 화 수 목 금 토 일',
    '2027년 9월 ~ 2028년 8월',
  ],
};

describe('each print language', () => {
  test.each(PRINT_LANGUAGES)('%s has its months, weekdays and range of months', (language) => {
    const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1, language));
    const weekdays = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) =>
      weekdayName(day, language, 'short'),
    );
    expect([
      months.join(' '),
      weekdays.join(' '),
      rangeWords(SEPTEMBER, 12, language, true),
    ]).toEqual(GOLDEN[language]);
  });

  test('a calendar of one year says the year alone, one month says itself', () => {
    expect(rangeWords(yearMonth(2027, 1), 12, 'de')).toBe('2027');
    expect(rangeWords(yearMonth(2027, 1), 12, 'ko')).toBe('2027년');
    expect(rangeWords(yearMonth(2027, 1), 12, 'ar', true)).toBe('٢٠٢٧');
    expect(rangeWords(SEPTEMBER, 1, 'zh')).toBe('2027年9月');
  });

  test('digits are its own only where the calendar wants them', () => {
    expect(digits(31, { language: 'ar', hasNativeDigits: true })).toBe('٣١');
    expect(digits(31, { language: 'fa', hasNativeDigits: true })).toBe('۳۱');
    expect(digits(31, { language: 'hi', hasNativeDigits: true })).toBe('३१');
    expect(digits(31, { language: 'ar', hasNativeDigits: false })).toBe('31');
    expect(digits(31, { language: 'he', hasNativeDigits: true })).toBe('31');
    expect(yearWord(2027, 'fa', true)).toBe('۲۰۲۷');
    expect(monthAndYear(SEPTEMBER, 'hi', true)).toBe('सितंबर २०२७');
  });

  test('capitals follow its rules', () => {
    expect(capitals('Pazartesi', 'tr')).toBe('PAZARTESİ');
    expect(capitals('Salı', 'tr')).toBe('SALI');
    expect(capitals('Μάιος', 'el')).toBe('ΜΑΪΟΣ'.replace('Ϊ', 'Ι'));
    expect(capitals('Μαΐου', 'el')).toBe('ΜΑΪΟΥ');
    expect(capitals('Понеділок', 'uk')).toBe('ПОНЕДІЛОК');
    expect(capitals('יום שני', 'he')).toBe('יום שני');
  });
});

/** Companions of the theme fonts, which no theme is set in. */
const FOR_OTHER_SCRIPTS = /-(jp|sc|kr|hebrew|arabic|devanagari)$/;

describe('every theme and every family', () => {
  const wordsOf = (language: PrintLanguage) => {
    const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1, language));
    const weekdays = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((day) =>
      (['long', 'short', 'narrow'] as const).map((width) => weekdayName(day, language, width)),
    );
    const names = [...months, ...weekdays];
    return { names, capitalised: names.map((name) => capitals(name, language)) };
  };
  const fonts = new Set([
    ...BUILT_IN_THEME_IDS.flatMap((id) => Object.values(themeOf(id, []).fonts)),
    ...Object.entries(FONT_FAMILIES)
      .filter(([family]) => !FOR_OTHER_SCRIPTS.test(family))
      .map(([family, { weights }]) => `${family}/${weights[0]}`),
  ]);

  test.each(PRINT_LANGUAGES)(
    '%s sets all its names in one font, and leaves no letter out',
    (language) => {
      const typesetter = typesetterOf(FONTS, language);
      const { names, capitalised } = wordsOf(language);
      for (const font of fonts) {
        const used = new Set(
          [...names, ...capitalised].flatMap((name) => {
            expect(typesetter.missing(name, font), `${name} in ${font}`).toEqual([]);
            return typesetter.runs(name, font).map((run) => run.font);
          }),
        );
        expect([...used], font).toHaveLength(1);
      }
    },
  );

  test.each(PRINT_LANGUAGES)('%s can print the names of holidays', (language) => {
    const typesetter = typesetterOf(FONTS, language);
    for (const id of BUILT_IN_THEME_IDS) {
      const { text } = themeOf(id, []).fonts;
      const names = [...HOLIDAY_NAMES].map(([title, row]) => row[language] ?? title);
      expect(names.filter((name) => typesetter.missing(name, text).length > 0)).toEqual([]);
    }
  });

  test('serif text stays serif and sans stays sans in every script', () => {
    const used = (text: string, font: string, language: PrintLanguage) =>
      typesetterOf(FONTS, language)
        .runs(text, font)
        .map((run) => run.font);
    expect(used('שבת', 'cormorant/600', 'he')).toEqual(['noto-serif-hebrew/600']);
    expect(used('שבת', 'manrope/200', 'he')).toEqual(['noto-sans-hebrew/200']);
    expect(used('الجمعة', 'eb-garamond/500-italic', 'ar')).toEqual(['noto-naskh-arabic/500']);
    expect(used('الجمعة', 'oswald/300', 'ar')).toEqual(['noto-sans-arabic/300']);
    expect(used('शुक्र', 'literata/400', 'hi')).toEqual(['noto-serif-devanagari/400']);
    expect(used('Παρ', 'playfair-display/700', 'el')).toEqual(['noto-serif/700']);
    expect(used('Παρ', 'spectral/400-italic', 'el')).toEqual(['noto-serif/400-italic']);
    expect(used('Вересень', 'jost/500', 'uk')).toEqual(['montserrat/500']);
    expect(used('שבת', 'rubik/500', 'he')).toEqual(['rubik/500']);
  });

  test('ideographs have the shapes of the language, unless kana or hangul say otherwise', () => {
    const used = (text: string, language: PrintLanguage) =>
      typesetterOf(FONTS, language)
        .runs(text, 'manrope/400')
        .map((run) => run.font);
    expect(used('骨', 'zh')).toEqual(['noto-sans-sc/400']);
    expect(used('骨', 'ja')).toEqual(['noto-sans-jp/400']);
    expect(used('骨', 'ko')).toEqual(['noto-sans-kr/400']);
    expect(used('骨のうた', 'zh')).toEqual(['noto-sans-jp/400']);
    expect(used('김 骨', 'en')).toEqual(['noto-sans-kr/400']);
    expect(used('圣诞节', 'en')).toEqual(['noto-sans-sc/400']);
  });
});
