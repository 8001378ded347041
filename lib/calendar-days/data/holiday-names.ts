import type { PrintLanguage } from '@/lib/calendars/document';
import { COMMON_COLUMNS, COMMON_ROWS, SAME_HOLIDAY } from './common-holiday-names';

/** The order of the columns below. */
const COLUMNS = ['uk', 'de', 'pl', 'fr', 'es', 'it', 'ja'] as const satisfies PrintLanguage[];

/**
 * Names of holidays in the print languages, by the English name that date-holidays gives (by the local name where
 * it gives no English one). Used where the language is not one of the country itself, whose own name is better.
 */
const ROWS: Record<string, string> = {
  // New Year and the Christian year
  "New Year's Day": 'Новий рік|Neujahr|Nowy Rok|Jour de l’An|Año Nuevo|Capodanno|元日',
  "New Year's Eve":
    'Переддень Нового року|Silvester|Sylwester|Saint-Sylvestre|Nochevieja|San Silvestro|大晦日',
  'January 2nd': '2 січня|2. Januar|2 stycznia|2 janvier|2 de enero|2 gennaio|1月2日',
  Epiphany:
    'Богоявлення|Heilige Drei Könige|Trzech Króli|Épiphanie|Epifanía del Señor|Epifania|公現祭',
  Candlemas:
    'Стрітення|Mariä Lichtmess|Matki Boskiej Gromnicznej|Chandeleur|La Candelaria|Candelora|聖燭祭',
  'Fat Thursday':
    'Жирний четвер|Weiberfastnacht|Tłusty czwartek|Jeudi gras|Jueves lardero|Giovedì grasso|脂の木曜日',
  "Women's Carnival Day":
    'Жирний четвер|Weiberfastnacht|Tłusty czwartek|Jeudi gras|Jueves lardero|Giovedì grasso|脂の木曜日',
  Carnival: 'Карнавал|Karneval|Karnawał|Carnaval|Carnaval|Carnevale|カーニバル',
  'Carnival Monday':
    'Карнавальний понеділок|Rosenmontag|Poniedziałek zapustny|Lundi gras|Lunes de Carnaval|Lunedì grasso|カーニバルの月曜日',
  'Shrove Monday':
    'Карнавальний понеділок|Rosenmontag|Poniedziałek zapustny|Lundi gras|Lunes de Carnaval|Lunedì grasso|カーニバルの月曜日',
  'Shrove Tuesday':
    'Масляний вівторок|Faschingsdienstag|Ostatki|Mardi gras|Martes de Carnaval|Martedì grasso|告解の火曜日',
  'Ash Wednesday':
    'Попільна середа|Aschermittwoch|Środa Popielcowa|Mercredi des Cendres|Miércoles de Ceniza|Mercoledì delle Ceneri|灰の水曜日',
  'Laetare Sunday':
    'Середопістя|Lätare|Niedziela Laetare|Mi-Carême|Domingo de Laetare|Domenica di Laetare|薔薇の主日',
  'Saint Joseph':
    'День святого Йосипа|Josefstag|Świętego Józefa|Saint-Joseph|San José|San Giuseppe|聖ヨセフの日',
  'Palm Sunday':
    'Вербна неділя|Palmsonntag|Niedziela Palmowa|Dimanche des Rameaux|Domingo de Ramos|Domenica delle Palme|枝の主日',
  'Maundy Thursday':
    'Великий четвер|Gründonnerstag|Wielki Czwartek|Jeudi saint|Jueves Santo|Giovedì Santo|聖木曜日',
  'Good Friday':
    'Страсна п’ятниця|Karfreitag|Wielki Piątek|Vendredi saint|Viernes Santo|Venerdì Santo|聖金曜日',
  'Easter Saturday':
    'Страсна субота|Karsamstag|Wielka Sobota|Samedi saint|Sábado Santo|Sabato Santo|聖土曜日',
  'Easter Sunday':
    'Католицький Великдень|Ostersonntag|Wielkanoc|Pâques|Domingo de Pascua|Pasqua|復活祭',
  'Easter Monday':
    'Великодній понеділок|Ostermontag|Poniedziałek Wielkanocny|Lundi de Pâques|Lunes de Pascua|Lunedì dell’Angelo|復活祭月曜日',
  'Easter Tuesday':
    'Великодній вівторок|Osterdienstag|Wtorek Wielkanocny|Mardi de Pâques|Martes de Pascua|Martedì di Pasqua|復活祭火曜日',
  'Ascension Day':
    'Вознесіння Господнє|Christi Himmelfahrt|Wniebowstąpienie Pańskie|Ascension|Ascensión del Señor|Ascensione|主の昇天',
  Pentecost:
    'Трійця (католицька)|Pfingstsonntag|Zielone Świątki|Pentecôte|Pentecostés|Pentecoste|聖霊降臨祭',
  'Whit Monday':
    'Понеділок Святого Духа|Pfingstmontag|Drugi dzień Zielonych Świątek|Lundi de Pentecôte|Lunes de Pentecostés|Lunedì di Pentecoste|聖霊降臨祭月曜日',
  'Corpus Christi':
    'Свято Тіла і Крові Христових|Fronleichnam|Boże Ciało|Fête-Dieu|Corpus Christi|Corpus Domini|聖体の祝日',
  'Saint John':
    'День святого Івана|Johannistag|Świętego Jana|Saint-Jean|San Juan|San Giovanni|聖ヨハネの日',
  'Saints Peter and Paul':
    'Святих Петра і Павла|Peter und Paul|Świętych Piotra i Pawła|Saints Pierre et Paul|San Pedro y San Pablo|Santi Pietro e Paolo|聖ペトロと聖パウロの日',
  Assumption:
    'Успіння Богородиці|Mariä Himmelfahrt|Wniebowzięcie NMP|Assomption|Asunción de la Virgen|Assunzione di Maria|聖母被昇天',
  "All Saints' Day":
    'День усіх святих|Allerheiligen|Wszystkich Świętych|Toussaint|Todos los Santos|Ognissanti|諸聖人の日',
  "All Souls' Day":
    'День поминання померлих|Allerseelen|Zaduszki|Fête des morts|Día de los Difuntos|Commemorazione dei defunti|死者の日',
  'Reformation Day':
    'День Реформації|Reformationstag|Święto Reformacji|Fête de la Réformation|Día de la Reforma|Giorno della Riforma|宗教改革記念日',
  'Saint Martin':
    'День святого Мартина|Martinstag|Świętego Marcina|Saint-Martin|San Martín|San Martino|聖マルティヌスの日',
  'Day of Prayer and Repentance':
    'День молитви і покаяння|Buß- und Bettag|Dzień Pokuty i Modlitwy|Jour de pénitence et de prière|Día de Penitencia y Oración|Giorno di penitenza e preghiera|贖罪と祈りの日',
  Totensonntag:
    'Неділя поминання померлих|Totensonntag|Niedziela Wieczności|Dimanche des défunts|Domingo de los Difuntos|Domenica dei defunti|死者慰霊の日曜日',
  '1. Advent':
    '1-ша неділя Адвенту|1. Advent|1. niedziela Adwentu|1er dimanche de l’Avent|1.er domingo de Adviento|1ª domenica di Avvento|待降節第1主日',
  '2. Advent':
    '2-га неділя Адвенту|2. Advent|2. niedziela Adwentu|2e dimanche de l’Avent|2.º domingo de Adviento|2ª domenica di Avvento|待降節第2主日',
  '3. Advent':
    '3-тя неділя Адвенту|3. Advent|3. niedziela Adwentu|3e dimanche de l’Avent|3.er domingo de Adviento|3ª domenica di Avvento|待降節第3主日',
  '4. Advent':
    '4-та неділя Адвенту|4. Advent|4. niedziela Adwentu|4e dimanche de l’Avent|4.º domingo de Adviento|4ª domenica di Avvento|待降節第4主日',
  'Saint Nicholas':
    'День святого Миколая|Nikolaustag|Mikołajki|Saint-Nicolas|San Nicolás|San Nicola|聖ニコラウスの日',
  'Saint Ambrose':
    'День святого Амвросія|Sankt Ambrosius|Świętego Ambrożego|Saint-Ambroise|San Ambrosio|Sant’Ambrogio|聖アンブロジウスの日',
  'Immaculate Conception':
    'Непорочне зачаття Діви Марії|Mariä Empfängnis|Niepokalane Poczęcie NMP|Immaculée Conception|Inmaculada Concepción|Immacolata Concezione|無原罪の聖マリア',
  'Christmas Eve':
    'Святвечір|Heiligabend|Wigilia|Veille de Noël|Nochebuena|Vigilia di Natale|クリスマスイブ',
  'Christmas Day': 'Різдво Христове|Weihnachten|Boże Narodzenie|Noël|Navidad|Natale|クリスマス',
  'Boxing Day':
    'Другий день Різдва|Zweiter Weihnachtstag|Drugi dzień Bożego Narodzenia|Lendemain de Noël|San Esteban|Santo Stefano|ボクシング・デー',
  'Orthodox New Year':
    'Старий Новий рік|Orthodoxes Neujahr|Prawosławny Nowy Rok|Nouvel An orthodoxe|Año Nuevo ortodoxo|Capodanno ortodosso|正教会の新年',
  'Orthodox Christmas Eve':
    'Святвечір за юліанським календарем|Orthodoxer Heiligabend|Wigilia prawosławna|Veille de Noël orthodoxe|Nochebuena ortodoxa|Vigilia di Natale ortodossa|正教会の降誕祭前夜',
  'Orthodox Christmas':
    'Різдво за юліанським календарем|Orthodoxe Weihnachten|Prawosławne Boże Narodzenie|Noël orthodoxe|Navidad ortodoxa|Natale ortodosso|正教会の降誕祭',
  'Orthodox Good Friday':
    'Страсна п’ятниця (православна)|Orthodoxer Karfreitag|Prawosławny Wielki Piątek|Vendredi saint orthodoxe|Viernes Santo ortodoxo|Venerdì Santo ortodosso|正教会の聖大金曜日',
  'Orthodox Easter':
    'Великдень|Orthodoxes Osterfest|Wielkanoc prawosławna|Pâques orthodoxes|Pascua ortodoxa|Pasqua ortodossa|正教会の復活大祭',
  'Orthodox Easter Monday':
    'Великодній понеділок (православний)|Orthodoxer Ostermontag|Prawosławny Poniedziałek Wielkanocny|Lundi de Pâques orthodoxe|Lunes de Pascua ortodoxa|Lunedì di Pasqua ortodosso|正教会の復活大祭月曜日',

  // Islam
  'Islamic New Year':
    'Мусульманський Новий рік|Islamisches Neujahr|Muzułmański Nowy Rok|Nouvel An musulman|Año Nuevo islámico|Capodanno islamico|イスラム暦元日',
  'Day of Ashura': 'Ашура|Aschura|Aszura|Achoura|Ashura|Ashura|アーシューラー',
  'Birthday of Muhammad (Mawlid)': 'Мавлід|Mawlid|Mawlid|Mawlid|Mawlid|Mawlid|預言者生誕祭',
  "Laylat al-Mi'raj":
    'Аль-Ісра валь-Мірадж|Himmelfahrt Mohammeds|Laylat al-Miradż|Isra et Miraj|Isra y Miraj|Isra e Miraj|昇天の夜',
  'First day of Ramadan':
    'Перший день Рамадану|Beginn des Ramadan|Początek ramadanu|Premier jour du ramadan|Primer día de Ramadán|Inizio del Ramadan|ラマダン初日',
  'Laylat al-Qadr':
    'Ніч могутності|Lailat al-Qadr|Noc Przeznaczenia|Nuit du Destin|Noche del Destino|Notte del Destino|みいつの夜',
  'End of Ramadan (Eid al-Fitr)':
    'Ураза-байрам|Fest des Fastenbrechens|Id al-Fitr|Aïd el-Fitr|Eid al-Fitr|Eid al-Fitr|イード・アル＝フィトル',
  'Arafat Day':
    'День Арафат|Arafat-Tag|Dzień Arafat|Jour d’Arafat|Día de Arafat|Giorno di Arafat|アラファの日',
  'Feast of the Sacrifice (Eid al-Adha)':
    'Курбан-байрам|Opferfest|Id al-Adha|Aïd el-Kébir|Eid al-Adha|Eid al-Adha|イード・アル＝アドハー',

  // Judaism and Israel
  'Tu Bishvat (Arbor Day)':
    'Ту бі-Шват|Tu BiSchwat|Tu bi-Szwat|Tou Bichvat|Tu Bishvat|Tu Bishvat|トゥ・ビシュバット',
  'Aliyah Day':
    'День алії|Alija-Tag|Dzień Alii|Jour de l’Alya|Día de la Aliyá|Giorno dell’Aliyah|アリーヤーの日',
  Pesach: 'Песах|Pessach|Pesach|Pessa’h|Pésaj|Pesach|ペサハ',
  'Passover (Pesach)': 'Песах|Pessach|Pesach|Pessa’h|Pésaj|Pesach|ペサハ',
  'Mimouna, Seventh day of Passover':
    'Сьомий день Песаха|Siebter Tag Pessach|Siódmy dzień Pesach|Septième jour de Pessa’h|Séptimo día de Pésaj|Settimo giorno di Pesach|ペサハ第7日',
  'Holocaust Remembrance Day (Yom HaShoah)':
    'Йом га-Шоа|Jom haScho’a|Jom ha-Szoa|Yom HaShoah|Yom HaShoá|Yom HaShoah|ヨム・ハショア',
  'Fallen Soldiers and Victims of Terrorism Remembrance Day (Yom HaZikaron)':
    'Йом га-Зікарон|Jom haSikaron|Jom ha-Zikaron|Yom HaZikaron|Yom HaZikarón|Yom HaZikaron|ヨム・ハジカロン',
  'Independence Day (Yom HaAtzmaut)':
    'День незалежності Ізраїлю|Unabhängigkeitstag Israels|Dzień Niepodległości Izraela|Fête de l’indépendance d’Israël|Día de la Independencia de Israel|Festa dell’indipendenza di Israele|イスラエル独立記念日',
  'Jerusalem Day (Yom Yerushalayim)':
    'День Єрусалима|Jerusalemtag|Dzień Jerozolimy|Jour de Jérusalem|Día de Jerusalén|Giorno di Gerusalemme|エルサレムの日',
  'Shavuot (Feast of Weeks)': 'Шавуот|Schawuot|Szawuot|Chavouot|Shavuot|Shavuot|シャブオット',
  'Seventeenth of Tamuz, fast':
    'Піст 17 тамуза|Fasten des 17. Tammus|Post 17 tamuz|Jeûne du 17 Tamouz|Ayuno del 17 de Tamuz|Digiuno del 17 Tamuz|タムズ17日の断食',
  "Tisha B'Av, fast":
    'Тиша бе-Ав|Tischa beAv|Tisza be-Aw|Ticha Beav|Tishá b’Av|Tisha b’Av|ティシュアー・ベ＝アーブ',
  "Tu B'Av (Fifteenth of Av)": 'Ту бе-Ав|Tu beAv|Tu be-Aw|Tou Beav|Tu b’Av|Tu b’Av|トゥ・ベアブ',
  'Rosh Hashanah':
    'Рош га-Шана|Rosch ha-Schana|Rosz ha-Szana|Roch Hachana|Rosh Hashaná|Rosh haShanah|ロシュ・ハシャナ',
  'Rosh Hashanah (Yom Teruah)':
    'Рош га-Шана|Rosch ha-Schana|Rosz ha-Szana|Roch Hachana|Rosh Hashaná|Rosh haShanah|ロシュ・ハシャナ',
  'Rosh Hashanah (Day 2)':
    'Рош га-Шана, другий день|Rosch ha-Schana, zweiter Tag|Rosz ha-Szana, drugi dzień|Roch Hachana, deuxième jour|Rosh Hashaná, segundo día|Rosh haShanah, secondo giorno|ロシュ・ハシャナ第2日',
  'Fast of Gedaliah (Tzom Gedalya)':
    'Піст Ґедалії|Fasten Gedaljas|Post Gedaliasza|Jeûne de Guedalia|Ayuno de Guedalia|Digiuno di Ghedalia|ゲダルヤの断食',
  'Yom Kippur': 'Йом-Кіпур|Jom Kippur|Jom Kipur|Yom Kippour|Yom Kipur|Yom Kippur|ヨム・キプル',
  'Day of Atonement (Yom Kippur)':
    'Йом-Кіпур|Jom Kippur|Jom Kipur|Yom Kippour|Yom Kipur|Yom Kippur|ヨム・キプル',
  'Feast of Tabernacles (Sukkot)': 'Суккот|Sukkot|Sukkot|Souccot|Sucot|Sukkot|スコット',
  'Simchat Torah/ Shmini Atzeret':
    'Сімхат-Тора|Simchat Tora|Simchat Tora|Sim’hat Torah|Simjat Torá|Simchat Torah|シムハット・トーラー',
  Sigd: 'Сіґд|Sigd|Sigd|Sigd|Sigd|Sigd|シグド',
  'Tenth of Tevet':
    'Піст 10 тевета|Fasten des 10. Tevet|Post 10 tewet|Jeûne du 10 Tevet|Ayuno del 10 de Tevet|Digiuno del 10 Tevet|テベト10日の断食',

  // Asia
  'Chinese New Year':
    'Китайський Новий рік|Chinesisches Neujahr|Chiński Nowy Rok|Nouvel An chinois|Año Nuevo chino|Capodanno cinese|春節',
  'Mid-Autumn Festival':
    'Свято середини осені|Mondfest|Święto Środka Jesieni|Fête de la mi-automne|Fiesta del Medio Otoño|Festa di metà autunno|中秋節',
  "Buddha's Birthday":
    'День народження Будди|Buddhas Geburtstag|Urodziny Buddy|Anniversaire du Bouddha|Nacimiento de Buda|Compleanno di Buddha|仏誕',
  'Vesak Day': 'Весак|Vesakh|Wesak|Vesak|Vesak|Vesak|ウェーサーカ祭',
  Deepavali: 'Дівалі|Diwali|Diwali|Diwali|Diwali|Diwali|ディーワーリー',
  'Coming of Age Day':
    'День повноліття|Tag der Volljährigkeit|Dzień Wchodzenia w Dorosłość|Journée de la majorité|Día de la Mayoría de Edad|Festa della maggiore età|成人の日',
  'Foundation Day':
    'День заснування держави|Tag der Staatsgründung|Dzień Założenia Państwa|Fondation de la nation|Día de la Fundación|Festa della fondazione|建国記念の日',
  "Emperor's Birthday":
    'День народження імператора|Geburtstag des Kaisers|Urodziny Cesarza|Anniversaire de l’empereur|Cumpleaños del Emperador|Genetliaco dell’imperatore|天皇誕生日',
  'Spring Equinox Day':
    'День весняного рівнодення|Frühlingsanfang|Dzień Równonocy Wiosennej|Équinoxe de printemps|Equinoccio de primavera|Equinozio di primavera|春分の日',
  'Showa Day': 'День Сьова|Shōwa-Tag|Dzień Shōwa|Jour de Shōwa|Día de Shōwa|Giorno Shōwa|昭和の日',
  'Greenery Day':
    'День зелені|Tag des Grüns|Dzień Zieleni|Fête de la nature|Día del Verdor|Giorno del verde|みどりの日',
  'Marine Day':
    'День моря|Tag des Meeres|Dzień Morza|Jour de la mer|Día del Mar|Giorno del mare|海の日',
  'Mountain Day':
    'День гір|Tag des Berges|Dzień Gór|Jour de la montagne|Día de la Montaña|Giorno della montagna|山の日',
  'Respect-for-the-Aged Day':
    'День поваги до старших|Tag der Achtung vor dem Alter|Dzień Szacunku dla Starszych|Journée de respect pour les personnes âgées|Día de Respeto a los Ancianos|Festa degli anziani|敬老の日',
  'Autumnal Equinox Day':
    'День осіннього рівнодення|Herbstanfang|Dzień Równonocy Jesiennej|Équinoxe d’automne|Equinoccio de otoño|Equinozio d’autunno|秋分の日',
  'Sports Day':
    'День спорту|Tag des Sports|Dzień Sportu|Jour du sport|Día del Deporte|Giorno dello sport|スポーツの日',
  'Culture Day':
    'День культури|Tag der Kultur|Dzień Kultury|Jour de la culture|Día de la Cultura|Giorno della cultura|文化の日',
  'Labor Thanksgiving Day':
    'День подяки за працю|Tag des Dankes für die Arbeit|Dzień Dziękczynienia za Pracę|Fête du travail (Japon)|Día de Acción de Gracias por el Trabajo|Festa del ringraziamento per il lavoro|勤労感謝の日',
  'Seven-Five-Three Festival':
    'Сіті-Ґо-Сан|Shichi-Go-San|Shichi-Go-San|Shichi-Go-San|Shichi-Go-San|Shichi-Go-San|七五三',

  // Civil days that many countries have
  "International Women's Day":
    'Міжнародний жіночий день|Internationaler Frauentag|Dzień Kobiet|Journée des droits des femmes|Día de la Mujer|Festa della donna|国際女性デー',
  'Labour Day':
    'День праці|Tag der Arbeit|Święto Pracy|Fête du Travail|Día del Trabajador|Festa dei lavoratori|労働者の日',
  'May Day':
    'День праці|Tag der Arbeit|Święto Pracy|Fête du Travail|Día del Trabajador|Festa dei lavoratori|労働者の日',
  'Victory Day':
    'День перемоги|Tag des Sieges|Dzień Zwycięstwa|Jour de la Victoire|Día de la Victoria|Giorno della vittoria|戦勝記念日',
  'Victory in Europe Day':
    'День перемоги в Європі|Tag des Sieges in Europa|Dzień Zwycięstwa w Europie|Victoire de 1945|Día de la Victoria en Europa|Giorno della vittoria in Europa|ヨーロッパ戦勝記念日',
  'Europe Day':
    'День Європи|Europatag|Dzień Europy|Journée de l’Europe|Día de Europa|Festa dell’Europa|ヨーロッパ・デー',
  "Mother's Day":
    'День матері|Muttertag|Dzień Matki|Fête des Mères|Día de la Madre|Festa della mamma|母の日',
  "Father's Day":
    'День батька|Vatertag|Dzień Ojca|Fête des Pères|Día del Padre|Festa del papà|父の日',
  "Grandmother's Day":
    'День бабусі|Großmuttertag|Dzień Babci|Fête des Grands-Mères|Día de la Abuela|Festa della nonna|祖母の日',
  "Grandfather's Day":
    'День дідуся|Großvatertag|Dzień Dziadka|Fête des Grands-Pères|Día del Abuelo|Festa del nonno|祖父の日',
  "Children's Day":
    'День дітей|Kindertag|Dzień Dziecka|Fête des enfants|Día del Niño|Festa dei bambini|こどもの日',
  "International Children's Day":
    'День захисту дітей|Internationaler Kindertag|Dzień Dziecka|Journée internationale de l’enfance|Día Internacional del Niño|Giornata internazionale dei bambini|国際こどもの日',
  "Men's Day":
    'День чоловіків|Männertag|Dzień Mężczyzny|Journée des hommes|Día del Hombre|Festa dell’uomo|男性の日',
  "Teacher's Day":
    'День учителя|Tag des Lehrers|Dzień Nauczyciela|Fête des enseignants|Día del Maestro|Giornata degli insegnanti|教師の日',
  'Youth Day':
    'День молоді|Tag der Jugend|Dzień Młodzieży|Fête de la jeunesse|Día de la Juventud|Giornata della gioventù|青年の日',
  'Family Day':
    'День родини|Familientag|Dzień Rodziny|Fête de la famille|Día de la Familia|Festa della famiglia|家族の日',
  "Valentine's Day":
    'День святого Валентина|Valentinstag|Walentynki|Saint-Valentin|San Valentín|San Valentino|バレンタインデー',
  Halloween: 'Гелловін|Halloween|Halloween|Halloween|Halloween|Halloween|ハロウィン',
  'Independence Day':
    'День незалежності|Unabhängigkeitstag|Święto Niepodległości|Fête de l’Indépendance|Día de la Independencia|Festa dell’indipendenza|独立記念日',
  'Constitution Day':
    'День Конституції|Tag der Verfassung|Święto Konstytucji|Jour de la Constitution|Día de la Constitución|Festa della Costituzione|憲法記念日',
  'Republic Day':
    'День Республіки|Tag der Republik|Święto Republiki|Fête de la République|Día de la República|Festa della Repubblica|共和国記念日',
  'National Holiday':
    'Національне свято|Nationalfeiertag|Święto narodowe|Fête nationale|Fiesta nacional|Festa nazionale|国民の祝日',
  'National Day':
    'Національний день|Nationalfeiertag|Święto narodowe|Fête nationale|Fiesta nacional|Festa nazionale|建国記念日',
  'Liberation Day':
    'День визволення|Tag der Befreiung|Dzień Wyzwolenia|Jour de la Libération|Día de la Liberación|Festa della Liberazione|解放記念日',
  'Emancipation Day':
    'День емансипації|Tag der Sklavenbefreiung|Dzień Emancypacji|Jour de l’Émancipation|Día de la Emancipación|Giorno dell’emancipazione|奴隷解放記念日',
  'Abolition of Slavery':
    'Скасування рабства|Abschaffung der Sklaverei|Zniesienie niewolnictwa|Abolition de l’esclavage|Abolición de la esclavitud|Abolizione della schiavitù|奴隷制廃止記念日',
  'Armistice Day':
    'День перемир’я|Waffenstillstand 1918|Dzień Rozejmu|Armistice 1918|Día del Armisticio|Giorno dell’armistizio|第一次世界大戦休戦記念日',
  'Remembrance Day':
    'День пам’яті|Gedenktag|Dzień Pamięci|Jour du Souvenir|Día del Recuerdo|Giorno della memoria dei caduti|戦没者追悼の日',
  'Memorial Day':
    'День пам’яті|Memorial Day|Dzień Pamięci|Memorial Day|Día de los Caídos|Memorial Day|戦没者追悼記念日',
  'Revolution Day':
    'День революції|Tag der Revolution|Dzień Rewolucji|Jour de la Révolution|Día de la Revolución|Giorno della rivoluzione|革命記念日',
  "Martyrs' Day":
    'День мучеників|Tag der Märtyrer|Dzień Męczenników|Jour des Martyrs|Día de los Mártires|Giorno dei martiri|殉教者の日',
  "Heroes' Day":
    'День героїв|Tag der Helden|Dzień Bohaterów|Jour des Héros|Día de los Héroes|Giorno degli eroi|英雄の日',
  'National Heroes Day':
    'День національних героїв|Tag der Nationalhelden|Dzień Bohaterów Narodowych|Jour des Héros nationaux|Día de los Héroes Nacionales|Giorno degli eroi nazionali|国家英雄の日',
  "National Heroes' Day":
    'День національних героїв|Tag der Nationalhelden|Dzień Bohaterów Narodowych|Jour des Héros nationaux|Día de los Héroes Nacionales|Giorno degli eroi nazionali|国家英雄の日',
  'Flag Day':
    'День прапора|Tag der Flagge|Dzień Flagi|Jour du drapeau|Día de la Bandera|Festa della bandiera|国旗の日',
  'Armed Forces Day':
    'День збройних сил|Tag der Streitkräfte|Dzień Sił Zbrojnych|Journée des forces armées|Día de las Fuerzas Armadas|Festa delle forze armate|軍隊記念日',
  'Army Day':
    'День армії|Tag der Armee|Dzień Armii|Jour de l’armée|Día del Ejército|Festa dell’esercito|軍隊記念日',
  'Unity Day':
    'День єдності|Tag der Einheit|Dzień Jedności|Jour de l’unité|Día de la Unidad|Giorno dell’unità|統一記念日',
  'Statehood Day':
    'День державності|Tag der Staatlichkeit|Dzień Państwowości|Fête de l’État|Día del Estado|Festa dello Stato|国家の日',
  'Africa Day':
    'День Африки|Afrikatag|Dzień Afryki|Journée de l’Afrique|Día de África|Giornata dell’Africa|アフリカの日',
  'Midsummer Day':
    'Івана Купала|Mittsommer|Noc świętojańska|Saint-Jean d’été|Solsticio de verano|Festa di mezza estate|夏至祭',
  'January 3rd': '3 січня|3. Januar|3 stycznia|3 janvier|3 de enero|3 gennaio|1月3日',
  "Citizens' Holiday":
    'Громадський вихідний|Bürgerfeiertag|Święto obywatelskie|Jour férié des citoyens|Día festivo ciudadano|Festa dei cittadini|国民の休日',
  'Public Holiday': 'Вихідний день|Feiertag|Dzień wolny|Jour férié|Día festivo|Giorno festivo|休日',
  'Bridge Day': 'Додатковий вихідний|Brückentag|Dodatkowy dzień wolny|Pont|Puente|Ponte|国民の休日',
  'Election Day':
    'День виборів|Wahltag|Dzień wyborów|Jour d’élections|Día de elecciones|Giorno delle elezioni|選挙の日',
  'International Mother Earth Day':
    'День Землі|Tag der Erde|Dzień Ziemi|Jour de la Terre|Día de la Tierra|Giornata della Terra|アースデイ',

  // United States and Canada
  'Martin Luther King Jr. Day':
    'День Мартіна Лютера Кінга|Martin-Luther-King-Tag|Dzień Martina Luthera Kinga|Journée Martin Luther King|Día de Martin Luther King|Martin Luther King Day|キング牧師記念日',
  "Washington's Birthday":
    'День народження Вашингтона|Washingtons Geburtstag|Urodziny Waszyngtona|Anniversaire de Washington|Natalicio de Washington|Compleanno di Washington|ワシントン誕生日',
  Juneteenth: 'Джунтінт|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Juneteenth|ジューンティーンス',
  'Columbus Day':
    'День Колумба|Kolumbus-Tag|Dzień Kolumba|Jour de Christophe Colomb|Día de Colón|Columbus Day|コロンブス・デー',
  'Veterans Day':
    'День ветеранів|Veterans Day|Dzień Weteranów|Journée des vétérans|Día de los Veteranos|Giornata dei veterani|復員軍人の日',
  'Thanksgiving Day':
    'День подяки|Thanksgiving|Święto Dziękczynienia|Action de grâce|Día de Acción de Gracias|Giorno del ringraziamento|感謝祭',
  Thanksgiving:
    'День подяки|Thanksgiving|Święto Dziękczynienia|Action de grâce|Día de Acción de Gracias|Giorno del ringraziamento|感謝祭',
  'Day after Thanksgiving Day':
    'День після Дня подяки|Tag nach Thanksgiving|Dzień po Święcie Dziękczynienia|Lendemain de l’Action de grâce|Día después de Acción de Gracias|Giorno dopo il Ringraziamento|感謝祭翌日',
  "St. Patrick's Day":
    'День святого Патрика|St. Patrick’s Day|Dzień Świętego Patryka|Saint-Patrick|San Patricio|San Patrizio|聖パトリックの日',
  'St. Patrick’s Day':
    'День святого Патрика|St. Patrick’s Day|Dzień Świętego Patryka|Saint-Patrick|San Patricio|San Patrizio|聖パトリックの日',
  'St Patrick’s Day':
    'День святого Патрика|St. Patrick’s Day|Dzień Świętego Patryka|Saint-Patrick|San Patricio|San Patrizio|聖パトリックの日',
  'Administrative Professionals Day':
    'День офісних працівників|Tag der Büroangestellten|Dzień Pracowników Biurowych|Journée des secrétaires|Día del Personal Administrativo|Giornata del personale d’ufficio|秘書の日',
  'Tax Day':
    'День податкової декларації|Steuertag|Dzień podatkowy|Jour de l’impôt|Día de los impuestos|Scadenza fiscale|確定申告期限',
  'Groundhog Day':
    'День бабака|Murmeltiertag|Dzień Świstaka|Jour de la marmotte|Día de la Marmota|Giorno della marmotta|グラウンドホッグデー',
  'Canada Day':
    'День Канади|Kanada-Tag|Dzień Kanady|Fête du Canada|Día de Canadá|Festa del Canada|カナダ・デー',
  'National Day for Truth and Reconciliation':
    'День правди і примирення|Tag für Wahrheit und Versöhnung|Dzień Prawdy i Pojednania|Journée de la vérité et de la réconciliation|Día de la Verdad y la Reconciliación|Giornata della verità e della riconciliazione|真実と和解の日',

  // United Kingdom and Australia
  'Early May bank holiday':
    'Травневий вихідний|Maifeiertag|Święto majowe|Jour férié de mai|Festivo de mayo|Festa di maggio|アーリー・メイ・バンクホリデー',
  'Spring bank holiday':
    'Весняний вихідний|Frühlingsfeiertag|Święto wiosenne|Jour férié de printemps|Festivo de primavera|Festa di primavera|スプリング・バンクホリデー',
  'Summer bank holiday':
    'Літній вихідний|Sommerfeiertag|Święto letnie|Jour férié d’été|Festivo de verano|Festa d’estate|サマー・バンクホリデー',
  'St Andrew’s Day':
    'День святого Андрія|Andreastag|Dzień Świętego Andrzeja|Saint-André|San Andrés|Sant’Andrea|聖アンデレの日',
  'Battle of the Boyne (Orangemen’s Day)':
    'Битва на річці Бойн|Schlacht am Boyne|Bitwa nad Boyne|Bataille de la Boyne|Batalla del Boyne|Battaglia del Boyne|ボイン川の戦い記念日',
  'Anzac Day':
    'День АНЗАК|Anzac-Tag|Dzień Anzac|Jour de l’Anzac|Día de Anzac|Anzac Day|アンザック・デー',
  'Australia Day':
    'День Австралії|Australien-Tag|Dzień Australii|Fête nationale australienne|Día de Australia|Festa dell’Australia|オーストラリアの日',
  "King's Birthday":
    'День народження короля|Geburtstag des Königs|Urodziny Króla|Anniversaire du roi|Cumpleaños del Rey|Compleanno del re|国王誕生日',

  // Poland, France, Italy, Spain, Germany
  'Bastille Day':
    'День взяття Бастилії|Französischer Nationalfeiertag|Dzień Bastylii|Fête nationale|Toma de la Bastilla|Festa nazionale francese|フランス革命記念日',
  'Liberation from Nazi-Fascism (1945)':
    'День визволення|Tag der Befreiung|Dzień Wyzwolenia|Fête de la Libération|Día de la Liberación|Festa della Liberazione|解放記念日',
  'National Day of Saint Francis of Assisi':
    'День святого Франциска Ассізького|Franz von Assisi|Świętego Franciszka z Asyżu|Saint François d’Assise|San Francisco de Asís|San Francesco d’Assisi|アッシジの聖フランチェスコの日',
  'Fiesta Nacional de España':
    'Національний день Іспанії|Spanischer Nationalfeiertag|Święto Narodowe Hiszpanii|Fête nationale espagnole|Fiesta Nacional de España|Festa nazionale spagnola|スペインの国祭日',
  'Día de la Constitución Española':
    'День Конституції Іспанії|Tag der spanischen Verfassung|Dzień Konstytucji Hiszpanii|Jour de la Constitution|Día de la Constitución|Festa della Costituzione spagnola|スペイン憲法記念日',
  'Augsburg Peace Festival':
    'Аугсбурзьке свято миру|Augsburger Friedensfest|Augsburskie Święto Pokoju|Fête de la paix d’Augsbourg|Fiesta de la Paz de Augsburgo|Festa della pace di Augusta|アウクスブルク平和祭',
};

/**
 * Where the name that date-holidays gives says too little, or means another day elsewhere: by country and id,
 * English first.
 */
const PLACE_ROWS: Record<string, string> = {
  'DE:10-03':
    'German Unity Day|День німецької єдності|Tag der Deutschen Einheit|Dzień Jedności Niemiec|Jour de l’unité allemande|Día de la Unidad Alemana|Giorno dell’unità tedesca|ドイツ統一の日',
  'DE:6th sunday before 12-25':
    'National Day of Mourning|День національної скорботи|Volkstrauertag|Dzień Żałoby Narodowej|Jour de deuil national|Día de Luto Nacional|Giornata di lutto nazionale|国民哀悼の日',
  'FR:05-08':
    'Victory in Europe Day|День перемоги 1945 року|Tag des Sieges 1945|Dzień Zwycięstwa 1945|Victoire 1945|Victoria de 1945|Vittoria del 1945|1945年戦勝記念日',
  'US:4th thursday in november':
    'Thanksgiving Day|День подяки|Thanksgiving|Święto Dziękczynienia|Thanksgiving|Día de Acción de Gracias|Giorno del ringraziamento|感謝祭',
};

type Names = Readonly<Partial<Record<PrintLanguage, string>>>;

/** The English name's other languages; undefined where no table knows it. The commonest have every print language. */
export const HOLIDAY_NAMES: ReadonlyMap<string, Names> = joined(
  parsed(ROWS, COLUMNS),
  parsed(COMMON_ROWS, COMMON_COLUMNS),
);

/** Names for one country's holiday, "DE:10-03". */
export const PLACE_NAMES = parsed(PLACE_ROWS, ['en', ...COLUMNS]);

function parsed(
  rows: Readonly<Record<string, string>>,
  columns: readonly PrintLanguage[],
): ReadonlyMap<string, Names> {
  return new Map(
    Object.entries(rows).map(([name, row]) => {
      const cells = row.split('|');
      return [name, Object.fromEntries(columns.map((language, i) => [language, cells[i]]))];
    }),
  );
}

function joined(
  first: ReadonlyMap<string, Names>,
  common: ReadonlyMap<string, Names>,
): ReadonlyMap<string, Names> {
  const titles = [...first.keys(), ...common.keys(), ...Object.keys(SAME_HOLIDAY)];
  return new Map(
    titles.map((title) => [
      title,
      { ...first.get(title), ...common.get(SAME_HOLIDAY[title] ?? title) },
    ]),
  );
}

const ENGLISH: Record<string, string> = {
  Totensonntag: 'Sunday of the Dead',
  '1. Advent': '1st Sunday of Advent',
  '2. Advent': '2nd Sunday of Advent',
  '3. Advent': '3rd Sunday of Advent',
  '4. Advent': '4th Sunday of Advent',
  'Fiesta Nacional de España': 'National Day of Spain',
  'Día de la Constitución Española': 'Constitution Day',
};

/** English for the few local names that stand as keys above. */
export const ENGLISH_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(ENGLISH));
