import type { PrintLanguage } from '@/lib/calendars/document';

/** A row for each language that has its own names; the others take the English ones. */
type MonthNames = Partial<Record<PrintLanguage, string>> & { en: string };

// Source of all names: Unicode CLDR 48, stand-alone wide, capitalised. Ours, because CLDR's are faulty or out of use:
// Ukrainian Hebrew and Hijri, Arabic and Persian Hebrew, Arabic Persian, Hindi Hijri and Persian.

/** Tishri first, both Adars of a leap year in their places, the Adar of a common year last. */
export const HEBREW_MONTHS: MonthNames = {
  en: 'Tishri|Heshvan|Kislev|Tevet|Shevat|Adar I|Adar II|Nisan|Iyar|Sivan|Tamuz|Av|Elul|Adar',
  uk: 'Тішрі|Хешван|Кіслев|Тевет|Шват|Адар I|Адар II|Нісан|Іяр|Сіван|Таммуз|Ав|Елул|Адар',
  de: 'Tischri|Cheschwan|Kislew|Tevet|Schevat|Adar I|Adar II|Nisan|Ijjar|Siwan|Tammus|Aw|Elul|Adar',
  pl: 'Tiszri|Cheszwan|Kislew|Tewet|Szwat|Adar I|Adar II|Nisan|Ijar|Siwan|Tamuz|Aw|Elul|Adar',
  fr: 'Tichri|Hèchvan|Kislev|Téveth|Chevat|Adar I|Adar II|Nissan|Iyar|Sivan|Tamouz|Av|Éloul|Adar',
  nl: 'Tisjrie|Chesjwan|Kislev|Tevet|Sjevat|Adar A|Adar B|Nisan|Ijar|Sivan|Tammoez|Av|Elloel|Adar',
  cs: 'Tišri|Chešvan|Kislev|Tevet|Ševat|Adar I|Adar II|Nisan|Ijar|Sivan|Tamuz|Av|Elul|Adar',
  sk: 'Tišri|Chešvan|Kislev|Tevet|Ševat|Adar I|Adar II|Nisan|Ijar|Sivan|Tamuz|Av|Elul|Adar',
  hu: 'Tisri|Hesván|Kiszlév|Tévész|Svát|Ádár I|Ádár II|Niszán|Ijár|Sziván|Tamuz|Áv|Elul|Ádár',
  ro: 'Tișrei|Heșvan|Kislev|Tevet|Șevat|Adar I|Adar II|Nisan|Iyar|Sivan|Tammuz|Av|Elul|Adar',
  bg: 'Тишри|Хешван|Кислев|Тебет|Шебат|Адар I|Адар II|Нисан|Иар|Сиван|Тамуз|Ав|Елул|Адар',
  lv: 'Tišri|Hešvans|Kisļevs|Tevets|Ševats|1. adars|2. adars|Nisans|Ijars|Sivans|Tamuzs|Avs|Eluls|Adars',
  fi: 'Tišríkuu|Hešvánkuu|Kislévkuu|Tevétkuu|Ševátkuu|Adárkuu I|Adárkuu II|Nisánkuu|Ijjárkuu|Sivánkuu|Tammúzkuu|Abkuu|Elúlkuu|Adárkuu',
  sv: 'Tishrí|Heshván|Kislév|Tevét|Shevát|Adár I|Adár II|Nisán|Ijjár|Siván|Tammúz|Ab|Elúl|Adár',
  el: 'Τισρί|Χεσβάν|Κισλέφ|Τέβετ|Σεβάτ|Αντάρ I|Αντάρ II|Νισάν|Ιγιάρ|Σιβάν|Ταμούζ|Αβ|Έλουλ|Αντάρ',
  tr: 'Tişri|Heşvan|Kislev|Tevet|Şevat|Adar Rişon|Veadar|Nisan|İyar|Sivan|Tamuz|Av|Elul|Adar',
  he: 'תשרי|חשוון|כסלו|טבת|שבט|אדר א׳|אדר ב׳|ניסן|אייר|סיוון|תמוז|אב|אלול|אדר',
  ar: 'تشري|حشوان|كسلو|طيبت|شباط|آذار الأول|آذار الثاني|نيسان|أيار|سيوان|تموز|آب|أيلول|آذار',
  fa: 'تیشری|حشوان|کیسلو|طوت|شواط|آدار اول|آدار دوم|نیسان|ایار|سیوان|تموز|آو|الول|آدار',
  ko: '디스리월|말케스월|기슬르월|데벳월|스밧월|아달월 1|아달월 2|닛산월|이야르월|시완월|담무르월|압월|엘룰월|아달월',
};

/** Muharram first. */
export const HIJRI_MONTHS: MonthNames = {
  en: 'Muharram|Safar|Rabi’ I|Rabi’ II|Jumada I|Jumada II|Rajab|Sha’ban|Ramadan|Shawwal|Dhu’l-Qi’dah|Dhu’l-Hijjah',
  uk: 'Мухаррам|Сафар|Рабі I|Рабі II|Джумада I|Джумада II|Раджаб|Шаабан|Рамадан|Шавваль|Зу-ль-каада|Зу-ль-хіджа',
  de: 'Muharram|Safar|Rabi’ I|Rabi’ II|Dschumada I|Dschumada II|Radschab|Sha’ban|Ramadan|Shawwal|Dhu l-qa’da|Dhu l-Hiddscha',
  pl: 'Muharram|Safar|Rabi’ I|Rabi’ II|Dżumada I|Dżumada II|Radżab|Szaban|Ramadan|Szawwal|Zu al-kada|Zu al-hidżdża',
  fr: 'Mouharram|Safar|Rabia al awal|Rabia ath-thani|Joumada al oula|Joumada ath-thania|Rajab|Chaabane|Ramadan|Chawwal|Dhou al qi’da|Dhou al-hijja',
  es: 'Muharram|Safar|Rabi’ I|Rabi’ II|Jumada I|Jumada II|Rajab|Sha’ban|Ramadán|Shawwal|Dhu’l-qi’dah|Dhu’l-hijjah',
  nl: 'Moeharram|Safar|Rabi’a al awal|Rabi’a al thani|Joemad’al awal|Joemad’al thani|Rajab|Sja’aban|Ramadan|Sjawal|Doe al ka’aba|Doe al hizja',
  cs: 'Muharrem|Safar|Rebí’u l-awwal|Rebí’u s-sání|Džumádá al-úlá|Džumádá al-áchira|Redžeb|Ša’bán|Ramadán|Šawwal|Zú l-ka’da|Zú l-hidždža',
  sk: 'Al-muharram|Safar|Rabí’ al-avval|Rabí ath-thání|Džumádá l-úlá|Džumádá l-áchira|Radžab|Ša’bán|Ramadán|Šauvál|Dhú l-ka’da|Dhú l-hidždža',
  hu: 'Moharrem|Safar|Rébi I|Rébi II|Dsemádi I|Dsemádi II|Redseb|Sabán|Ramadán|Sevvál|Dsül kade|Dsül hedse',
  bg: 'Мухарам|Сафар|Раби-1|Раби-2|Джумада-1|Джумада-2|Раджаб|Шабан|Рамазан|Шавал|Дхул-Каада|Дхул-хиджа',
  lv: 'Muharams|Safars|1. rabī|2. rabī|1. džumādā|2. džumādā|Radžabs|Šabans|Ramadāns|Šauvals|Du al-kidā|Du al-hidžā',
  fi: 'Muharram|Safar|Rabi’ al-awwal|Rabi’ al-akhir|Džumada-l-ula|Džumada-l-akhira|Radžab|Ša’ban|Ramadan|Šawwal|Dhu-l-qa’da|Dhu-l-hiddža',
  sv: 'Muharram|Safar|Rabi’ al-awwal|Rabi’ al-akhir|Jumada-l-ula|Jumada-l-akhira|Rajab|Sha’ban|Ramadan|Shawwal|Dhu-l-ga’da|Dhu-l-hijja',
  nb: 'Muharram|Safar|Rabi’ I|Rabi’ II|Jumada I|Jumada II|Rajab|Sha’ban|Ramadan|Shawwal|Dhu’l-qi’dah|Dhu’l-hijjah',
  tr: 'Muharrem|Safer|Rebiülevvel|Rebiülahir|Cemaziyelevvel|Cemaziyelahir|Recep|Şaban|Ramazan|Şevval|Zilkade|Zilhicce',
  he: 'מוחרם|צפר|רביע אל־אוול|רביע א־ת׳אני|ג׳ומאדא אל־אולא|ג׳ומאדא א־ת׳אניה|רג׳ב|שעבאן|רמדאן|שוואל|ד׳ו אל־קעדה|ד׳ו אל־חיג׳ה',
  ar: 'محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة',
  fa: 'محرم|صفر|ربیع‌الاول|ربیع‌الثانی|جمادی‌الاول|جمادی‌الثانی|رجب|شعبان|رمضان|شوال|ذیقعده|ذیحجه',
  hi: 'मुहर्रम|सफ़र|रबी-उल-अव्वल|रबी-उस-सानी|जमादि-उल-अव्वल|जमादि-उस-सानी|रजब|शाबान|रमज़ान|शव्वाल|ज़िल-क़ाद|ज़िल-हिज्ज',
  ko: '무하람|사파르|라비 알 아왈|라비 알 쎄니|주마다 알 아왈|주마다 알 쎄니|라잡|쉐아반|라마단|쉐왈|듀 알 까다|듀 알 히자',
};

/** Farvardin first. */
export const PERSIAN_MONTHS: MonthNames = {
  en: 'Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand',
  uk: 'Фарвардін|Ордібехешт|Хордад|Тір|Мордад|Шахрівер|Мехр|Абан|Азер|Дей|Бахман|Есфанд',
  de: 'Farwardin|Ordibehescht|Chordād|Tir|Mordād|Schahriwar|Mehr|Ābān|Āsar|Déi|Bahman|Essfand',
  pl: 'Farwardin|Ordibeheszt|Chordād|Tir|Mordād|Szahriwar|Mehr|Ābān|Āsar|Déi|Bahman|Esfand',
  fr: 'Farvardin|Ordibehešt|Khordâd|Tir|Mordâd|Šahrivar|Mehr|Âbân|Âzar|Dey|Bahman|Esfand',
  cs: 'Farvardin|Ordibehešt|Chordád|Tír|Mordád|Šahrívar|Mehr|Ábán|Ázar|Dei|Bahman|Esfand',
  sk: 'Farvardin|Ordibehešt|Chordád|Tír|Mordád|Šahrívar|Mehr|Ábán|Ázar|Dei|Bahman|Esfand',
  lv: 'Farvardīns|Ordibehešts|Hordāds|Tīrs|Mordāds|Šahrivērs|Mehrs|Abans|Azers|Dejs|Bahmans|Esfands',
  fi: 'Farvardinkuu|Ordibeheštkuu|Khordadkuu|Tirkuu|Mordadkuu|Šahrivarkuu|Mehrkuu|Abankuu|Azarkuu|Deykuu|Bahmankuu|Esfandkuu',
  sv: 'Farvardin|Ordibehesht|Khordād|Tir|Mordād|Shahrivar|Mehr|Ābān|Āzar|Dey|Bahman|Esfand',
  tr: 'Ferverdin|Ordibeheşt|Hordad|Tir|Mordad|Şehriver|Mehr|Aban|Azer|Dey|Behmen|Esfend',
  he: 'פרורדין|ארדיבהשת|ח׳רדאד|תיר|מרדאד|שהריור|מהר|אבאן|אד׳ר|די|בהמן|אספנד',
  ar: 'فروردين|أرديبهشت|خرداد|تير|مرداد|شهريور|مهر|آبان|آذر|دي|بهمن|إسفند',
  fa: 'فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند',
  hi: 'फ़रवरदीन|उर्दीबहिश्त|ख़ुर्दाद|तीर|मुर्दाद|शहरीवर|मेहर|आबान|आज़र|दय|बहमन|इस्फ़ंद',
  ko: '화르바딘|오르디베헤쉬트|호르다드|티르|모르다드|샤흐리바르|메흐르|아반|아자르|다이|바흐만|에스판드',
};
